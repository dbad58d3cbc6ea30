import { type Address, addressFrom } from "../../values/address.ts";
import { quoted } from "../../values/problem.ts";
import { siteLink } from "../../values/text/html.ts";
import { joined, type MarkdownContext, placeOf, type Reading } from "./reading.ts";
import { encodedUrl, type Token } from "./tokens.ts";
import { typographic } from "./typography.ts";

/** Leads a link where it should, or makes mere words of it and says why. `line` counts from 0 at the start of the text. */
export function dressLink(link: Token, line: number, reading: Reading): void {
  const href = String(link.attrGet("href") ?? "");
  const title = link.attrGet("title");
  const target = targetOf(href, reading.context);
  if (target.leads === "nowhere") {
    const { what, advice } = target;
    reading.problems.push({ at: placeOf(reading, href, line), what: `text: ${what}`, advice });
  }
  if (target.leads === "inside") reading.links.push({ to: target.to, at: placeOf(reading, href, line) });
  link.attrs = [...attributes(target)];
  if (title) link.attrs.push(["title", typographic(String(title), reading.context.language)]);
}

/** Says what was meant as a link or a picture and was not read as one: it stands in the text as it was typed. */
export function reportUnread(words: readonly Token[], line: number, reading: Reading): void {
  if (!words.some(({ type, content }) => type === "text" && /\][([]/.test(content))) return;
  const text = words.map(({ type, content }) => (type === "text" ? content : other)).join("");
  for (const [typed, end] of text.matchAll(unread)) {
    const at = placeOf(reading, typed.split(other)[0] ?? "", line);
    const what = `text: ${quoted(typed.replaceAll(other, "…"))} was not read as a link.`;
    reading.problems.push({
      at,
      what,
      advice: typed.includes(other) ? plainLink : end === "(" ? noSpaces : noReference,
    });
  }
}

// Stands for all but words. A noncharacter, so no text holds it (markdown-characters.ts).
const other = "\uFDD0";
const unread = /!?\[[^[\]]*\](?:(\()[^()]*\)|\[[^[\]]*\])/g;
const plainLink = "A link holds no footnote and no other link: put that behind it.";
const noSpaces = "Write %20 for each space in its address.";
const noReference = "Write its address: [words](address).";

type Target =
  | { readonly leads: "outside"; readonly url: string }
  | { readonly leads: "inside"; readonly to: Address; readonly fragment: string }
  | { readonly leads: "here"; readonly fragment: string }
  | { readonly leads: "nowhere"; readonly what: string; readonly advice: string };

// Whoever follows a link to another site should not tell it where from, in a feed reader neither. No target: readers
// decide themselves where a page opens.
function attributes(target: Target): [string, string][] {
  if (target.leads === "nowhere") return [];
  if (target.leads === "inside")
    return [["href", siteLink(target.to) + (target.fragment && encodedUrl(target.fragment))]];
  if (target.leads === "here") return [["href", encodedUrl(target.fragment)]];
  if (/^mailto:/i.test(target.url)) return [["href", encodedUrl(target.url)]];
  return [
    ["href", urlOf(target.url)],
    ["rel", "external noreferrer"],
  ];
}

function urlOf(url: string): string {
  if (plainUrl.test(url)) return url;
  // markdown-it writes a host in Punycode without making it lower-case first.
  return encodedUrl(new URL(url).href);
}

// Nearly all URLs are such, and need neither to be taken apart nor to be encoded.
const plainUrl = /^https?:\/\/[a-z\d-]+(?:\.[a-z][a-z\d-]*)+(?:[/?#](?:[\w.~:/?#@!$&'()*+,;=-]|%[\dA-F]{2})*)?$/;

// What is let through is listed here, and nothing else is: a scheme in disguise ("java&#10;script:") is a path of no file.
function targetOf(href: string, context: MarkdownContext): Target {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === "mailto") return { leads: "outside", url: href };
  if (scheme === "http" || scheme === "https") return outside(href);
  if (scheme !== undefined) return nowhere(`${quoted(href)} is not a link that a page may carry.`, schemes);
  const hash = href.indexOf("#");
  const path = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? "" : href.slice(hash);
  if (path === "" && fragment.length > 1) return { leads: "here", fragment };
  const to = path.startsWith("/") ? addressFrom(path) : addressOfFile(path, context);
  return to === undefined ? astray(href, path) : { leads: "inside", to, fragment };
}

const schemes = "Begin it with https://, http:// or mailto:, or write the path of a markdown file.";

function outside(url: string): Target {
  return plainUrl.test(url) || (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url))
    ? { leads: "outside", url }
    : nowhere(
        `${quoted(url)} is not a whole URL.`,
        "Write it as a browser shows it, such as https://example.org/news/.",
      );
}

function addressOfFile(path: string, { path: from, addressAt }: MarkdownContext): Address | undefined {
  const file = path === "" ? undefined : joined(from, path);
  return file === undefined ? undefined : addressAt(file);
}

function astray(href: string, path: string): Target {
  const meant = meantBy(path);
  if (meant !== undefined)
    return nowhere(`${quoted(href)} leads to no address of the site.`, `Did you mean "${meant}"?`);
  return nowhere(
    `${quoted(href)} leads to no file of the content.`,
    'Write the path of a markdown file from this one, such as "../10/slug.md", or an address such as "/tags/russia/".',
  );
}

function meantBy(path: string): string | undefined {
  if (path.startsWith("//")) return `https:${path}`;
  if (/^www\./i.test(path)) return `https://${path}`;
  return path.startsWith("/") ? addressFrom(`${path}/`) : undefined;
}

function nowhere(what: string, advice: string): Target {
  return { leads: "nowhere", what, advice };
}

import { isDocumentPath, isStaticPath, staticFolder } from "../../read/read.ts";
import { type Address, decodePath, parseSiteAddress, restoreAddress, toPathAddress } from "../../values/address.ts";
import { newsletterFiles } from "../../values/own-addresses.ts";
import { inQuotes } from "../../values/problem.ts";
import { toSiteLink } from "../../values/text/html.ts";
import { normalizeWebUrl } from "../../values/web-url.ts";
import type { PublishedFile } from "../article.ts";
import { locateText, type MarkdownContext, type MarkdownState, resolveRelativePath } from "./reading.ts";
import { encodeUrl, type Token } from "./tokens.ts";
import { applySmartPunctuation } from "./typography.ts";

/**
 * Resolves the target of a link and sets its attributes. An invalid link loses its href and is reported.
 *
 * @param line of the link, from 0 at the start of the text
 */
export function rewriteLink(link: Token, line: number, state: MarkdownState): void {
  const href = String(link.attrGet("href") ?? "");
  const title = link.attrGet("title");
  const target = resolveTarget(href, state.context);
  if (target.kind === "nowhere") {
    const { what, advice } = target;
    state.problems.push({ at: locateText(state, href, line), what: `text: ${what}`, advice });
  }
  if (target.kind === "document") state.documents.push(target.document);
  if (target.kind === "inside") state.links.push({ to: target.address, at: locateText(state, href, line) });
  if (target.kind === "inside" || target.kind === "here") recordAnchor(target, href, line, state);
  link.attrs = [...createAttributes(target)];
  if (title) link.attrs.push(["title", applySmartPunctuation(String(title), state.context.language)]);
}

/** Records the place in a page that a link leads to; whether it is there is known only when all pages are planned. */
function recordAnchor(
  target: Extract<Target, { readonly kind: "inside" | "here" }>,
  href: string,
  line: number,
  state: MarkdownState,
): void {
  const id = getAnchorId(target.fragment);
  const { context } = state;
  const to = target.kind === "inside" ? target.address : context.findAddress(context.path);
  if (id !== undefined && to !== undefined) state.anchorLinks.push({ to, id, at: locateText(state, href, line) });
}

/** The id that a browser looks for; undefined if it goes to the top of the page, or only to words (`#:~:text=`). */
function getAnchorId(fragment: string): string | undefined {
  const [written = ""] = fragment.slice(1).split(":~:");
  if (written === "" || /^top$/i.test(written)) return undefined;
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/**
 * Reports text that looks like a link or a picture but was not parsed as one: it would be published as it was typed.
 *
 * @param line of the tokens, from 0 at the start of the text
 */
export function reportUnparsedLinks(inlineTokens: readonly Token[], line: number, state: MarkdownState): void {
  if (!inlineTokens.some(({ type, content }) => type === "text" && /\][([]/.test(content))) return;
  const text = inlineTokens.map(getTypedText).join("");
  for (const [source, opening] of text.matchAll(unparsedLink)) {
    const at = locateText(state, source.split(placeholder)[0] ?? "", line);
    const what = `text: ${inQuotes(source.replaceAll(placeholder, "…"))} was not read as a link.`;
    state.problems.push({
      at,
      what,
      advice: source.includes(placeholder) ? nestingAdvice : opening === "(" ? spacesAdvice : referenceAdvice,
    });
  }
}

// A bare address is part of the text around it, although it is a link already.
function getTypedText({ type, content, info }: Token): string {
  if (info === "auto") return content;
  return type === "text" ? content : placeholder;
}

// Replaces every token that is not text. It is a noncharacter, so it does not occur in texts (characters.ts).
const placeholder = "\uFDD0";
const unparsedLink = /!?\[[^[\]]*\](?:(\()[^()]*\)|\[[^[\]]*\])/g;
const nestingAdvice = "A link cannot contain a footnote or another link: put it after the link.";
const spacesAdvice = "Write %20 for each space in its address.";
const referenceAdvice = "Write its address: [words](address).";

type Target =
  | { readonly kind: "outside"; readonly url: string }
  | { readonly kind: "inside"; readonly address: Address; readonly fragment: string }
  | { readonly kind: "document"; readonly document: PublishedFile; readonly fragment: string }
  | { readonly kind: "here"; readonly fragment: string }
  | { readonly kind: "nowhere"; readonly what: string; readonly advice: string };

// noreferrer: other sites do not learn which page linked to them, in feed readers either. No target attribute: readers
// decide where a link opens.
function createAttributes(target: Target): [string, string][] {
  if (target.kind === "nowhere") return [];
  if (target.kind === "inside") return [["href", toSiteLink(target.address) + encodeUrl(target.fragment)]];
  if (target.kind === "document") return [["href", toSiteLink(target.document.address) + encodeUrl(target.fragment)]];
  if (target.kind === "here") return [["href", encodeUrl(target.fragment)]];
  const href: [string, string] = ["href", normalizeWebUrl(target.url)];
  return /^mailto:/i.test(target.url) ? [href] : [href, ["rel", "external noreferrer"]];
}

// An allowlist of schemes. A disguised scheme ("java&#10;script:") is treated as a path, and no file has such a path.
function resolveTarget(href: string, context: MarkdownContext): Target {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === "mailto") return { kind: "outside", url: href };
  if (scheme === "http" || scheme === "https") return resolveExternalUrl(href);
  if (scheme !== undefined) return createInvalidTarget(`${inQuotes(href)} is not an allowed link.`, schemeAdvice);
  const fragmentStart = href.indexOf("#");
  const path = fragmentStart < 0 ? href : href.slice(0, fragmentStart);
  const fragment = fragmentStart < 0 ? "" : href.slice(fragmentStart);
  if (path === "" && fragment.length > 1) return { kind: "here", fragment };
  if (path.startsWith("/")) {
    const address = resolveSiteAddress(path);
    return address === undefined ? createBrokenTarget(href, path) : { kind: "inside", address, fragment };
  }
  return (
    resolveDocument(path, fragment, context) ?? resolveFile(path, fragment, context) ?? createBrokenTarget(href, path)
  );
}

const schemeAdvice = "Start it with https://, http:// or mailto:, or write the path of a markdown file.";

function resolveExternalUrl(url: string): Target {
  return /^https?:\/\/[^/]/i.test(url) && URL.canParse(url)
    ? { kind: "outside", url }
    : createInvalidTarget(
        `${inQuotes(url)} is not a complete URL.`,
        "Write it as a browser shows it, such as https://example.org/news/.",
      );
}

/**
 * An address of another form, which only a static file can have, is encoded, or kept as it is written: the plan knows
 * which one is near. Not that of another host.
 */
function resolveSiteAddress(path: string): Address | undefined {
  const address = parseSiteAddress(path);
  if (address !== undefined || /^\/[/\\]/.test(path)) return address;
  return path.includes("?") ? restoreAddress(path) : toPathAddress(decodePath(path).slice(1));
}

/** Finds the document at a relative path, as written or percent-encoded; undefined if it is not the path of one. */
function resolveDocument(path: string, fragment: string, context: MarkdownContext): Target | undefined {
  const file = resolveRelativePath(context.path, decodePath(path));
  // The folder of each edition has a file of this name.
  if (file === undefined || file.slice(file.lastIndexOf("/") + 1) === newsletterFiles.text) return undefined;
  const literalFile = resolveRelativePath(context.path, path);
  const document = context.findDocument(file) ?? (literalFile ? context.findDocument(literalFile) : undefined);
  if (document) return { kind: "document", document, fragment };
  if (!isDocumentPath(file) || isStaticPath(file)) return undefined;
  const nearest = context.findNearestDocument(file);
  // A path with such an ending can also lead to a file of the site: "../../../feed.json".
  if (nearest === undefined && siteFile.test(path)) return undefined;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return createInvalidTarget(
    `there is no document ${inQuotes(path)}.`,
    nearest === undefined ? documentAdvice : `Did you mean "${folder}${nearest.replaceAll(" ", "%20")}"?`,
  );
}

const documentAdvice =
  "Put the file next to this text, and write its name; or put it into the folder static, and write its address, as in /report.pdf.";

// Folders of the content are folders of the site, so that a path can lead to a file of the site too: "newsletter.txt".
function resolveFile(path: string, fragment: string, { path: from, findAddress }: MarkdownContext): Target | undefined {
  const file = path === "" ? undefined : resolveRelativePath(from, path);
  if (file === undefined) return undefined;
  const address = isStaticPath(file)
    ? toPathAddress(decodePath(file).slice(staticFolder.length + 1))
    : (findAddress(file) ?? (siteFile.test(path) ? parseSiteAddress(`/${file}`) : undefined));
  return address === undefined ? undefined : { kind: "inside", address, fragment };
}

const siteFile = /\.(?:html?|xml|json|opml|txt)$/i;

function createBrokenTarget(href: string, path: string): Target {
  const suggestion = suggestUrl(path);
  if (suggestion !== undefined)
    return createInvalidTarget(
      `${inQuotes(href)} does not lead to an address of the site.`,
      `Did you mean "${suggestion}"?`,
    );
  return createInvalidTarget(
    `${inQuotes(href)} does not lead to a content file.`,
    'Write the relative path of a markdown file, such as "../10/slug.md", or an address such as "/tags/russia/".',
  );
}

function suggestUrl(path: string): string | undefined {
  if (path.startsWith("//")) return `https:${path}`;
  if (/^www\./i.test(path)) return `https://${path}`;
  return undefined;
}

function createInvalidTarget(what: string, advice: string): Target {
  return { kind: "nowhere", what, advice };
}

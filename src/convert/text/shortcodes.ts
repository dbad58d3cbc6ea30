import { escapeHtml } from "../../values/text/escape.ts";
import { nameScheme } from "../archive.ts";
import { type Embed, nameEmbed } from "./embeds.ts";
import { mapOutsideCode } from "./outside-code.ts";
import type { TextReport } from "./report.ts";

/** A shortcode, an include or a tag of a template, whatever its syntax. */
export interface Shortcode {
  /** In lower case, without folders and endings: "youtube". */
  readonly name: string;
  readonly named: Readonly<Record<string, string>>;
  readonly positional: readonly string[];
  /** What stands between its start and its end; undefined if it has no end. */
  readonly inner: string | undefined;
  /** As it was typed. */
  readonly source: string;
}

/** Reads the arguments of a shortcode: `src="map.png" "A map" 12`. */
export function parseShortcodeArguments(text: string): Pick<Shortcode, "named" | "positional"> {
  const named: Record<string, string> = {};
  const positional: string[] = [];
  for (const [, name, value, quoted, word] of text.matchAll(argumentPattern)) {
    if (name !== undefined) named[name.toLowerCase()] = unquote(value ?? "");
    else positional.push(unquote(quoted ?? word ?? ""));
  }
  return { named, positional };
}

const argumentPattern =
  /([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`|[^\s,)]+)|("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)|([^\s,()"'`]+)/g;

function unquote(text: string): string {
  return /^(["'`])[\s\S]*\1$/.test(text) ? text.slice(1, -1).replace(/\\(["'\\])/g, "$1") : text;
}

/**
 * Writes a shortcode as markdown or HTML. An unknown one with an end gives what it encloses, and one without an end stands
 * as code. Both are reported.
 */
export function writeShortcode(shortcode: Shortcode, report: TextReport): string {
  const known = Object.hasOwn(writers, shortcode.name) ? writers[shortcode.name]?.(shortcode) : undefined;
  if (typeof known === "string") return known;
  if (known !== undefined) {
    report("embed", known.url);
    return writeLink(known);
  }
  report("shortcode", shortcode.source.replace(/\s+/g, " "));
  if (shortcode.inner !== undefined) return shortcode.inner;
  return writeCode(shortcode.source);
}

/** Marks a piece of a template that stays as it was typed: in code as it is, and elsewhere as code. */
export function writeCode(text: string): string {
  return `\uFDD0${text}\uFDD1`;
}

/** Writes the marked pieces of a text, once all shortcodes of it are known. */
export function showTypedPieces(text: string): string {
  const shown = mapOutsideCode(text, (piece) =>
    piece.replace(
      /\uFDD0([^\uFDD1]*)\uFDD1/g,
      (_, typed: string) => `<code>${escapeHtml(typed.replace(/\s+/g, " "))}</code>`,
    ),
  );
  return shown.replace(/[\uFDD0\uFDD1]/g, "");
}

function writeLink({ url, words }: Embed): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
}

type Writer = (shortcode: Shortcode) => string | Embed | undefined;

const youtube: Writer = ({ named, positional }) =>
  embedId(
    named.id ?? named.video_id ?? named.video ?? named.url ?? positional[0],
    named.title,
    "https://www.youtube.com/watch?v=",
  );
const vimeo: Writer = ({ named, positional }) =>
  embedId(named.id ?? named.video_id ?? positional[0], named.title, "https://vimeo.com/");
const tweet: Writer = ({ named, positional }) => {
  const id = named.id ?? named.url ?? positional.at(-1);
  return embedId(
    id,
    undefined,
    `https://twitter.com/${named.user ?? (positional.length > 1 ? positional[0] : "i")}/status/`,
  );
};
const gist: Writer = ({ named, positional }) => {
  const parts = [named.user ?? positional[0], named.id ?? positional[1]].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : embedId(parts.join("/"), undefined, "https://gist.github.com/");
};
const instagram: Writer = ({ named, positional }) =>
  embedId(named.id ?? positional[0], undefined, "https://www.instagram.com/p/");
const reference: Writer = ({ named, positional }) => {
  const target = named.path ?? positional[0];
  return target === undefined ? undefined : `${nameScheme}${encodeURI(target)}`;
};
const figure: Writer = ({ named, positional, inner }) => {
  const src = named.src ?? named.url ?? named.image ?? named.image_path ?? named.path ?? named.file ?? positional[0];
  if (src === undefined) return undefined;
  const caption = named.caption ?? inner ?? named.title ?? "";
  const alt = named.alt ?? named.title ?? "";
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
  const linked = named.link === undefined ? picture : `<a href="${escapeHtml(named.link)}">${picture}</a>`;
  return `<figure>${linked}${caption.trim() === "" ? "" : `<figcaption>${caption.trim()}</figcaption>`}</figure>`;
};
const media: Writer = ({ named, positional, inner }) => {
  const url = named.src ?? named.url ?? named.mp4 ?? named.mp3 ?? positional[0] ?? inner?.trim();
  return url === undefined || !/[/.]/.test(url) ? undefined : nameEmbed(url, named.title ?? "");
};
const highlight: Writer = ({ positional, inner }) =>
  inner === undefined
    ? undefined
    : `\n\n${fence(inner)}${positional[0] ?? ""}\n${inner.replace(/^\n+|\s+$/g, "")}\n${fence(inner)}\n\n`;
const quote: Writer = ({ inner, named, positional }) => {
  if (inner === undefined) return undefined;
  const author = named.author ?? named.cite ?? positional[0];
  return `\n\n<blockquote>\n\n${inner.trim()}\n\n${author === undefined ? "" : `— ${escapeHtml(author)}\n\n`}</blockquote>\n\n`;
};

function fence(code: string): string {
  return code.includes("```") ? "~~~~~" : "```";
}

function embedId(id: string | undefined, title: string | undefined, prefix: string): Embed | undefined {
  if (id === undefined || id.trim() === "") return undefined;
  return nameEmbed(/^(?:https?:)?\/\//.test(id) ? id : prefix + id, title ?? "");
}

const writers: Readonly<Record<string, Writer>> = {
  audio: media,
  blockquote: quote,
  embed: media,
  figure,
  gist,
  highlight,
  image: figure,
  img: figure,
  instagram,
  picture: figure,
  quote,
  ref: reference,
  relref: reference,
  tweet,
  twitter: tweet,
  video: media,
  vimeo,
  x: tweet,
  youtube,
};

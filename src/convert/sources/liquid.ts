import { nameScheme } from "../archive.ts";
import { asText, type Keys } from "../reading/front-matter.ts";
import type { TextReport } from "../text/report.ts";
import { parseShortcodeArguments, writeCode, writeShortcode } from "../text/shortcodes.ts";

/** What the variables of a template stand for. */
export interface LiquidValues {
  readonly page: Keys;
  readonly site: Keys;
}

/** Writes the tags and variables of Liquid in a text as what they give: links, code, included players. */
export function expandLiquid(text: string, values: LiquidValues, report: TextReport): string {
  let result = "";
  let position = 0;
  tagPattern.lastIndex = 0;
  for (let match = tagPattern.exec(text); match !== null; match = tagPattern.exec(text)) {
    const [source, name, words = "", variable] = match;
    result += text.slice(position, match.index);
    position = match.index + source.length;
    if (name === undefined) {
      result += expandVariable(variable ?? "", source, values, report);
      continue;
    }
    const end = findEnd(text, name, position);
    const inner = end === undefined ? undefined : text.slice(position, end.start);
    if (end !== undefined) position = end.end;
    // What "raw" encloses is not read again; what any other tag encloses is.
    const expanded = inner === undefined || name === "raw" ? inner : expandLiquid(inner, values, report);
    result += expandTag({ name, words: words.trim(), inner: expanded, source }, report);
    tagPattern.lastIndex = position;
  }
  return result + text.slice(position);
}

const tagPattern = /\{%-?\s*(\w+)((?:[^%]|%(?!\}))*?)-?%\}|\{\{-?((?:[^}]|\}(?!\}))*?)-?\}\}/g;

function findEnd(
  text: string,
  name: string,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  const pattern = new RegExp(`\\{%-?\\s*(?:(${name})\\b(?:[^%]|%(?!\\}))*?|end${name}\\s*)-?%\\}`, "g");
  pattern.lastIndex = from;
  let depth = 1;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    depth += match[1] === undefined || name === "raw" ? -1 : 1;
    if (depth === 0) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

interface Tag {
  readonly name: string;
  readonly words: string;
  readonly inner: string | undefined;
  readonly source: string;
}

function expandTag({ name, words, inner, source }: Tag, report: TextReport): string {
  if (name === "raw") return inner ?? "";
  if (name === "comment") {
    report("comment", inner?.trim() ?? "");
    return "";
  }
  if (name === "post_url" || name === "link") return `${nameScheme}${encodeURI(words)}`;
  const isInclude = /^include(?:_relative|_cached)?$/.test(name);
  const [, file = "", rest = ""] = isInclude ? (/^(\S+)\s*([\s\S]*)$/.exec(words) ?? []) : [undefined, name, words];
  const shortName = file
    .slice(file.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .toLowerCase();
  return writeShortcode({ name: shortName, ...parseShortcodeArguments(rest), inner, source }, report);
}

function expandVariable(expression: string, source: string, { page, site }: LiquidValues, report: TextReport): string {
  const [value = "", ...filters] = expression.split("|").map((part) => part.trim());
  const literal = /^(["'])(.*)\1$/.exec(value)?.[2];
  if (literal !== undefined) return prepend(literal, filters, site);
  const [, owner, key = ""] = /^(site|page|post|include)\.(\w+)$/.exec(value) ?? [];
  if (owner === "site" && (key === "baseurl" || key === "url")) return asText(site[key]) ?? "";
  const known = owner === "site" ? asText(site[key]) : owner === "page" ? asText(page[key]) : undefined;
  if (known !== undefined) return known;
  report("shortcode", source);
  return writeCode(source);
}

// "/map.png" with the filter "prepend: site.baseurl" or "relative_url" is the path on the site.
function prepend(path: string, filters: readonly string[], site: Keys): string {
  const isOnSite = filters.some((filter) =>
    /^(?:relative_url|absolute_url|prepend:\s*site\.(?:base)?url)/.test(filter),
  );
  return isOnSite ? `${asText(site.baseurl) ?? ""}/${path.replace(/^\//, "")}` : path;
}

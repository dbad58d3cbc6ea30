import { parse as parseTomlText } from "smol-toml";
import { parse as parseYamlText } from "yaml";
import type { ReportLoss } from "../losses.ts";

/** The keys of front matter, in lower case. */
export type Keys = Readonly<Record<string, unknown>>;

/** A file of an archive in its two parts. */
export interface SplitText {
  readonly keys: Keys;
  readonly body: string;
}

/** Splits a text with front matter in YAML, TOML or JSON. A text without front matter has no keys: undefined. */
export function splitArchiveText(text: string, file: string, report: ReportLoss): SplitText | undefined {
  for (const { pattern, parse } of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return { keys: parseKeys(match[1] ?? "", parse, file, report), body: text.slice(match[0].length) };
  }
  return undefined;
}

const forms = [
  { pattern: /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/, parse: parseYaml },
  { pattern: /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/, parse: parseTomlText },
  { pattern: /^(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/, parse: JSON.parse },
] as const;

/** Parses the settings of an archive, by the ending of their file. What cannot be read is reported, and empty. */
export function parseSettingsText(text: string, file: string, report: ReportLoss): Keys {
  const parse = /\.toml$/.test(file) ? parseTomlText : /\.json$/.test(file) ? JSON.parse : parseYaml;
  return parseKeys(text, parse, file, report);
}

/** Parses lines of "Key: value", as MultiMarkdown has them. */
export function parseKeyLines(text: string): Keys {
  const keys: Record<string, string> = {};
  let last = "";
  for (const line of text.split("\n")) {
    const [, key, value = ""] = /^:?([\p{L}_][\p{L}\p{N}_ -]*?):(?:[ \t]+(.*))?$/u.exec(line) ?? [];
    if (key !== undefined) {
      last = key.toLowerCase();
      keys[last] = value.trim();
    } else if (last !== "" && /^\s+\S/.test(line)) keys[last] = `${keys[last]} ${line.trim()}`.trim();
  }
  return keys;
}

function parseYaml(text: string): unknown {
  return parseYamlText(text, { strict: false, uniqueKeys: false, logLevel: "silent", maxAliasCount: 1000 });
}

function parseKeys(text: string, parse: (text: string) => unknown, file: string, report: ReportLoss): Keys {
  try {
    return toLowerCaseKeys(parse(text));
  } catch (error) {
    report("front matter", file, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    return parseKeyLines(text);
  }
}

function toLowerCaseKeys(value: unknown): Keys {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
    : {};
}

/** Whether a value is a map of keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A map of keys of a value, in lower case; empty for another value. */
export function asKeys(value: unknown): Keys {
  return toLowerCaseKeys(value);
}

/** The text of a value; undefined for an empty one, and for a list or a map. */
export function asText(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === "object") return undefined;
  const text = String(value).trim();
  return text === "" ? undefined : text;
}

/**
 * The texts of a value: of a list, or of one text. A map stands for the text under its key "name".
 *
 * @param separator what a single text is split at
 */
export function asTexts(value: unknown, separator?: RegExp): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => asTexts(item));
  if (isRecord(value)) return asTexts(value.name ?? value.title);
  const text = asText(value);
  if (text === undefined) return [];
  return separator === undefined ? [text] : text.split(separator).flatMap((part) => asTexts(part));
}

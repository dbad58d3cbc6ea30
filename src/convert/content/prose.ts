import { removeMarkup } from "../../parse/parse.ts";
import type { Language } from "../../values/language.ts";

/** A text as plain words on one line, as titles and summaries must be. */
export function toProse(text: string): string {
  return removeMarkup(text.replace(/<[^<>]*>/g, " ").replace(/&nbsp;|&#160;|&#xa0;/gi, " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** The first sentences of a text: at least forty characters if there are as many, at most `maxLength`. */
export function takeFirstSentence(text: string, language: Language, maxLength: number): string {
  let result = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)) {
    if (result.trim().length >= 40) break;
    result += segment;
  }
  return shorten(result.trim(), maxLength);
}

/** Shortens a text at a space, with "…" in place of the rest. The length is counted in characters, not in code units. */
export function shorten(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  const start = characters.slice(0, maxLength - 1).join("");
  return `${start.replace(/\s+\S*$/, "").replace(/[\s,;:–—-]+$/, "")}…`;
}

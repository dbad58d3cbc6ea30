import { type Language, toLocale } from "../values/language.ts";
import { memoize } from "../values/memory/memoize.ts";

/** A part of an enumeration: one of its texts, or what stands between two of them. */
export interface EnumerationPart {
  readonly text: string;
  /** The position of the text in the list; undefined for what stands between. */
  readonly index: number | undefined;
}

/** Enumerates texts in a language: "Anna, Boris and Clara" as five parts. */
export function enumerateTexts(language: Language, texts: readonly string[]): readonly EnumerationPart[] {
  let index = 0;
  return getListFormat(language)
    .formatToParts(texts)
    .map(({ type, value }) => ({ text: value, index: type === "element" ? index++ : undefined }));
}

const getListFormat = memoize((language: Language) => new Intl.ListFormat(toLocale(language), { type: "conjunction" }));

import type { Language } from "../values/language.ts";
import { en } from "./en.ts";
import { enumerateTexts } from "./enumeration.ts";
import type { Words } from "./phrases.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

export type { Words };
export { enumerateTexts };

/** The texts of the interface in a language. */
export function getWords(language: Language): Words {
  return words[language];
}

const words: { readonly [L in Language]: Words } = { en, ru, uk };

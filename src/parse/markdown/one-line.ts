import type { Language } from "../../values/language.ts";
import { applySmartPunctuation } from "./markdown.ts";

/** Formats a short text such as a title or a summary: line breaks from YAML become spaces, punctuation typographic. */
export function toOneLine(text: string, language: Language): string {
  return applySmartPunctuation(text.replace(/[ \n]+/g, " ").trim(), language);
}

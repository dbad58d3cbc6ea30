import type { Language } from "../../values/language.ts";
import { typographic } from "./markdown.ts";

/** A title, a summary or the like as it is shown: on one line, however it was broken over lines in YAML. */
export function oneLine(text: string, language: Language): string {
  return typographic(text.replace(/[ \n]+/g, " ").trim(), language);
}

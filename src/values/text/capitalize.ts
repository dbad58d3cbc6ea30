import { type Language, toLocale } from "../language.ts";

/** Makes the first letter a capital: for a phrase that begins a line. */
export function capitalize(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(toLocale(language)) + text.slice(1);
}

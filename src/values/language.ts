/** A language of the interface. To add one, add its code here and its words in `words/`. */
export type Language = "en" | "ru" | "uk";

/** All languages of the interface, in the order of the language menu. */
export const languages: readonly Language[] = ["en", "ru", "uk"];

/** Whether a text, such as the suffix of a file name, is the ISO 639-1 code of a language of the interface. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** A text in every language. A language without a translation has the text in the site's own language. */
export type Localised = { readonly [L in Language]: string };

/** The locale of a language for Intl. English is "en-GB", which writes dates as "11 July 2024". */
export function toLocale(language: Language): string {
  return language === "en" ? "en-GB" : language;
}

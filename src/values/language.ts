/** A language that the frame speaks. Adding one: its code here, its words in `words/`. */
export type Language = "en" | "ru" | "uk";

/** All languages that the frame speaks, in the order in which they are offered. */
export const languages: readonly Language[] = ["en", "ru", "uk"];

/** Whether a text such as a file's suffix is the code (ISO 639-1) of a language that we speak. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** A text in every language: where an author gave none, the one in the site's own language. */
export type Localised = { readonly [L in Language]: string };

/** The locale by which Intl writes a language: English dates as "11 July 2024". */
export function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language;
}

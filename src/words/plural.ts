import { type Language, toLocale } from "../values/language.ts";

/** The plural forms of a noun (Unicode CLDR): English has one and other; Ukrainian has one, few, many and other. */
export type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * Makes a function that formats a count with its noun: `pluralize("uk", { one: "випуск", few: "випуски", … })(3)` is
 * "3 випуски". For integers from 0.
 */
export function pluralize(language: Language, forms: PluralForms): (count: number) => string {
  const locale = toLocale(language);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const texts = new Map<number, string>();
  return (count) => {
    const text = texts.get(count) ?? `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
    texts.set(count, text);
    return text;
  };
}

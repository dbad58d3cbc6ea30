import { type Language, localeOf } from "../values/language.ts";

/** A word in the forms that a language's numbers ask for (Unicode CLDR): English one and other, Slavic one, few and many. */
export type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A count with its word, for whole numbers from 0: `counted("uk", { one: "випуск", few: "випуски", … })(3)` is "3 випуски". */
export function counted(language: Language, forms: Forms): (count: number) => string {
  const locale = localeOf(language);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const known = new Map<number, string>();
  return (count) => {
    const text = known.get(count) ?? `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
    known.set(count, text);
    return text;
  };
}

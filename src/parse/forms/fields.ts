import { z } from "zod";
import { describeYearOutside, parseIsoDay } from "../../values/day.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { findInvisibleCharacter, formatCodePoint, isBlank } from "../../values/text/hidden-characters.ts";
import { normalizeWebUrl } from "../../values/web-url.ts";
import { describeMarkupInPlainText } from "../unsupported/unsupported.ts";

/** Schema of a text that is not blank and has at most `maxLength` characters (code points). */
export function textField(maxLength = Number.POSITIVE_INFINITY) {
  return z.string().check(({ value, issues }) => {
    const problem = checkLength(value, maxLength) ?? findForbiddenCharacter(value);
    if (isBlank(value)) issues.push(createEmptyIssue(value));
    else if (problem) issues.push(createIssue(value, problem));
  });
}

/** Schema of a text that readers see: not blank, of at most `maxLength` characters, and without any markup. */
export function proseField(maxLength = Number.POSITIVE_INFINITY) {
  return textField(maxLength).check(({ value, issues }) => {
    const problem = describeMarkupInPlainText(value);
    if (problem) issues.push(createIssue(value, problem));
  });
}

/** Schema of an absolute http or https URL that pages show as it was typed. */
export const shownUrlField = z.string().check(({ value, issues }) => {
  const isShown = findInvisibleCharacter(value) === undefined;
  if (isShown && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value) && !/[\s\p{Control}]/u.test(value)) return;
  const advice = isShown ? "Start it with https://" : "Delete the character that cannot be seen.";
  issues.push(createIssue(value, { what: `${inQuotes(value)} is not a web address.`, advice }));
});

/** Schema of an absolute http or https URL. Its value is the normalized URL. */
export const webUrlField = shownUrlField.transform(normalizeWebUrl);

/** Schema of the URL of a site. Addresses are appended to it, so it has no query or fragment. */
export const siteUrlField = shownUrlField.check(({ value, issues }) => {
  if (!/[?#]/.test(value)) return;
  const what = `${inQuotes(value)} is not the address of a site.`;
  issues.push(createIssue(value, { what, advice: "Remove the part that begins with ? or #." }));
});

/** Schema of a calendar day, as "2024-07-11". */
export const dayField = z.string().check(({ value, issues }) => {
  if (parseIsoDay(value) !== undefined) return;
  issues.push(
    createIssue(value, {
      what: `${inQuotes(value)} ${describeYearOutside(value) ?? "is not a date."}`,
      advice: "Write year, month and day, as in: 2024-07-11",
    }),
  );
});

/** Schema of a text that is the same in every language, or a map with one text per language. */
export const localisedField = z.union([
  proseField(),
  z
    .strictObject({ en: proseField().optional(), ru: proseField().optional(), uk: proseField().optional() })
    .check(({ value, issues }) => {
      if (Object.keys(value).length === 0) issues.push(createEmptyIssue(value));
    }),
]);

/** A localised text as its author wrote it. */
export type WrittenLocalised = z.infer<typeof localisedField>;

/**
 * Schema of a text that passes a test.
 *
 * @param describe what is wrong with a text that fails it
 */
export function validatedField(isValid: (value: string) => boolean, describe: (value: string) => ProblemText) {
  return z.string().check(({ value, issues }) => {
    if (!isValid(value)) issues.push(createIssue(value, describe(value)));
  });
}

// Characters that HTML and XML forbid, and lone surrogates: they come from escape sequences, or from a faulty editor.
function findForbiddenCharacter(value: string): ProblemText | undefined {
  const [character] = /[^\P{Control}\t\n]|\p{Surrogate}|[\ufffe\uffff]/u.exec(value) ?? [];
  if (character === undefined) return undefined;
  return { what: `contains a character that no page can show (${formatCodePoint(character)}).`, advice: "Remove it." };
}

/** An issue of an empty field: `params.isEmpty` says so. Its advice is an example of the field, which the form has. */
function createEmptyIssue(input: unknown) {
  return { code: "custom" as const, input, params: { isEmpty: true } };
}

function createIssue(input: unknown, { what, advice }: ProblemText) {
  return { code: "custom" as const, input, message: what, params: { advice } };
}

function checkLength(value: string, maxLength: number): ProblemText | undefined {
  // Most texts are short: count code points only if there are too many UTF-16 code units.
  const length = value.length > maxLength ? [...value].length : 0;
  if (length <= maxLength) return undefined;
  return {
    what: `has ${length} characters; the maximum is ${maxLength}.`,
    advice: `Shorten it by ${length - maxLength}.`,
  };
}

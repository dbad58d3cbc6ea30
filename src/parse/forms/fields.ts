import { z } from "zod";
import { dayFrom } from "../../values/day.ts";
import { quoted, type Slip } from "../../values/problem.ts";

/** A text in which something stands, of at most so many characters. */
export function text(most = Number.POSITIVE_INFINITY) {
  return z.string().check(({ value, issues }) => {
    const slip = value.trim() === "" ? { what: "is empty.", advice: "" } : (tooLong(value, most) ?? unshowable(value));
    if (slip) issues.push(issue(value, slip));
  });
}

/** The address of a page somewhere on the web. */
export const webUrl = z.string().check(({ value, issues }) => {
  if (/^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value) && !/[\s\p{Control}]/u.test(value)) return;
  issues.push(
    issue(value, { what: `${quoted(value)} is no address on the web.`, advice: "Write it whole, from https:// on." }),
  );
});

/** Where a site lives: addresses are put behind it, so it ends with its path. */
export const siteUrl = webUrl.check(({ value, issues }) => {
  if (!/[?#]/.test(value)) return;
  const what = `${quoted(value)} is no folder of a site.`;
  issues.push(issue(value, { what, advice: "Take out what begins with ? or #." }));
});

/** A day as "2024-07-11". */
export const day = z.string().check(({ value, issues }) => {
  const [year = "", month = "", date = "", ...rest] = value.split("-");
  if (rest.length === 0 && dayFrom(year, month, date)) return;
  issues.push(
    issue(value, { what: `${quoted(value)} is no day.`, advice: "Write year, month and day, as in: 2024-07-11" }),
  );
});

/** A text that is the same in every language, or one a language. */
export const localised = z.union([
  text(),
  z.strictObject({ en: text().optional(), ru: text().optional(), uk: text().optional() }).check(({ value, issues }) => {
    if (Object.keys(value).length === 0) issues.push(issue(value, { what: "is empty.", advice: "" }));
  }),
]);

export type WrittenLocalised = z.infer<typeof localised>;

/** A text of one form, told by a test. */
export function formed(isRight: (value: string) => boolean, slip: (value: string) => Slip) {
  return z.string().check(({ value, issues }) => {
    if (!isRight(value)) issues.push(issue(value, slip(value)));
  });
}

// Characters that HTML and XML forbid, and halves of surrogate pairs: they come in by escapes, or by a broken editor.
function unshowable(value: string): Slip | undefined {
  const [found] = /[^\P{Control}\t\n]|\p{Surrogate}|[\ufffe\uffff]/u.exec(value) ?? [];
  if (found === undefined) return undefined;
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { what: `holds a character that no page can show (${code}).`, advice: "Take it out." };
}

function issue(input: unknown, { what, advice }: Slip) {
  return { code: "custom" as const, input, message: what, params: { advice } };
}

function tooLong(value: string, most: number): Slip | undefined {
  // Most are short: only what is long in UTF-16 is counted in characters.
  const characters = value.length > most ? [...value].length : 0;
  if (characters <= most) return undefined;
  return {
    what: `has ${characters} characters, and ${most} are the most.`,
    advice: `Shorten it by ${characters - most}.`,
  };
}

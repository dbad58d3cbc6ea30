import { transliterate } from "transliteration";

/** Up to 80 lower-case Latin letters, digits and single hyphens: safe in every file system, URL and mail. */
export type Slug = string & { readonly brand: "Slug" };

/** Parses a slug; undefined if the text has another form. */
export function parseSlug(text: string): Slug | undefined {
  return text.length <= maxLength && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? (text as Slug) : undefined;
}

/**
 * Makes a slug of a text in any script: "Віктор Орбан" becomes "viktor-orban".
 *
 * @returns undefined if the text has no letter or digit
 */
export function toSlug(text: string): Slug | undefined {
  const words =
    toLatin(text)
      .toLowerCase()
      .replace(/['’ʼ`"]/g, "")
      .match(/[a-z0-9]+/g) ?? [];
  return parseSlug(words.join("-").slice(0, maxLength).replace(/-$/, ""));
}

// Most texts are ASCII already, and skip the slow transliteration.
function toLatin(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : transliterate(text.normalize("NFC"));
}

const maxLength = 80;

/** The form of a slug, as messages to authors describe it. */
export const slugForm = `lower-case Latin letters, digits and hyphens, at most ${maxLength}`;

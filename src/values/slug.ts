import { transliterate } from "transliteration";

/** Lower-case Latin letters, digits and single hyphens, at most 80: the same on every disk, in every URL and mail. */
export type Slug = string & { readonly brand: "Slug" };

/** @returns the text as a slug, or undefined where it has another form */
export function slugFrom(text: string): Slug | undefined {
  return text.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? (text as Slug) : undefined;
}

/**
 * The slug nearest to any text, in any script: "Віктор Орбан" is "viktor-orban".
 *
 * @returns undefined where the text has no letter or digit at all
 */
export function slugFor(text: string): Slug | undefined {
  const words =
    inLatin(text)
      .toLowerCase()
      .replace(/['’ʼ`"]/g, "")
      .match(/[a-z0-9]+/g) ?? [];
  return slugFrom(words.join("-").slice(0, longest).replace(/-$/, ""));
}

// Most texts are Latin already, and need not be looked up letter by letter.
function inLatin(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : transliterate(text.normalize("NFC"));
}

const longest = 80;

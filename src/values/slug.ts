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
    transliterate(text.normalize("NFC"))
      .toLowerCase()
      .replace(/['’ʼ`"]/g, "")
      .match(/[a-z0-9]+/g) ?? [];
  return slugFrom(words.join("-").slice(0, longest).replace(/-$/, ""));
}

const longest = 80;

import type { BodyKey, Html } from "../values/html.ts";

/** Looks up the HTML of a text among some; undefined: it is none of them. */
export type Texts = (key: BodyKey) => Html | undefined;

/**
 * Texts as the bytes in which they are kept: a line of JSON with each one's key and length, then one behind the other. So
 * one of them is read without the others, and a month of them takes a third of the memory that it takes as strings.
 */
export function keptTexts(texts: readonly { readonly key: BodyKey; readonly html: Html }[]): Buffer {
  const bytes = texts.map(({ html }) => Buffer.from(html));
  const lengths = texts.map(({ key }, i) => [key, bytes[i]?.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...bytes]);
}

/** Texts as they were kept. */
export function textsIn(kept: Buffer): Texts {
  const end = kept.indexOf("\n");
  const lengths: readonly (readonly [BodyKey, number])[] = JSON.parse(kept.toString("utf8", 0, end));
  const places = new Map<BodyKey, readonly [start: number, end: number]>();
  let at = end + 1;
  for (const [key, length] of lengths) {
    places.set(key, [at, at + length]);
    at += length;
  }
  return (key) => {
    const place = places.get(key);
    return place && (kept.toString("utf8", ...place) as Html);
  };
}

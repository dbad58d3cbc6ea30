/**
 * The UTF-8 bytes of a text as a string with one character for each byte (Node's "latin1"). One curly quote makes V8
 * store a string with two bytes for each character, and then searching, copying and writing take several times as long.
 * Decoding and encoding 5 KB of such text also takes some 10 µs (2026-11); bytes avoid it.
 */
export type Utf8 = string & { readonly encoding: "UTF-8" };

/** Encodes a text as UTF-8; a lone surrogate becomes U+FFFD. */
export function toUtf8<T extends string>(text: T): T & Utf8 {
  return (notAscii.test(text) ? bytesToUtf8(Buffer.from(text)) : text) as T & Utf8;
}

/** Converts UTF-8 bytes to a `Utf8` string, without a check. */
export function bytesToUtf8(bytes: Buffer): Utf8 {
  return bytes.toString("latin1") as Utf8;
}

const notAscii = /[^\0-\x7F]/;

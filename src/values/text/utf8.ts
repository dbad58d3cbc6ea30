/**
 * Text in UTF-8, a character for each of its bytes (what Node calls "latin1"). One curly quote makes V8 hold a text in two
 * bytes a character, and then searching, copying and writing it take several times as long; and 5 KB of such text are
 * decoded and encoded in some 10 µs (2026-11), which bytes need not be.
 */
export type Utf8 = string & { readonly encoding: "UTF-8" };

/** A text in UTF-8; half of a surrogate pair is U+FFFD in it. */
export function inUtf8<T extends string>(text: T): T & Utf8 {
  return (notAscii.test(text) ? utf8In(Buffer.from(text)) : text) as T & Utf8;
}

/** Bytes of UTF-8 as such a text. */
export function utf8In(bytes: Buffer): Utf8 {
  return bytes.toString("latin1") as Utf8;
}

const notAscii = /[^\0-\x7F]/;

/**
 * Names the first character of a text that a reader of it cannot see or takes for another one, in brackets: ` (with a
 * zero width space, U+200B)`. Without it, a message and its advice would look alike. "" if there is none.
 */
export function noteHiddenCharacter(text: string): string {
  if (/^[\n\x20-\x7e]*$/.test(text)) return "";
  const character = findHiddenCharacter(text);
  return character === undefined ? "" : ` (with ${findName(character)}, ${formatCodePoint(character)})`;
}

/** Names a character and its code point: "a zero width space (U+200B)"; `the Cyrillic letter "а" (U+0430)`. */
export function nameCharacter(character: string): string {
  return `${findName(character)} (${formatCodePoint(character)})`;
}

function findName(character: string): string {
  const name = names.find(([pattern]) => pattern.test(character))?.[1] ?? `"${character}"`;
  return name.replace("?", character);
}

/** The code point of the first character: "U+0008". */
export function formatCodePoint(characters: string): string {
  return `U+${(characters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Finds the first character that has no ink, other than a plain space, or that makes up an emoji or a word. */
export function findInvisibleCharacter(
  text: string,
): { readonly character: string; readonly index: number } | undefined {
  const match = invisibleCharacter.exec(text);
  return match === null ? undefined : { character: match[0], index: match.index };
}

/** Whether a text has nothing that can be seen. */
export function isBlank(text: string): boolean {
  return text.trim() === "" || (!/[!-~]/.test(text) && text.replace(allWithoutInk, "") === "");
}

/**
 * Writes a text as an author would have typed it on the plainest keyboard: without what cannot be seen, with plain spaces
 * and hyphens, and Latin letters for those of other alphabets that look the same.
 */
export function foldLookAlikes(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(zeroWidth, "")
    .replace(/\p{Z}/gu, " ")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-")
    .replace(/[\u2236\ua789]/g, ":")
    .replace(/[\u0370-\u052f]/g, (letter) => latinLetters.get(letter) ?? letter);
}

// Letters in their order: each of the second row looks like the one above it, in nearly all typefaces.
const latinRow = "AaBCcEeHIiJjKMOoPpSsTXxYyïIeAaoOBEHIKMNPTXYZvhdqw";
const lookAlikeRow = "АаВСсЕеНІіЈјКМОоРрЅѕТХхУуїӀёΑαοΟΒΕΗΙΚΜΝΡΤΧΥΖνһԁԛԝ";
const latinLetters: ReadonlyMap<string, string> = new Map(
  [...lookAlikeRow].map((letter, i) => [letter, latinRow[i]?.replace("ï", "i") ?? letter]),
);

function findHiddenCharacter(text: string): string | undefined {
  const invisible = findInvisibleCharacter(text)?.character ?? /[\uff01-\uff5e]/.exec(text)?.[0];
  if (invisible !== undefined) return invisible;
  const mixedWord = (text.match(/\p{L}+/gu) ?? []).find(
    (word) => /\p{sc=Latn}/u.test(word) && foreignLetter.test(word),
  );
  if (mixedWord === undefined) {
    // All of it could be Latin: "сос". Words that cannot, such as those of most titles, are what they seem.
    const isLatinLookAlike = /^\S*[\w-]\S*$/.test(text) && /^[\x20-\x7e]+$/.test(foldLookAlikes(text));
    return isLatinLookAlike ? /[^\x20-\x7e]/u.exec(text)?.[0] : undefined;
  }
  const foreign = mixedWord.match(new RegExp(foreignLetter, "gu")) ?? [];
  const latin = mixedWord.match(/\p{sc=Latn}/gu) ?? [];
  return foreign.length > latin.length ? latin[0] : foreign[0];
}

const foreignLetter = /[\p{sc=Cyrl}\p{sc=Grek}]/u;

// A joiner inside an emoji or a word of scripts that need it, and the selector behind a picture character, are sound.
const invisibleCharacter =
  /(?<![\p{Emoji}\p{M}])[\ufe0e\ufe0f]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Sinh}\p{sc=Mlym}\p{M}])[\u200c\u200d]|(?![\u200c-\u200d]|[\ufe0e-\ufe0f])[\p{DI}\p{Cf}\u2800]|(?! )[\p{Z}\u0085]/u;
const allWithoutInk = /[\s\p{Z}\p{DI}\p{Cf}\p{Cc}\u2800]/gu;
const zeroWidth = /[\p{DI}\p{Cf}\u2800]/gu;

const names: readonly (readonly [RegExp, string])[] = [
  [/^\u00a0/, "a no-break space"],
  [/^\u202f/, "a narrow no-break space"],
  [/^\u3000/, "an ideographic space"],
  [/^\u00ad/, "a soft hyphen"],
  [/^\u200b/, "a zero width space"],
  [/^\u200c/, "a zero width non-joiner"],
  [/^\u200d/, "a zero width joiner"],
  [/^\u2060/, "a word joiner"],
  [/^\ufeff/, "a byte order mark"],
  [/^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/, "a mark of writing direction"],
  [/^[\u2028\u2029\u0085]/, "a line separator"],
  [/^\p{Z}/u, "a space of another width"],
  [/^[\ufe00-\ufe0f]/, "a variation selector"],
  [/^[\p{DI}\p{Cf}\u2800]/u, "a character that cannot be seen"],
  [/^[\uff01-\uff5e]/, 'the full-width "?"'],
  [/^\p{sc=Cyrl}/u, 'the Cyrillic letter "?"'],
  [/^\p{sc=Grek}/u, 'the Greek letter "?"'],
  [/^\p{sc=Latn}/u, 'the Latin letter "?"'],
  [/^\p{Pd}|^\u2212/u, 'the dash "?"'],
];

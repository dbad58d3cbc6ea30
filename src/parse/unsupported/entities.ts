/**
 * The character that an entity of HTML stands for: "&" for "&amp;".
 *
 * @returns undefined for an entity that is unknown here, or whose character cannot be seen
 */
export function suggestCharacter(entity: string): string | undefined {
  const name = entity.slice(1).replace(/;$/, "");
  const code = name.startsWith("#") ? parseCode(name.slice(1)) : undefined;
  const character = code === undefined ? characters[name.toLowerCase()] : String.fromCodePoint(code);
  return character !== undefined && /^[^\p{C}\p{Z}]$/u.test(character) ? character : undefined;
}

/** Replaces the entities in a text by their characters, except those that cannot be seen. */
export function decodeVisibleEntities(text: string): string {
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]{2,8});/gi, (entity) => suggestCharacter(entity) ?? entity);
}

function parseCode(digits: string): number | undefined {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? code : undefined;
}

const characters: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  copy: "©",
  deg: "°",
  euro: "€",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  ndash: "–",
  pound: "£",
  quot: '"',
  raquo: "»",
  rdquo: "”",
  reg: "®",
  rsquo: "’",
  sect: "§",
  times: "×",
  trade: "™",
};

/** A web or mail address that stands in a text without markup. */
export interface BareAddress {
  readonly start: number;
  readonly end: number;
  /** Gives where a link leads; undefined if the address is only kept as typed: another scheme, or a host without one. */
  readonly getHref: () => string | undefined;
}

/**
 * Finds the bare addresses in a text, in their order. Links as in GitHub Flavored Markdown (6.9): http, https, www and
 * mail. They end before spaces, quotation marks, dashes, unbalanced brackets and the punctuation of the sentence.
 *
 * @param text markdown or plain text; in markdown a backslash may stand before a character of the address
 */
export function findAddresses(text: string): readonly BareAddress[] {
  const webAddresses = findWebAddresses(text);
  const mailAddresses = text.includes("@") ? findMailAddresses(text, webAddresses) : [];
  return mailAddresses.length === 0
    ? webAddresses
    : [...webAddresses, ...mailAddresses].sort((a, b) => a.start - b.start);
}

// A scheme, "www.", a scheme without slashes, or a host with a path. Every part is bounded, so that the time is linear.
const addressStart =
  /(?<![a-z\d])[a-z][a-z\d+.-]{0,20}:\/\/|(?<![\p{L}\p{N}@/_.-])(?:www\.(?=[\p{L}\p{N}])|(?:mailto|doi|tel|urn|magnet|geo|tg|bitcoin):(?=[^\s:])|(?:[a-z\d][a-z\d-]{0,62}\.){1,5}[a-z]{2,24}\/(?=[^\s/]))/giu;

function findWebAddresses(text: string): readonly BareAddress[] {
  return findCandidateWords(text).flatMap(([start, end]) => findInWord(text, start, end));
}

/**
 * Finds the words that may contain a web address, as the indexes of their first character and after their last. Most texts
 * have none, and searching for one character takes a tenth of the time of the patterns.
 */
function findCandidateWords(text: string): readonly (readonly [start: number, end: number])[] {
  const words: (readonly [number, number])[] = [];
  const positions = hints.map(() => -1);
  const findNextHint = (from: number) => {
    hints.forEach((hint, i) => {
      // A hint that is not there is looked for once.
      if ((positions[i] ?? 0) < from) positions[i] = findIndex(text, hint, from);
    });
    return Math.min(...positions);
  };
  let end = 0;
  for (let hint = findNextHint(0); hint < text.length; hint = findNextHint(end)) {
    let start = hint;
    while (start > end && !isBlankAt(text, start - 1)) start--;
    end = hint;
    while (end < text.length && !isBlankAt(text, end)) end++;
    words.push([start, end]);
  }
  return words;
}

function findIndex(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? text.length : index;
}

const hints = ["/", ":", "www.", "WWW.", "Www."];

function isBlankAt(text: string, index: number): boolean {
  return text.charCodeAt(index) <= 0x20;
}

function findInWord(text: string, wordStart: number, wordEnd: number): readonly BareAddress[] {
  const word = text.slice(wordStart, wordEnd);
  const addresses: BareAddress[] = [];
  addressStart.lastIndex = 0;
  for (let match = addressStart.exec(word); match !== null; match = addressStart.exec(word)) {
    const opening = match[0];
    // "see.https://" begins with its known scheme.
    const start = match.index + (/[+.-](?=https?:\/\/$)/i.exec(opening)?.index ?? -1) + 1;
    const end = findAddressEnd(word, match.index + opening.length);
    addressStart.lastIndex = Math.max(end, match.index + opening.length);
    if (end <= match.index + opening.length) continue;
    addresses.push({
      start: wordStart + start,
      end: wordStart + end,
      getHref: () => toHref(word.slice(start, end)),
    });
  }
  return addresses;
}

function toHref(address: string): string | undefined {
  if (/^www\./i.test(address)) return toHref(`https://${address}`);
  if (/^mailto:[^\s@]+@[^\s@]/i.test(address)) return address;
  const host = /^https?:\/\/(?:[^\s/?#@]{1,100}@)?([^\s/?#:@]{1,253})(?=[/?#:]|$)/i.exec(address)?.[1];
  const isHost = host !== undefined && /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(host);
  return isHost && URL.canParse(address) ? address : undefined;
}

function findAddressEnd(text: string, start: number): number {
  const openBrackets = { "(": 0, "[": 0, "{": 0 };
  let isQuery = false;
  let end = start;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (stop.test(character) || text.startsWith("{{", end) || text.startsWith("{%", end)) break;
    if (character === "?") isQuery = true;
    if (character === "(" || character === "{" || (character === "[" && isQuery)) openBrackets[character]++;
    else if (character === "[") break;
    else if (isClosing(character) && --openBrackets[closingBrackets[character]] < 0) break;
    else if (character === "&" && /^&(?:[lg]t|quot|nbsp|[lr]aquo|[lr]dquo|[mn]dash);/i.test(text.slice(end, end + 9)))
      break;
    else if (character === "\\" && !/[!-/:-@\\\]^_`{-~]/.test(text.charAt(++end))) return trimEnd(text, start, end - 1);
  }
  return trimEnd(text, start, Math.min(end, text.length));
}

const closingBrackets = { ")": "(", "]": "[", "}": "{" } as const;

function isClosing(character: string): character is keyof typeof closingBrackets {
  return character in closingBrackets;
}

// Spaces, control characters and noncharacters, quotation marks and dashes, East Asian punctuation.
const stop = /[\s\p{C}<>"`«»„“”‹›–—…、。《》「」！，：；？（）]/u;

function trimEnd(text: string, start: number, untrimmedEnd: number): number {
  let end = untrimmedEnd;
  while (end > start) {
    const entity = text[end - 1] === ";" ? /&[a-z\d#]{2,20};$/i.exec(text.slice(Math.max(start, end - 24), end)) : null;
    if (entity) end -= entity[0].length;
    else if (/[!'*,.:;?\\_~‘’]/.test(text.charAt(end - 1))) end--;
    else break;
  }
  return end;
}

function findMailAddresses(text: string, webAddresses: readonly BareAddress[]): readonly BareAddress[] {
  const addresses: BareAddress[] = [];
  let web = 0;
  let previousEnd = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    while ((webAddresses[web]?.end ?? text.length) <= at) web++;
    if ((webAddresses[web]?.start ?? text.length) <= at) continue;
    const address = readMailAddress(text, at, Math.max(previousEnd, webAddresses[web - 1]?.end ?? 0));
    if (address === undefined) continue;
    addresses.push(address);
    previousEnd = address.end;
  }
  return addresses;
}

function readMailAddress(text: string, at: number, earliestStart: number): BareAddress | undefined {
  const before = text.slice(Math.max(earliestStart, at - maxLocalPart), at);
  const localPart = /[\p{L}\p{N}](?:[\p{L}\p{N}._+'’-]|\\_)*$/u.exec(before)?.[0];
  mailHost.lastIndex = at + 1;
  const host = mailHost.exec(text)?.[0];
  if (localPart === undefined || localPart.length === maxLocalPart || host === undefined) return undefined;
  const start = at - localPart.length;
  const end = at + 1 + host.length;
  const address = text.slice(start, end);
  // "@name@host" is a name on a social network, and "//name@host" a part of something else.
  const isMail = !/[@/:\\]/.test(text.charAt(start - 1)) && !/[’\\]\P{P}|’/u.test(localPart);
  return { start, end, getHref: () => (isMail ? `mailto:${address}` : undefined) };
}

// RFC 5321, 4.5.3.1.1: a local part has at most 64 characters.
const maxLocalPart = 65;
const mailHost =
  /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){0,7}\.\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}]/uy;

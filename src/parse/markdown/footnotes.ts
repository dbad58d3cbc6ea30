import { quoted } from "../../values/problem.ts";
import { placeOf, type Reading } from "./reading.ts";
import { htmlToken, type Token } from "./tokens.ts";

/**
 * A text with its footnotes at the end, in the order in which they are first referred to, each with ways back. Their ids
 * begin with the file's path, for a feed reader may show several texts on one page.
 */
export function footnoted(tokens: readonly Token[], reading: Reading): readonly Token[] {
  if (!tokens.some(({ type }) => type === "footnote_reference_open")) return tokens;
  const { body, notes } = parted(tokens, reading);
  const path = reading.context.path.replace(/\.md$/, "").replace(/[^A-Za-z0-9]+/g, "-");
  const numbering: Numbering = { path, references: new Map() };
  number(body, numbering);
  // Notes may refer to further notes, which join the end of the list while it is walked.
  for (const label of numbering.references.keys()) number(notes.get(label) ?? [], numbering);
  reportUnused(notes, numbering, reading);
  const items = [...numbering.references].flatMap(([label, reference]) =>
    item(reference, notes.get(label) ?? [], path),
  );
  if (items.length === 0) return body;
  return [...body, htmlToken('<div class="footnotes">\n<ol>\n'), ...items, htmlToken("</ol>\n</div>\n")];
}

/** Says which footnotes are referred to and nowhere written: their marks stand in the text as they were typed. */
export function reportMissing(words: readonly Token[], line: number, reading: Reading): void {
  for (const { type, content } of words) {
    for (const [mark] of type === "text" && content.includes("[^") ? content.matchAll(/\[\^[^\]\n]+\]/g) : []) {
      const advice = `Write it on a line of its own: ${mark.replace(/\s+/g, "-")}: its text.`;
      reading.problems.push({
        at: placeOf(reading, mark, line),
        what: `text: there is no footnote ${quoted(mark)}.`,
        advice,
      });
    }
  }
}

/** Notes by label, in the order in which they are first referred to. */
interface Numbering {
  readonly path: string;
  readonly references: Map<string, Reference>;
}

/** A note's number, and how often it was referred to so far. */
interface Reference {
  readonly number: number;
  readonly times: number;
}

type Notes = ReadonlyMap<string, readonly Token[]>;

function parted(tokens: readonly Token[], reading: Reading): { body: readonly Token[]; notes: Notes } {
  const body: Token[] = [];
  const notes = new Map<string, Token[]>();
  const open = [body];
  tokens.forEach((token, i) => {
    if (token.type === "footnote_reference_close") open.pop();
    else if (token.type === "footnote_reference_open") {
      const label = labelOf(token);
      if (notes.has(label)) reportTwice(label, tokens[i + 1]?.map?.[0] ?? 0, reading);
      const note: Token[] = [];
      notes.set(label, note);
      open.push(note);
    } else open.at(-1)?.push(token);
  });
  return { body, notes };
}

function labelOf({ meta }: Token): string {
  return String(meta?.label ?? "");
}

function number(tokens: readonly Token[], numbering: Numbering): void {
  for (const { children } of tokens) {
    children?.forEach((token, i) => {
      if (token.type === "footnote_ref") children[i] = htmlToken(reference(labelOf(token), numbering));
    });
  }
}

function reference(label: string, { path, references }: Numbering): string {
  const { number, times } = references.get(label) ?? { number: references.size + 1, times: 0 };
  references.set(label, { number, times: times + 1 });
  const name = `${path}:${number}`;
  return `<sup class="footnote-ref"><a href="#fn:${name}" id="fnref:${name}${timesMark(times + 1)}">${number}</a></sup>`;
}

function timesMark(times: number): string {
  return times === 1 ? "" : `:${times}`;
}

function item({ number, times }: Reference, note: readonly Token[], path: string): readonly Token[] {
  const name = `${path}:${number}`;
  const each = Array.from({ length: times }, (_, i) => i + 1);
  const back = htmlToken(each.map((time) => ` <a href="#fnref:${name}${timesMark(time)}">${arrow(time)}</a>`).join(""));
  const last = note.at(-1);
  const inside = last?.type === "paragraph_close" ? [...note.slice(0, -1), back, last] : [...note, back];
  return [htmlToken(`<li id="fn:${name}">`), ...inside, htmlToken("</li>\n")];
}

// With the selector that asks for text, since phones would draw an emoji.
function arrow(time: number): string {
  return `\u21A9\uFE0E${time === 1 ? "" : `<sup>${time}</sup>`}`;
}

function reportUnused(notes: Notes, { references }: Numbering, reading: Reading): void {
  for (const label of notes.keys()) {
    if (references.has(label)) continue;
    const what = `text: the footnote "[^${label}]" is referred to nowhere, so no reader would see it.`;
    const advice = `Write [^${label}] where it belongs, or delete the note.`;
    reading.problems.push({ at: placeOf(reading, `[^${label}]:`, 0), what, advice });
  }
}

function reportTwice(label: string, line: number, reading: Reading): void {
  const at = placeOf(reading, `[^${label}]:`, line);
  const what = `text: there are two footnotes "[^${label}]".`;
  reading.problems.push({ at, what, advice: "Give one of them another name." });
}

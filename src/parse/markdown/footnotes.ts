import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { locateText, type MarkdownState } from "./reading.ts";
import { maxFootnoteName } from "./rules/footnote-rule.ts";
import { createHtmlToken, type Token } from "./tokens.ts";

/**
 * Moves footnotes to the end of the text, in the order of their first references, each with links back to all of them.
 * Their ids start with the path of the file, because a feed reader may show several texts on one page.
 */
export function moveFootnotesToEnd(tokens: readonly Token[], state: MarkdownState): readonly Token[] {
  if (!tokens.some(({ type }) => type === "footnote_reference_open")) return tokens;
  const { body, notes } = separateNotes(tokens, state);
  const idPrefix = state.context.path.replace(/\.md$/, "").replace(/[^A-Za-z0-9]+/g, "-");
  const numbering: Numbering = { idPrefix, references: new Map() };
  numberReferences(body, numbering);
  // Notes may refer to further notes; these are appended to the map during this iteration.
  for (const label of numbering.references.keys()) numberReferences(notes.get(label)?.tokens ?? [], numbering);
  reportUnusedFootnotes(notes, numbering, state);
  const items = [...numbering.references].flatMap(([label, numberedNote]) =>
    renderItem(numberedNote, notes.get(label)?.tokens ?? [], idPrefix),
  );
  if (items.length === 0) return body;
  return [...body, createHtmlToken('<div class="footnotes">\n<ol>\n'), ...items, createHtmlToken("</ol>\n</div>\n")];
}

/**
 * Reports references to footnotes that do not exist: markdown-it leaves their marks in the text as they were typed.
 *
 * @param line of the tokens, from 0 at the start of the text
 */
export function reportMissingFootnotes(inlineTokens: readonly Token[], line: number, state: MarkdownState): void {
  for (const { type, content } of inlineTokens) {
    for (const [mark] of type === "text" && content.includes("[^") ? content.matchAll(footnoteMark) : [])
      state.problems.push({ at: locateText(state, mark, line), ...describeMissingFootnote(mark) });
  }
}

// A mark ends where the next one could begin, so that unclosed marks take linear time.
const footnoteMark = /\[\^[^[\]\n]+\]/g;

function describeMissingFootnote(mark: string): ProblemText {
  const name = mark.replace(/\s+/g, "-").slice(0, maxFootnoteName);
  if (mark.length > maxFootnoteName + "[^]".length) {
    const what = `text: the name of the footnote ${inQuotes(mark)} has more than ${maxFootnoteName} characters.`;
    return { what, advice: "Write a short name, as in [^1], here and before its text." };
  }
  const what = `text: there is no footnote ${inQuotes(mark)}.`;
  if (name !== mark)
    return { what, advice: `A name has no spaces: write ${name}, and on a line of its own: ${name}: its text.` };
  return { what, advice: `Write it on a line of its own: ${name}: its text.` };
}

/** Numbered notes by label, in the order of their first references. */
interface Numbering {
  readonly idPrefix: string;
  readonly references: Map<string, NumberedNote>;
}

/** The number of a note, and how many references to it were found so far. */
interface NumberedNote {
  readonly number: number;
  readonly referenceCount: number;
}

/** The text of a note, and its first line, from 0 at the start of the text. */
interface Note {
  readonly tokens: Token[];
  readonly line: number;
}

type Notes = ReadonlyMap<string, Note>;

function separateNotes(tokens: readonly Token[], state: MarkdownState): { body: readonly Token[]; notes: Notes } {
  const body: Token[] = [];
  const notes = new Map<string, Note>();
  const stack = [body];
  for (const token of tokens) {
    if (token.type === "footnote_reference_close") stack.pop();
    else if (token.type === "footnote_reference_open") {
      const label = getLabel(token);
      const note: Note = { tokens: [], line: token.map?.[0] ?? 0 };
      if (notes.has(label)) reportDuplicateFootnote(label, note.line, state);
      notes.set(label, note);
      stack.push(note.tokens);
    } else stack.at(-1)?.push(token);
  }
  return { body, notes };
}

function getLabel({ meta }: Token): string {
  return String(meta?.label ?? "");
}

function numberReferences(tokens: readonly Token[], numbering: Numbering): void {
  for (const { children } of tokens) {
    children?.forEach((token, i) => {
      if (token.type === "footnote_ref") children[i] = createHtmlToken(renderReference(getLabel(token), numbering));
    });
  }
}

function renderReference(label: string, { idPrefix, references }: Numbering): string {
  const { number, referenceCount } = references.get(label) ?? { number: references.size + 1, referenceCount: 0 };
  references.set(label, { number, referenceCount: referenceCount + 1 });
  const noteId = `${idPrefix}:${number}`;
  return `<sup class="footnote-ref"><a href="#fn:${noteId}" id="fnref:${noteId}${formatReferenceSuffix(referenceCount + 1)}">${number}</a></sup>`;
}

function formatReferenceSuffix(occurrence: number): string {
  return occurrence === 1 ? "" : `:${occurrence}`;
}

function renderItem(
  { number, referenceCount }: NumberedNote,
  note: readonly Token[],
  idPrefix: string,
): readonly Token[] {
  const noteId = `${idPrefix}:${number}`;
  const occurrences = Array.from({ length: referenceCount }, (_, i) => i + 1);
  const backLinks = createHtmlToken(
    occurrences
      .map(
        (occurrence) =>
          ` <a href="#fnref:${noteId}${formatReferenceSuffix(occurrence)}">${renderBackArrow(occurrence)}</a>`,
      )
      .join(""),
  );
  const lastToken = note.at(-1);
  const content =
    lastToken?.type === "paragraph_close" ? [...note.slice(0, -1), backLinks, lastToken] : [...note, backLinks];
  return [createHtmlToken(`<li id="fn:${noteId}">`), ...content, createHtmlToken("</li>\n")];
}

// U+FE0E (variation selector 15) requests text presentation; without it, phones show an emoji.
function renderBackArrow(occurrence: number): string {
  return `\u21A9\uFE0E${occurrence === 1 ? "" : `<sup>${occurrence}</sup>`}`;
}

function reportUnusedFootnotes(notes: Notes, { references }: Numbering, state: MarkdownState): void {
  for (const [label, { line }] of notes) {
    if (references.has(label) || label.length > maxFootnoteName) continue;
    const what = `text: nothing refers to the footnote "[^${label}]", so no reader would see it.`;
    const advice = `Write [^${label}] where it belongs, or delete the note.`;
    state.problems.push({ at: locateText(state, `[^${label}]:`, line), what, advice });
  }
}

function reportDuplicateFootnote(label: string, line: number, state: MarkdownState): void {
  const at = locateText(state, `[^${label}]:`, line);
  const what = `text: there are two footnotes "[^${label}]".`;
  state.problems.push({ at, what, advice: "Give one of them another name." });
}

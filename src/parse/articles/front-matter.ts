import type { Source } from "../../read/read.ts";
import { type Checked, type Slip, startOf } from "../../values/problem.ts";

/** A text file in its two parts: settings in YAML between two lines of "---", then the text itself. */
export interface Parts {
  readonly frontMatter: string;
  /** Where in the file the front matter begins, and the text. */
  readonly firstLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** The parts of a file that must have front matter, or why they cannot be told apart. */
export function partsOf({ file, text }: Source): Checked<Parts> {
  const opening = /^---[ \t]*\n/.exec(text)?.[0];
  if (opening === undefined) return { ok: false, problems: [{ at: startOf(file), ...notOpened(text) }] };
  closing.lastIndex = opening.length;
  const closed = closing.exec(text);
  if (closed === null) return { ok: false, problems: [{ at: startOf(file), ...notClosed }] };
  const frontMatter = text.slice(opening.length, closed.index);
  if (frontMatter.length > mostCharacters)
    return { ok: false, problems: [{ at: startOf(file), ...tooLong(frontMatter) }] };
  return {
    ok: true,
    value: {
      frontMatter,
      firstLine: 2,
      body: text.slice(closed.index + closed[0].length),
      bodyLine: 2 + linesIn(frontMatter) + 1,
    },
  };
}

/** The parts of a file that may have front matter, such as an editor's note: else all of it is text. */
export function partsOfNote(source: Source): Checked<Parts> {
  const { text, file } = source;
  if (text.startsWith("---")) return partsOf(source);
  if (text.trim() === "") return { ok: false, problems: [{ at: startOf(file), ...emptyNote }] };
  return { ok: true, value: { frontMatter: "", firstLine: 1, body: text, bodyLine: 1 } };
}

// What YAML says of a page of nonsense takes a time that grows with the square of its length.
const mostCharacters = 50_000;

function tooLong({ length }: string): Slip {
  return {
    what: `front matter: has ${length} characters, and ${mostCharacters} are the most.`,
    advice: 'Move what is text below its second "---".',
  };
}

const closing = /^---[ \t]*(?:\n|$(?![\s\S]))/gm;

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

function notOpened(text: string): Slip {
  if (text.trim() === "") {
    return {
      what: "is empty.",
      advice: 'Begin with a line "---", then title, summary, tags, sources and another "---".',
    };
  }
  if (/^\s+---/.test(text)) {
    return {
      what: 'front matter: something stands before its first "---".',
      advice: "Delete blank lines and spaces above it.",
    };
  }
  return {
    what: "front matter: is missing.",
    advice: 'Begin with a line "---", then title, summary, tags, sources and another "---".',
  };
}

const notClosed: Slip = {
  what: "front matter: is not closed.",
  advice: 'Write a line "---" between its last key and the text.',
};

const emptyNote: Slip = { what: "is empty.", advice: "Write the note that opens the day, or delete the file." };

import { quoted, type Slip } from "../../values/problem.ts";

/** What yaml says is wrong: its code, and where in the text. */
interface YamlError {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

interface Fault {
  readonly offset: number;
  readonly slip: Slip;
}

/** A fault of YAML in an author's words, and the offset at which the author should look. */
export function faultIn(text: string, { code, pos: [offset], message }: YamlError): Fault {
  if (/closing ['"]/.test(message)) return { offset: lastOf(text, offset, /(?<![\\\w])["']/g), slip: openQuote };
  if (/end with a [\]}]/.test(message)) return { offset: lastOf(text, offset, /[[{]/g), slip: openBracket };
  if (code === "UNEXPECTED_TOKEN" && endedEarly.test(lineAt(text, offset))) {
    const start = lineStart(text, offset);
    const [, before = "", value = ""] = endedEarly.exec(lineAt(text, offset)) ?? [];
    if (offset > start + before.length) return { offset: start + before.length, slip: openedAtOnce(before, value) };
  }
  if (code === "MULTIPLE_DOCS") return { offset: lastOf(text, offset, /^(?:\.\.\.|---)/gm), slip: slipOf(code, "") };
  if (code === "RESOURCE_EXHAUSTION") return { offset: Math.max(0, text.search(nested)), slip: slipOf(code, "") };
  if (code === "BLOCK_IN_FLOW") return { offset, slip: colonInside(text.slice(offset)) };
  if (code === "BLOCK_AS_IMPLICIT_KEY" && !/:\s.*:(?:\s|$)/.test(lineAt(text, offset))) {
    return { offset: nextLine(text, offset), slip: strayIndent };
  }
  return { offset, slip: slipOf(code, lineAt(text, offset)) };
}

/** Where lists or maps begin that stand in one another, deeper than any author would write. */
const nested = /(?:[[{][^[\]{}\n]{0,80}){20}|(?:- ){20}|(?:\? ){20}/;

/** Where the last thing stands that was opened before the place where yaml missed its end. */
function lastOf(text: string, before: number, opening: RegExp): number {
  return [...text.slice(0, before + 1).matchAll(opening)].at(-1)?.index ?? before;
}

const openQuote: Slip = {
  what: "YAML: a quotation mark is opened and not closed.",
  advice: 'Close it at the end of the text: title: "Words"',
};

const openBracket: Slip = {
  what: "YAML: a bracket is opened and not closed.",
  advice: "Close it at the end of the list: tags: [russia, diplomacy]",
};

const strayIndent: Slip = {
  what: "YAML: this line is indented and belongs to nothing above it.",
  advice: "Begin it where the other keys begin.",
};

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(lineStart(text, offset), end === -1 ? undefined : end);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** A value that is in quotes or brackets to YAML, though more words stand behind them: `title: "No deal" says envoy`. */
const endedEarly =
  /^(\s*(?:- )?(?:[\w-]+:\s+)?)("[^"]*"\s*[^\s#].*|'[^']*'\s*[^\s#].*|\[[^\]]*\]\s*[^\s#].*|\{[^}]*\}\s*[^\s#].*)$/;

function openedAtOnce(before: string, value: string): Slip {
  const key = before.trimStart().replace(/^- /, "");
  if (!/^["']/.test(value)) {
    return {
      what: "YAML: a text that begins with a bracket needs quotes.",
      advice: `Write ${inQuotes(key + value)}`,
    };
  }
  return {
    what: "YAML: a text that begins with a quotation mark needs quotes around all of it.",
    advice: `Write ${key}'${value.replaceAll("'", "’").slice(0, longestShown)}'`,
  };
}

function colonInside(rest: string): Slip {
  const words = /^[^,\]}\n]*/.exec(rest)?.[0] ?? "";
  return { what: "YAML: a text with a colon in it needs quotes.", advice: `Write ${inQuotes(words, "")}` };
}

/** The first character, after its spaces, of the line below. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? offset : end + 1 + text.slice(end + 1).search(/\S|$/);
}

function slipOf(code: string, line: string): Slip {
  switch (code) {
    case "TAB_AS_INDENT":
      return { what: "YAML: a tab stands at the beginning of this line.", advice: "Indent it by spaces." };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { what: "YAML: a text with a colon in it needs quotes.", advice: `Write ${inQuotes(line)}` };
    case "BAD_SCALAR_START":
      return { what: "YAML: a text that begins with this sign needs quotes.", advice: `Write ${inQuotes(line)}` };
    case "MULTILINE_IMPLICIT_KEY":
      return {
        what: "YAML: this line is no key with its value.",
        advice: 'Write "key: value", with a space after the colon.',
      };
    case "BAD_DQ_ESCAPE":
      return { what: "YAML: a backslash stands in double quotes.", advice: "Write it twice, or use single quotes." };
    case "MULTIPLE_DOCS":
      return { what: "YAML: a second document begins here.", advice: "Delete the line; all keys stand in one." };
    case "TAG_RESOLVE_FAILED":
      return { what: "YAML: a word with ! before it is a tag for a type.", advice: `Write ${inQuotes(line)}` };
    case "RESOURCE_EXHAUSTION":
      return { what: "YAML: lists stand in lists, deeper than can be read.", advice: "Close the brackets before." };
    default:
      return {
        what: `YAML: this line cannot be read: ${quoted(line.trim())}.`,
        advice: "Put the whole text after the colon in quotes, and write a quotation mark inside it as ”.",
      };
  }
}

/** A line with its text in quotes: `title: "Bloomberg: Kyiv wants"`. */
function inQuotes(line: string, key = keyIn(line)): string {
  return `${key}"${line.trim().replace(/^- /, "").slice(key.length).trim().replace(/"/g, "”").slice(0, longestShown)}"`;
}

function keyIn(line: string): string {
  return /^[^:]*:\s+/.exec(line.trim().replace(/^- /, ""))?.[0] ?? "";
}

const longestShown = 80;

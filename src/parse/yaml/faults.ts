import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { findInvisibleCharacter, foldLookAlikes, nameCharacter } from "../../values/text/hidden-characters.ts";
import { quoteForYaml } from "./quotes.ts";

/** An error of the `yaml` library: its code, its offsets in the text, its message. */
interface YamlError {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

interface OffsetProblem {
  readonly offset: number;
  readonly problem: ProblemText;
}

/** Describes a YAML error for authors, with the offset of the text that the author should change. */
export function describeYamlError(text: string, error: YamlError): OffsetProblem {
  const described = describeFault(text, error);
  return findHiddenFault(text, described.offset) ?? described;
}

/** A character in the line of an error that cannot be seen: all else would be advice to write what seems to be there. */
function findHiddenFault(text: string, offset: number): OffsetProblem | undefined {
  const line = getLine(text, offset);
  // Inside of quotation marks, and between the words of a text, such characters mean no harm.
  const outside = line.replace(/"[^"]*"|'[^']*'|(?<=[\p{L}\p{N}])[\p{Z}\u00ad](?=[\p{L}\p{N}])/gu, (part) =>
    "x".repeat(part.length),
  );
  const { character, index = -1 } = findInvisibleCharacter(outside) ??
    findFullWidthMark(outside) ?? { character: undefined };
  if (character === undefined) return undefined;
  const advice = /\p{Z}/u.test(character) ? "Type a plain space instead." : "Delete it.";
  return {
    offset: findLineStart(text, offset) + index,
    problem: {
      what: `YAML: there is ${nameCharacter(character)} in this line.`,
      advice: /[\uff01-\uff5e]/.test(character) ? `Type ${foldLookAlikes(character)} and a space instead.` : advice,
    },
  };
}

/** A colon of Asian keyboards behind a key. */
function findFullWidthMark(line: string): { readonly character: string; readonly index: number } | undefined {
  const match = /(?<=^\s*(?:- )?[\w-]+)[\uff1a](?!.*: )/.exec(line);
  return match === null ? undefined : { character: match[0], index: match.index };
}

function describeFault(text: string, { code, pos: [offset], message }: YamlError): OffsetProblem {
  if (/closing ['"]/.test(message))
    return { offset: findLastOpening(text, offset, /(?<![\\\w])["']/g), problem: unclosedQuote };
  if (/end with a [\]}]/.test(message))
    return { offset: findLastOpening(text, offset, /[[{]/g), problem: unclosedBracket };
  if (code === "UNEXPECTED_TOKEN" && textAfterValue.test(getLine(text, offset))) {
    const start = findLineStart(text, offset);
    const [, prefix = "", value = ""] = textAfterValue.exec(getLine(text, offset)) ?? [];
    if (offset > start + prefix.length)
      return { offset: start + prefix.length, problem: describeTextAfterValue(prefix, value) };
  }
  if (code === "MULTIPLE_DOCS")
    return { offset: findLastOpening(text, offset, /^(?:\.\.\.|---)/gm), problem: describeErrorCode(code, "") };
  if (code === "RESOURCE_EXHAUSTION")
    return { offset: Math.max(0, text.search(deepNesting)), problem: describeErrorCode(code, "") };
  if (code === "BLOCK_IN_FLOW") return { offset, problem: describeColon(text.slice(offset)) };
  if (code === "BLOCK_AS_IMPLICIT_KEY" && !/:\s.*:(?:\s|$)/.test(getLine(text, offset))) {
    return { offset: findNextLine(text, offset), problem: unexpectedIndent };
  }
  return { offset, problem: describeErrorCode(code, getLine(text, offset)) };
}

/** The start of lists or maps that are nested deeper than an author would write. */
const deepNesting = /(?:[[{][^[\]{}\n]{0,80}){20}|(?:- ){20}|(?:\? ){20}/;

/** The offset of the last opening mark before the offset at which yaml expected its end. */
function findLastOpening(text: string, end: number, opening: RegExp): number {
  return [...text.slice(0, end + 1).matchAll(opening)].at(-1)?.index ?? end;
}

const unclosedQuote: ProblemText = {
  what: "YAML: a quotation mark is opened but not closed.",
  advice: 'Close it at the end of the text: title: "Words"',
};

const unclosedBracket: ProblemText = {
  what: "YAML: a bracket is opened but not closed.",
  advice: "Close it at the end of the list: tags: [russia, diplomacy]",
};

const unexpectedIndent: ProblemText = {
  what: "YAML: this line is indented but does not belong to a key above it.",
  advice: "Align it with the other keys.",
};

function getLine(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(findLineStart(text, offset), end === -1 ? undefined : end);
}

function findLineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** A value that begins with quotes or brackets, with more words after their end: `title: "No deal" says envoy`. */
const textAfterValue =
  /^(\s*(?:- )?(?:[\w-]+:\s+)?)("[^"]*"\s*[^\s#].*|'[^']*'\s*[^\s#].*|\[[^\]]*\]\s*[^\s#].*|\{[^}]*\}\s*[^\s#].*)$/;

function describeTextAfterValue(prefix: string, value: string): ProblemText {
  const key = prefix.trimStart().replace(/^- /, "");
  if (!/^["']/.test(value)) {
    return {
      what: "YAML: text that begins with a bracket needs quotes.",
      advice: `Write ${quoteValue(key + value)}`,
    };
  }
  return {
    what: "YAML: text that begins with a quotation mark needs quotes around all of it.",
    advice: `Write ${key}${quoteForYaml(value)}`,
  };
}

function describeColon(rest: string): ProblemText {
  const words = /^[^,\]}\n]*/.exec(rest)?.[0] ?? "";
  return { what: "YAML: text with a colon in it needs quotes.", advice: `Write ${quoteValue(words, "")}` };
}

/** The offset of the first character of the next line that is not a space. */
function findNextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? offset : end + 1 + text.slice(end + 1).search(/\S|$/);
}

function describeErrorCode(code: string, line: string): ProblemText {
  switch (code) {
    case "TAB_AS_INDENT":
      return { what: "YAML: this line begins with a tab.", advice: "Indent it with spaces." };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { what: "YAML: text with a colon in it needs quotes.", advice: `Write ${quoteValue(line)}` };
    case "BAD_SCALAR_START":
      return { what: "YAML: text that begins with this character needs quotes.", advice: `Write ${quoteValue(line)}` };
    case "MULTILINE_IMPLICIT_KEY":
      return {
        what: "YAML: this line is not a key with a value.",
        advice: 'Write "key: value", with a space after the colon.',
      };
    case "BAD_DQ_ESCAPE":
      return { what: "YAML: there is a backslash in double quotes.", advice: "Write it twice, or use single quotes." };
    case "MULTIPLE_DOCS":
      return {
        what: "YAML: a second document begins here.",
        advice: "Delete the line; all keys belong in one document.",
      };
    case "TAG_RESOLVE_FAILED":
      return { what: "YAML: a word that begins with ! is a type tag.", advice: `Write ${quoteValue(line)}` };
    case "RESOURCE_EXHAUSTION":
      return { what: "YAML: lists or maps are nested too deeply.", advice: "Close the open brackets." };
    default:
      return {
        what: `YAML: this line cannot be read: ${inQuotes(line.trim())}.`,
        advice: "Put the whole text after the colon in quotes, and write a quotation mark inside it as ”.",
      };
  }
}

/** Puts the value of a line in quotes: `title: "Bloomberg: Kyiv wants"`. */
function quoteValue(line: string, key = getKeyPrefix(line)): string {
  return key + quoteForYaml(line.trim().replace(/^- /, "").slice(key.length).trim());
}

function getKeyPrefix(line: string): string {
  return /^[^:]*:\s+/.exec(line.trim().replace(/^- /, ""))?.[0] ?? "";
}

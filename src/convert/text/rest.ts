import type { TextReport } from "./report.ts";
import { convertInline, listTargets } from "./rest-inline.ts";

/** A document in reStructuredText in its parts: its title, the fields below it, and its text. */
export interface RestParts {
  readonly title: string | undefined;
  /** Lines of ":name: value". */
  readonly fields: string;
  readonly body: string;
}

/** Splits the title and the fields from a document. */
export function splitRest(text: string): RestParts {
  const title = /^\s*(?:([^\w\s])\1{2,}\n)?[ \t]*(\S[^\n]*)\n([^\w\s])\3{2,}[ \t]*\n/.exec(text);
  const rest = title === null ? text : text.slice(title[0].length);
  const fields = /^\s*((?::[^:\n]+:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*)+)/.exec(`${rest}\n`);
  return {
    title: title?.[2]?.trim(),
    fields: (fields?.[1] ?? "").replace(/^:([^:\n]+):/gm, "$1:"),
    body: fields === null ? rest : rest.slice(fields[0].length),
  };
}

/** Converts reStructuredText to markdown. Tables of its own and unknown directives stand as code, and are reported. */
export function convertRest(text: string, report: TextReport): string {
  const context: Context = { report, levels: [], targets: listTargets(text) };
  return convertLines(text.replace(/\t/g, "    ").split("\n"), context).join("\n");
}

interface Context {
  readonly report: TextReport;
  /** The characters under headings, highest level first. */
  readonly levels: string[];
  readonly targets: ReadonlyMap<string, string>;
}

function convertLines(lines: readonly string[], context: Context): readonly string[] {
  const result: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const converted = convertBlock(lines, i, context);
    result.push(...(converted?.lines ?? []));
    i = converted?.next ?? i + 1;
  }
  return result;
}

function convertBlock(lines: readonly string[], i: number, context: Context): Converted | undefined {
  for (const convert of converters) {
    const converted = convert(lines, i, context);
    if (converted !== undefined) return converted;
  }
  return undefined;
}

/** The markdown of a block, and the index of the line after it. */
interface Converted {
  readonly lines: readonly string[];
  readonly next: number;
}

type Converter = (lines: readonly string[], i: number, context: Context) => Converted | undefined;

const convertHeading: Converter = (lines, i, context) => {
  const hasOverline = isRule(lines[i]) && isRule(lines[i + 2]) && lines[i]?.[0] === lines[i + 2]?.[0];
  const title = (lines[hasOverline ? i + 1 : i] ?? "").trim();
  const rule = lines[hasOverline ? i + 2 : i + 1] ?? "";
  if (title === "" || isRule(title) || !isRule(rule) || rule.trimEnd().length < Math.min(4, title.length))
    return undefined;
  const character = `${hasOverline ? "over" : ""}${rule[0]}`;
  if (!context.levels.includes(character)) context.levels.push(character);
  const level = Math.min(6, context.levels.indexOf(character) + 2);
  return {
    lines: ["", `${"#".repeat(level)} ${convertInline(title, context.targets)}`, ""],
    next: i + (hasOverline ? 3 : 2),
  };
};

function isRule(line: string | undefined): boolean {
  return /^([=\-`:'"~^_*+#<>.])\1{2,}\s*$/.test(line ?? "");
}

const convertDirective: Converter = (lines, i, context) => {
  const [, indent = "", name, words = ""] = /^(\s*)\.\. +(?:\|[^|]+\| +)?([\w:-]+):: *(.*)$/.exec(lines[i] ?? "") ?? [];
  if (name === undefined) return undefined;
  const block = sliceIndented(lines, i + 1, indent.length);
  const options = Object.fromEntries(
    block.lines.flatMap((line) => {
      const [, key, value = ""] = /^:([\w-]+): *(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value]];
    }),
  );
  const content = block.lines
    .filter((line) => !/^:[\w-]+:(?: |$)/.test(line))
    .join("\n")
    .replace(/^\n+|\s+$/g, "");
  const source = lines.slice(i, block.next).join("\n").trimEnd();
  return { lines: ["", ...writeDirective({ name, words, options, content, source }, context), ""], next: block.next };
};

interface Directive {
  readonly name: string;
  readonly words: string;
  readonly options: Readonly<Record<string, string>>;
  readonly content: string;
  readonly source: string;
}

function writeDirective({ name, words, options, content, source }: Directive, context: Context): readonly string[] {
  const inner = () => convertLines(content.split("\n"), context);
  if (/^(?:code|code-block|sourcecode|literalinclude|parsed-literal)$/.test(name))
    return writeCodeBlock(content, words);
  if (name === "image" || name === "figure") {
    const picture = `![${options.alt ?? ""}](<${words.trim()}>)`;
    const [caption = "", ...rest] = content.split(/\n\s*\n/);
    const text = convertInline(caption.replace(/\s*\n\s*/g, " "), context.targets);
    const html =
      text === ""
        ? picture
        : `<figure><img src="${words.trim()}" alt="${(options.alt ?? "").replace(/"/g, "&quot;")}"><figcaption>${caption.replace(/</g, "&lt;")}</figcaption></figure>`;
    return [html, "", ...convertLines(rest.join("\n\n").split("\n"), context)];
  }
  if (name === "youtube" || name === "vimeo") {
    context.report("embed", source);
    return [
      `[${name === "youtube" ? "YouTube" : "Vimeo"}](https://${name === "youtube" ? "www.youtube.com/watch?v=" : "vimeo.com/"}${words.trim()})`,
    ];
  }
  if (name === "raw") return /html/.test(words) ? [content] : [];
  if (name === "contents" || name === "sectnum") return [];
  if (
    /^(?:note|warning|tip|hint|important|caution|attention|danger|error|admonition|topic|sidebar|seealso)$/.test(name)
  ) {
    const title =
      words !== "" && /^(?:admonition|topic|sidebar)$/.test(name)
        ? words
        : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const text = title === words || words === "" ? inner() : [convertInline(words, context.targets), "", ...inner()];
    return [`**${title}:**`, "", ...text]
      .map((line) => `> ${line}`.trimEnd())
      .join("\n")
      .replace(/(?:\n>)+$/, "")
      .split("\n");
  }
  if (/^(?:epigraph|pull-quote|highlights|compound|container|class|rst-class|centered)$/.test(name))
    return [...(name === "centered" ? [words] : []), ...inner()];
  context.report("shortcode", source.split("\n")[0] ?? "");
  return writeCodeBlock(source, "");
}

function writeCodeBlock(code: string, language: string): readonly string[] {
  const fence = code.includes("```") ? "~~~~~" : "```";
  return [`${fence}${/^[\w+-]+$/.test(language) ? language : ""}`, code, fence];
}

/** The lines of a block that stand further right than `indent`, without their own indentation. */
function sliceIndented(lines: readonly string[], start: number, indent: number): Converted {
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "") continue;
    if (line.length - line.trimStart().length <= indent) break;
    end = i + 1;
  }
  const block = lines.slice(start, end);
  const depth = Math.min(
    ...block.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  return { lines: block.map((line) => line.slice(depth)), next: end };
}

const convertComment: Converter = (lines, i, context) => {
  const line = lines[i] ?? "";
  // ".. _name: address" is a target, and ".. [1] words" a footnote.
  if (/^\.\. +(?:_[^:]+|__)?:(?: |$)/.test(line) || /^__ \S/.test(line) || /^\.\. +_/.test(line))
    return { lines: [], next: i + 1 };
  const [, label, words = ""] = /^\.\. +\[([^\]]+)\] *(.*)$/.exec(line) ?? [];
  const block = sliceIndented(lines, i + 1, 0);
  if (label !== undefined) {
    const text = convertLines([words, ...block.lines], context)
      .join("\n")
      .trim();
    return { lines: ["", `[^${label.replace(/^#/, "note")}]: ${text.replace(/\n/g, "\n    ")}`, ""], next: block.next };
  }
  if (!/^\.\.(?: |$)/.test(line)) return undefined;
  context.report("comment", [line.slice(2), ...block.lines].join(" ").trim());
  return { lines: [], next: block.next };
};

const convertTable: Converter = (lines, i, context) => {
  if (!/^\s*(?:\+[-=+]{3,}\+|={2,}(?: +={2,})+)\s*$/.test(lines[i] ?? "")) return undefined;
  let end = i;
  while (end < lines.length && (lines[end] ?? "").trim() !== "") end++;
  context.report("kept as code", (lines[i + 1] ?? "").trim());
  return { lines: ["", ...writeCodeBlock(lines.slice(i, end).join("\n"), ""), ""], next: end };
};

/** A paragraph, an item of a list, or a quotation; and a block of code after a paragraph that ends with "::". */
const convertParagraph: Converter = (lines, i, context) => {
  const line = lines[i] ?? "";
  if (line.trim() === "") return { lines: [""], next: i + 1 };
  const [, mark = "", first = ""] = /^( *(?:[*+•-]|#\.|\(?\w{1,3}[.)]) +)(\S.*)$/.exec(line) ?? [];
  if (mark !== "" && !/^ *[a-z]{2,}\.? +$/i.test(mark)) {
    const block = sliceIndented(lines, i + 1, mark.length - mark.trimStart().length);
    const content = convertLines([first, ...block.lines], context);
    const bullet = /[*+•-]/.test(mark) ? "- " : `${/\d+/.exec(mark)?.[0] ?? "1"}. `;
    const indented = content.map((text, n) => (n === 0 || text === "" ? text : " ".repeat(bullet.length) + text));
    return { lines: [bullet + indented.join("\n").trim()], next: block.next };
  }
  if (/^ /.test(line)) {
    const block = sliceIndented(lines, i, 0);
    return {
      lines: ["", ...convertLines(block.lines, context).map((text) => `> ${text}`.trimEnd()), ""],
      next: block.next,
    };
  }
  let end = i + 1;
  while (end < lines.length && (lines[end] ?? "").trim() !== "" && !/^(?:\.\. | )/.test(lines[end] ?? "")) end++;
  const paragraph = lines.slice(i, end).join("\n");
  if (/^\|(?: |$)/.test(paragraph))
    return {
      lines: [
        "",
        ...paragraph
          .split("\n")
          .map((text) => `${convertInline(text.replace(/^\| ?/, ""), context.targets)}\\`.replace(/^\\$/, "")),
        "",
      ],
      next: end,
    };
  if (!paragraph.endsWith("::")) return { lines: convertInline(paragraph, context.targets).split("\n"), next: end };
  const code = sliceIndented(lines, end, 0);
  const words = paragraph.replace(/\s*::$/, (mark) => (mark.startsWith(" ") || mark === paragraph ? "" : ":"));
  return {
    lines: [
      convertInline(words, context.targets),
      "",
      ...writeCodeBlock(code.lines.join("\n").replace(/^\n+|\s+$/g, ""), ""),
      "",
    ],
    next: code.next,
  };
};

const converters: readonly Converter[] = [
  convertHeading,
  convertDirective,
  convertComment,
  convertTable,
  convertParagraph,
];

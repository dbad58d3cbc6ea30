import type { TextReport } from "./report.ts";

/** Rewrites what the markdown of other generators has beyond ours: comments, attributes, lists of contents, definitions. */
export function rewriteDialects(text: string, report: TextReport): string {
  return mapOutsideCode(text, (piece) =>
    piece
      .replace(/<!--([\s\S]*?)(?:-->|$)/g, (_, comment: string) => {
        if (!/^\s*(?:more|excerpt|summary|\/?wp:|truncate|read ?more|nextpage)/i.test(comment))
          report("comment", comment.trim());
        return "";
      })
      // "* TOC" and "{:toc}" of kramdown; "[TOC]" of Python-Markdown.
      .replace(/^[*+-] .*\n\{:\s*toc[^}\n]*\}[ \t]*$|^\[\[?_?TOC_?\]\]?[ \t]*$|^\{:toc\}[ \t]*$/gim, "")
      // A block whose attribute has it read as markdown is read so between empty lines.
      .replace(
        /(<(?:div|section|details|aside|center|article)\b[^>]*?)\s+markdown=["']?(?:1|block|span)["']?([^>]*>)/gi,
        "$1$2\n\n",
      )
      .replace(
        /^\{:[^}\n]*\}[ \t]*$|(?<=[)\]*_`])\{:[^}\n]*\}|[ \t]+\{:?\s?[#.][\w-][^}\n]*\}[ \t]*$|(?<=\))\{(?:[#.][\w-]|width|height|target|class|align)[^}\n]*\}/gm,
        (mark) => {
          report("attribute", mark.trim());
          return "";
        },
      )
      .replace(/^([^\s#>*+\-:|`\d].*)\n+((?::[ \t]+\S.*(?:\n|$))+)/gm, (_, term: string, definitions: string) => {
        const items = definitions
          .trim()
          .split("\n")
          .map((line) => `- **${term.trim()}:** ${line.replace(/^:[ \t]+/, "")}`);
        return `\n${items.join("\n")}\n\n`;
      })
      .replace(/^([ \t]*)[•‣◦▪●⁃∙][ \t]*(?=\S)/gm, "$1- "),
  );
}

/** Maps the pieces of a text in markdown that are not code. */
export function mapOutsideCode(text: string, map: (piece: string) => string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(code)) {
    result += map(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + map(text.slice(end));
}

// A fenced block, up to its end or that of the text; code within a paragraph; a block of HTML.
const code =
  /^[ \t]*(`{3,}|~{3,})[^\n]*(?:\n(?![ \t]*\1)[^\n]*)*(?:\n[ \t]*\1[^\n]*)?|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\2(?!`)|<pre\b[\s\S]*?<\/pre>/gim;

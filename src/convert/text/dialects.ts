import { mapOutsideCode } from "./outside-code.ts";
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

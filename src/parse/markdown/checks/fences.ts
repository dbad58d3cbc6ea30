import { locateText, type MarkdownState } from "../reading.ts";
import type { Token } from "../tokens.ts";

/** Reports blocks of code that do not end where their author meant: all that follows would be shown as code. */
export function reportUnclosedFences(tokens: readonly Token[], state: MarkdownState): void {
  for (const { type, map, content, markup } of tokens) {
    if (type !== "fence" || !map) continue;
    const [start, end] = map;
    // The lines of the block are its opening, its content, and its closing if there is one.
    const isClosed = end - start === countLines(content) + 2;
    const at = locateText(state, markup, start);
    if (!isClosed) {
      const what = `text: the block of code that begins with ${markup} is not closed.`;
      state.problems.push({ at, what, advice: `Write a line ${markup} below its last line.` });
    } else if (containsOpening(content, markup)) {
      const what = `text: another block of code begins inside the one that begins with ${markup}.`;
      const advice = `Write a line ${markup} below the last line of the first; to show one inside the other, begin and end the outer one with ${markup}${markup[0]}`;
      state.problems.push({ at, what, advice });
    }
  }
}

function countLines(content: string): number {
  return content.split("\n").length - (content.endsWith("\n") || content === "" ? 1 : 0);
}

// "```js" cannot close a block, so that it begins one. A shorter row of marks is part of the code.
function containsOpening(content: string, markup: string): boolean {
  if (!content.includes(markup)) return false;
  const opening = new RegExp(`^ {0,3}${markup}${markup[0]}*[ \\t]*[A-Za-z{]`);
  return content.split("\n").some((line) => opening.test(line));
}

import type { Problem } from "../../values/problem.ts";
import type { MarkdownContext } from "./reading.ts";

/**
 * A text without the characters that no page and no feed may hold: control characters, halves of surrogate pairs,
 * noncharacters (HTML, 13.2.3.5; XML 1.0, 2.2).
 */
export function withoutForbidden(text: string): string {
  return mayNeedCare.test(text) ? text.replace(forbidden, "") : text;
}

/** Where a text holds such characters, each run of them once. They are not seen in an editor, so it is said what they are. */
export function forbiddenCharacters(text: string, context: MarkdownContext): readonly Problem[] {
  if (!mayNeedCare.test(text)) return [];
  return text.split("\n").flatMap((line, i) =>
    [...line.matchAll(forbidden)].map(({ 0: run, index }) => ({
      at: { file: context.file, line: context.firstLine + i, column: index + 1 },
      what: `text: there is a character that no page can show, ${nameOf(run)}.`,
      advice: "Delete it, or type the characters around it anew.",
    })),
  );
}

// Nearly all texts pass this test, which is ten times as fast as the next: it stops at any surrogate, paired or not.
const mayNeedCare = /[^\t\n\r\x20-\x7E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;
const forbidden = /(?:(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}])+/gu;

function nameOf(run: string): string {
  return `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

import type { Problem } from "../../values/problem.ts";
import type { SourceParts } from "./front-matter.ts";

/** Finds a heading with which a text begins, and that says what its title says: many editors write both. */
export function findRepeatedTitle(
  title: string | undefined,
  { body, bodyLine }: Pick<SourceParts, "body" | "bodyLine">,
  file: string,
): readonly Problem[] {
  const start = body.search(/\S/);
  if (title === undefined || start === -1) return [];
  const before = body.slice(0, start);
  // Four spaces make it code.
  if (/(?: {4}|\t)$/.test(before)) return [];
  const [first = "", second = ""] = body.slice(start).split("\n", 2);
  const marked = /^#{1,6}[ \t]+(.*)$/.exec(first)?.[1]?.replace(/[ \t]#+[ \t]*$/, "");
  const underlined = /^ {0,3}(?:=+|-+)[ \t]*$/.test(second) ? first : undefined;
  const heading = marked ?? underlined;
  if (heading === undefined || foldWords(heading) !== foldWords(title)) return [];
  const line = bodyLine + before.split("\n").length - 1;
  const column = start - before.lastIndexOf("\n");
  return [
    {
      at: { file, line, column },
      what: "text: begins with its title as a heading, and readers would see it twice.",
      advice: marked === undefined ? "Delete the heading and the line under it." : "Delete the heading.",
    },
  ];
}

/** Words as they are compared: without emphasis, quotation marks and capitals. */
function foldWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[*_"'“”„«»‘’]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

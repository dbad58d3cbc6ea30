// An author wants to read all problems in one run. Some can only be told when all addresses are known, and of texts in
// which something else is wrong not all is known: what could follow from that alone is left for the next run.
import { addressAt } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Language } from "../values/language.ts";
import type { Problem } from "../values/problem.ts";

/** Whether content with these problems can still be planned: not where the folder or the settings are wrong. */
export function canBePlanned(problems: readonly Problem[]): boolean {
  return problems.every(({ at }) => /\.(?!yaml$)[^./]+$/.test(at.file));
}

/**
 * Whether it is certain that nothing would stand at an address where nothing is planned, if these problems were mended.
 * Which days and tags have pages may follow from a text that is wrong; an article has its own file.
 *
 * @param folder that of the content
 * @param own the site's own language
 */
export function surelyFree(problems: readonly Problem[], folder: string, own: Language): (address: Address) => boolean {
  if (problems.length === 0) return () => true;
  const wrong = new Set(problems.map(({ at }) => addressAt(at.file.slice(folder.length + 1), own)));
  return (address) => /\/\d{4}\/\d\d\/\d\d\/./.test(address) && !wrong.has(address);
}

/** Problems, and of further ones those of whose field at that place nothing is told yet. */
export function withFurther(problems: readonly Problem[], further: readonly Problem[]): readonly Problem[] {
  const told = new Set(problems.map(fieldOf));
  return [...problems, ...further.filter((problem) => !told.has(fieldOf(problem)))];
}

function fieldOf({ at, what }: Problem): string {
  return `${at.file}:${at.line}:${at.column} ${what.split(":", 1)[0]}`;
}

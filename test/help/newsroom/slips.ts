import * as assert from "uvu/assert";
import type { Files } from "../sites/folders.ts";
import { article, site } from "../sites/site.ts";

/** Slips, each by what it is: the files in which it is made, and every line that its author reads. */
export type Slips = Readonly<Record<string, readonly [files: Files, ...lines: string[]]>>;

type It = (name: string, test: () => Promise<void>) => void;

/** A test for each slip: the whole build says these lines, in this order, and writes nothing. */
export function eachIsTold(it: It, slips: Slips): void {
  for (const [slip, [files, ...lines]] of Object.entries(slips)) {
    it(`is told: ${slip}`, async () => {
      const built = await site(files);

      assert.equal(built.problems, lines);
      assert.equal(built.files, []);
    });
  }
}

/** The article that most slips are made in. */
export const talks = "2024/07/11/talks.md";

/** An article that is right but for its front matter, as it was typed; its first line is line 2. */
export function typed(frontMatter: string): Files {
  return { [talks]: `---\n${frontMatter}\n---\n\nThe talks go on in Vienna.\n` };
}

/** An article that is right but for some keys, each on a line of its own: title on line 2, summary, sources, tags, then what is added. */
export function keyed(different: Readonly<Record<string, unknown>>): Files {
  return { [talks]: article(different) };
}

/** An article that is right but for its text, which begins on line 8. */
export function worded(text: string): Files {
  return { [talks]: article({}, text) };
}

import * as assert from "uvu/assert";
import type { FileContents } from "../sites/folders.ts";
import { buildSmallSite, formatArticle } from "../sites/site.ts";

/** Mistakes of authors by name: the content files with the mistake, and every problem line that its author gets. */
export type ProblemCases = Readonly<Record<string, readonly [files: FileContents, ...lines: string[]]>>;

type It = (name: string, test: () => Promise<void>) => void;

/** Defines a test for each case: the build reports exactly these lines, in this order, and writes nothing. */
export function testProblemLines(it: It, cases: ProblemCases): void {
  for (const [mistake, [files, ...lines]] of Object.entries(cases)) {
    it(`gets the problem lines for: ${mistake}`, async () => {
      const result = await buildSmallSite(files);

      assert.equal(result.problems, lines);
      assert.equal(result.files, []);
    });
  }
}

/** The article that contains the mistake in most cases. */
export const articlePath = "2024/07/11/talks.md";

/** A valid article except for its front matter, which is used as typed. Its first line is line 2 of the file. */
export function withFrontMatter(frontMatter: string): FileContents {
  return { [articlePath]: `---\n${frontMatter}\n---\n\nThe talks go on in Vienna.\n` };
}

/**
 * A valid article except for some front matter keys. Each key is on its own line: title on line 2, then summary,
 * sources, tags (line 5), then added keys.
 */
export function withFields(overrides: Readonly<Record<string, unknown>>): FileContents {
  return { [articlePath]: formatArticle(overrides) };
}

/** A valid article except for its text, which begins on line 8. */
export function withBody(text: string): FileContents {
  return { [articlePath]: formatArticle({}, text) };
}

import { join } from "node:path";
import * as assert from "uvu/assert";
import { formatProblems, type Problem } from "../../../src/values/problem.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

behaviour("an author who gets many lines of one kind", (it) => {
  const describe = (i: number, what: string): Problem => ({
    at: { file: `content/${String(i).padStart(3, "0")}.md`, line: 1, column: 1 },
    what,
    advice: "Mend it.",
  });
  const problems = Array.from({ length: 408 }, (_, i) => describe(i, `tags: "tag-${i}" is not a known tag.`));

  it("reads the first ten, and how many more there are", () => {
    const lines = formatProblems([...problems, describe(500, "title: is missing.")], false);

    assert.is(lines.length, 12);
    assert.is(lines[9], 'content/009.md:1:1  tags: "tag-9" is not a known tag. Mend it.');
    assert.is(lines[10], "… and 398 more of this kind; dateline check --all shows them.");
    assert.is(lines[11], "content/500.md:1:1  title: is missing. Mend it.");
  });

  it("reads each line where that takes no more room, or where all are asked for", () => {
    assert.is(formatProblems(problems.slice(0, 11), false).length, 11);
    assert.is(formatProblems(problems, true).length, 408);
  });

  it("asks build and check for all of them with --all", async () => {
    const folder = createTemporaryFolder();
    const articles = Array.from({ length: 14 }, (_, i) => [
      `2024/07/11/a${i}.md`,
      formatArticle({ title: `A${i}`, tags: [`no-such-tag-${i}`] }),
    ]);
    writeFiles(join(folder, "content"), { ...makeSettingsFiles(), ...Object.fromEntries(articles) });
    for (const command of ["build", "check"]) {
      const few = await runDateline([command], folder);
      const all = await runDateline([command, "--all"], folder);

      assert.match(few.errors, /\n… and 4 more of this kind; dateline check --all shows them\.\n$/);
      assert.is(few.errors.trim().split("\n").length, 11);
      assert.equal([all.code, all.errors.trim().split("\n").length], [1, 14]);
    }
  });
});

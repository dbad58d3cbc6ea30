import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as assert from "uvu/assert";
import { formatWarnings, type Warning } from "../../../src/values/problem.ts";
import { generateWords } from "../../help/newsroom/newsroom.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import { getSitePaths, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { withRunningPreview } from "../../help/sites/desk.ts";
import { createTemporaryFolder, type FileContents, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";
import { waitUntil } from "../../help/sites/started.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };
const long = "2024/07/11/long.md";
const warningOfLong =
  /^content\/2024\/07\/11\/long\.md:1:1 {2}Warning \(page-over-budget\): \/2024\/07\/11\/long\/ weighs /;

behaviour("an author whose article is too long for a page", (it) => {
  it("is told its weight and what weighs, by build, cached build and check, and the page is published whole", async () => {
    const folder = write({ [long]: formatArticle({}, createText(8000)) });
    const build = await runDateline(["build"], folder, now);
    const page = readFileSync(join(folder, "_site/2024/07/11/long/index.html"));
    const style = readFileSync(join(folder, "_site/style.css"));
    const weight = (gzipSync(page, { level: 9 }).length + gzipSync(style, { level: 9 }).length) / 1024;

    assert.is(build.code, 0);
    assert.match(build.errors, warningOfLong);
    assert.match(build.errors, ` weighs ${weight.toFixed(1)} KB `);
    assert.match(build.errors, / Most of it is the text: \d+(\.\d)? KB\.\n$/);
    assert.match(build.out, /^\d+ pages, .*\n$/);
    const cached = await runDateline(["build"], folder, now);
    assert.equal([cached.code, cached.errors], [0, build.errors]);
    // It is on the page as the next story: the page is rendered again.
    writeFiles(join(folder, "content"), { "2024/07/12/short.md": formatArticle() });
    const { errors } = await runDateline(["build"], folder, now);
    assert.match(errors, warningOfLong);
    assert.is((await runDateline(["build", "--no-cache"], folder, now)).errors, errors);
    commit(folder);
    const check = await runDateline(["check"], folder, now);
    assert.equal([check.code, check.errors], [0, errors]);
  });

  it("is told no more once it is shorter", async () => {
    const folder = write({ [long]: formatArticle({}, createText(8000)) });
    await runDateline(["build"], folder, now);
    writeFiles(join(folder, "content"), { [long]: formatArticle({}, createText(800)) });

    assert.is((await runDateline(["build"], folder, now)).errors, "");
  });

  it("is told in the preview", async () => {
    await withRunningPreview({ [long]: formatArticle({}, createText(8000)) }, [], async ({ dev }) => {
      assert.ok(await waitUntil(dev, () => / files written/.test(dev.getOutput())));
      assert.match(dev.getOutput(), "Warning (page-over-budget): /2024/07/11/long/");
    });
  });

  it("is told the same by several processes", async () => {
    const paths = getSitePaths(
      write(
        Object.fromEntries(
          Array.from({ length: 6 }, (_, i) => [`2024/0${i + 1}/11/long.md`, formatArticle({}, createText(8000))]),
        ),
      ),
    );
    const alone = (await runBuild(paths)).summary?.warnings ?? [];
    const shared = await runBuild({ ...paths, cache: `${paths.cache}-2` }, undefined, { useWorkers: true });

    assert.is(alone.length, 6);
    assert.equal(formatWarnings(shared.summary?.warnings ?? []), formatWarnings(alone));
  });
});

behaviour("an author who gets many warnings", (it) => {
  const warn = (i: number): Warning => ({
    name: "page-over-budget",
    at: { file: `content/${String(i).padStart(3, "0")}.md`, line: 1, column: 1 },
    what: "Long.",
  });

  it("reads them in order, and of many of a kind how many more there are", () => {
    const warnings = Array.from({ length: 408 }, (_, i) => warn(407 - i));
    const lines = formatWarnings([...warnings, { ...warn(0), at: undefined }]);

    assert.is(lines.length, 11);
    assert.equal(lines.slice(0, 2), [
      "Warning (page-over-budget): Long.",
      "content/000.md:1:1  Warning (page-over-budget): Long.",
    ]);
    assert.is(lines.at(-1), "Warning (page-over-budget): and 399 more of this kind.");
  });
});

function write(files: FileContents): string {
  const folder = createTemporaryFolder();
  writeFiles(join(folder, "content"), { ...makeSettingsFiles(), ...files });
  return folder;
}

function createText(words: number): string {
  const random = createRandom(words);
  let text = "";
  // Of random letters, because a text of few words would compress to nothing.
  for (let i = 0; i < words; i++) text += `${generateWords(random).split(" ")[0]}${Math.floor(random() * 1e4)} `;
  return text;
}

function commit(folder: string): void {
  const git = (...args: readonly string[]) => spawnSync("git", ["-C", folder, ...args]);
  git("init", "-q");
  git("add", "content");
  git("-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "All");
}

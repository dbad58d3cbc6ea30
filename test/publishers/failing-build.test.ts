import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../help/sites/folders.ts";
import { copyProject } from "../help/sites/project.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

const talks = "2024/07/11/talks.md";
const summit = "2024/07/12/summit.md";
const wrongTag = formatArticle({ tags: ["rusia"] });
const wrongKey = formatArticle({ sumary: "Again." });

behaviour("a publisher whose authors have slipped", (it) => {
  it("reads every problem in one run, a line each, and exit code 1", async () => {
    const { folder } = await buildSmallSite({ [talks]: wrongTag, [summit]: wrongKey });
    const ended = await runDateline(["build"], folder);

    assert.is(ended.code, 1);
    assert.is(ended.out, "");
    assert.equal(ended.errors.split("\n"), [
      'content/2024/07/11/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?',
      'content/2024/07/12/summit.md:6:1  sumary: is not a known key. Did you mean "summary"?',
      "",
    ]);
  });

  it("finds nothing written where there was no site yet", async () => {
    const built = await buildSmallSite({ [talks]: wrongTag });

    assert.equal(built.problems, [
      'content/2024/07/11/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?',
    ]);
    assert.equal(besideContent(built.folder), []);
  });

  it("keeps the last good site, byte for byte, and can build again when the slip is mended", async () => {
    const good = await buildSmallSite({ [talks]: formatArticle() });
    const before = contents(good.output);
    const failed = await good.change({ [summit]: wrongTag });

    assert.is(failed.problems.length, 1);
    assert.equal(contents(good.output), before);

    const mended = await failed.change({ [summit]: formatArticle({ tags: ["russia"] }) });

    assert.equal(mended.problems, []);
    assert.ok(mended.files.includes("2024/07/12/summit/index.html"));
  });
});

behaviour("a publisher who names the wrong output folder", (it) => {
  it("loses nothing: a folder with other files is refused, with exit code 2", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle() });
    writeFiles(join(folder, "thesis"), { "chapter-1.txt": "Years of work.", "notes/2.txt": "More of it." });
    const before = contents(join(folder, "thesis"));
    const ended = await runDateline(["build", "--output", "thesis"], folder);

    assert.is(ended.code, 2);
    assert.match(ended.errors, "thesis");
    assert.equal(contents(join(folder, "thesis")), before);
  });

  it("loses nothing where the output would be the content", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle() });
    const before = contents(join(folder, "content"));
    const ended = await runDateline(["build", "--output", "content"], folder);

    assert.is(ended.code, 2);
    assert.equal(contents(join(folder, "content")), before);
  });

  it("may name a folder beside the one that the command is started in, whose name begins like that", async () => {
    const folder = createTemporaryFolder();
    writeFiles(join(folder, "digest/content"), { ...makeSettingsFiles(), [talks]: formatArticle() });
    const ended = await runDateline(["build", "--output", "../digest-site"], join(folder, "digest"));

    assert.equal([ended.code, ended.errors], [0, ""]);
    assert.ok(listFiles(join(folder, "digest-site")).includes("index.html"));
  });

  it("may name a folder that is there and empty, or deep and not there yet", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle() });
    mkdirSync(join(folder, "empty"));
    for (const output of ["empty", "not/there/yet"]) {
      const ended = await runDateline(["build", "--output", output], folder);

      assert.is(ended.code, 0, ended.errors);
      assert.ok(listFiles(join(folder, output)).includes("index.html"));
    }
  });
});

behaviour("a publisher whose layout fails", (it) => {
  it("reads the address of the page, and the line and column in the source of the layout", async () => {
    const project = copyProject();
    const file = join(project, "layouts/frame/foot.tsx");
    const lines = readFileSync(file, "utf8").replace("<footer>", "<footer title={mistake.title}>").split("\n");
    writeFileSync(file, lines.join("\n"));
    const line = lines.findIndex((text) => text.includes("mistake"));
    const column = lines[line]?.indexOf("mistake") ?? 0;
    const { folder } = await buildSmallSite({ [talks]: formatArticle() });
    const before = contents(join(folder, "_site"));
    const args = [join(project, "src/start.js"), "build", "--no-cache"];
    const { code, errors } = await runCommand(process.execPath, args, { folder });

    assert.is(code, 2);
    const location = `layouts/frame/foot.tsx:${line + 1}:${column + 1}`;
    assert.match(
      errors,
      new RegExp(`^/\\S* cannot be rendered: ${location}: mistake is not defined\nReferenceError: `),
    );
    assert.equal(contents(join(folder, "_site")), before);
  });
});

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}

// What a build leaves in the folder that it was started in, other than its cache.
function besideContent(folder: string): readonly string[] {
  return listFiles(folder).filter((file) => !/^(content|\.cache)\//.test(file));
}

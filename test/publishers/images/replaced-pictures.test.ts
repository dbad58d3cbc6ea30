import { rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runCommand, runDateline } from "../../help/sites/command.ts";
import { type FileContents, writeFiles } from "../../help/sites/folders.ts";
import { openPublishedFolder } from "../../help/sites/published.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const [text, picture] = ["2024/07/11/talks.md", "2024/07/11/map.png"];
const image = { src: "map.png", alt: "A map", credit: "Ann Example" };
const paint = (colour: readonly [number, number, number]) => createFlat(700, 400, colour).png().toBuffer();

// What an editor does to a picture that was published.
const changes: Readonly<Record<string, () => Promise<FileContents>>> = {
  "is replaced by a better one": async () => ({ [picture]: await paint([0, 200, 0]) }),
  "is taken out of the text, and stays in the folder": async () => ({ [text]: formatArticle() }),
  "is deleted with its line": async () => ({ [text]: formatArticle(), [picture]: undefined }),
  "gets another name": async () => ({
    [text]: formatArticle({ image: { ...image, src: "plan of the town.png" } }),
    [picture]: undefined,
    "2024/07/11/plan of the town.png": await paint([200, 0, 0]),
  }),
  "is replaced where one before it was kept": async () => ({
    [picture]: await paint([0, 0, 200]),
    "2024/07/11/map.kept.png": await paint([9, 9, 9]),
  }),
};

behaviour("a subscriber whose feed or mail shows a picture that an editor changed later", (it) => {
  for (const [name, change] of Object.entries(changes)) {
    it(`still finds each of its files, by what check says: the picture ${name}`, async () => {
      const site = await publish();
      const before = site.files
        .filter((file) => /\/map-/.test(file))
        .map((file) => [file, site.bytes(`/${file}`)] as const);
      writeFiles(join(site.folder, "content"), await change());
      const told = await runDateline(["check"], site.folder);

      assert.is(before.length, 6);
      assert.is(told.code, 1, told.errors);
      // A picture that no text shows any more is told of too, as a warning.
      const lines = told.errors.split("\n").filter((line) => /^content\/.* {2}picture: /.test(line));
      assert.is(lines.length, 1);
      assert.match(lines[0] ?? "", /^content\/2024\/07\/11\/map\.png:1:1 {2}picture: its earlier bytes were published/);
      const [, command = ""] = /(git -C .*)$/.exec(lines[0] ?? "") ?? [];
      assert.is((await runCommand("sh", ["-c", command], { folder: site.folder })).code, 0);
      const checked = await runDateline(["check"], site.folder);
      assert.is(checked.errors, "");
      assert.is(checked.code, 0);

      // As a change of what is there, and from nothing: the same bytes.
      for (const isFresh of [false, true]) {
        if (isFresh) for (const made of ["_site", ".cache"]) rmSync(join(site.folder, made), { recursive: true });
        assert.is((await runDateline(["build"], site.folder)).code, 0);
        const built = openPublishedFolder(join(site.folder, "_site"));
        for (const [file, bytes] of before) assert.ok(built.bytes(`/${file}`).equals(bytes), file);
      }
    });
  }

  it("finds them no more once the kept file is gone, which check tells", async () => {
    const site = await publish({ "2024/07/11/plan.kept.png": await paint([1, 2, 3]) });
    assert.ok(site.files.some((file) => /^2024\/07\/11\/plan-[\da-f]{8}-320\.jpg$/.test(file)));
    writeFiles(join(site.folder, "content"), { "2024/07/11/plan.kept.png": undefined });
    const told = await runDateline(["check"], site.folder);

    assert.match(told.errors, /show HEAD:\.\/2024\/07\/11\/plan\.kept\.png >content\/2024\/07\/11\/plan\.kept\.png/);
  });
});

async function publish(more: FileContents = {}) {
  const site = await buildSmallSite({ [text]: formatArticle({ image }), [picture]: await paint([200, 0, 0]), ...more });
  assert.equal(site.problems, []);
  const git = (...words: string[]) =>
    runCommand("git", ["-c", "user.name=A", "-c", "user.email=a@dispatch.example", ...words], { folder: site.folder });
  await git("init", "-q");
  await git("add", "content");
  assert.is((await git("commit", "-qm", "First")).code, 0);
  return site;
}

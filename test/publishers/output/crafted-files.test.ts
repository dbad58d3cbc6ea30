import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const ignored = (folder: string) =>
  `${folder}/_site.journal cannot be used: it is ignored, and the whole site is built again.`;

behaviour("a publisher in whose folder somebody put a journal", (it) => {
  // What the journal says, in a folder with private/key.txt and an empty _site.next-1.
  const journals: Readonly<Record<string, (folder: string) => unknown>> = {
    "a private folder as the new one": (folder) => ({ next: `${folder}/private`, written: ["key.txt"], removed: [] }),
    "a way out of the new folder": (folder) => ({
      next: `${folder}/_site.next-1`,
      written: ["../private/key.txt"],
      removed: [],
    }),
    "a way out of the site": (folder) => ({
      next: `${folder}/_site.next-1`,
      written: [],
      removed: ["../private/key.txt"],
    }),
    "an absolute path": (folder) => ({
      next: `${folder}/_site.next-1`,
      written: [],
      removed: [`${folder}/private/key.txt`],
    }),
    "a link in the new folder": (folder) => {
      symlinkSync("../private/key.txt", join(folder, "_site.next-1/key.txt"));
      return { next: `${folder}/_site.next-1`, written: ["key.txt"], removed: [] };
    },
    "a folder that is a link in the new folder": (folder) => {
      symlinkSync("../private", join(folder, "_site.next-1/a"));
      return { next: `${folder}/_site.next-1`, written: ["a/key.txt"], removed: [] };
    },
    "a new folder that is a link": (folder) => {
      symlinkSync("private", join(folder, "_site.next-2"));
      return { next: `${folder}/_site.next-2`, written: ["key.txt"], removed: [] };
    },
    "no lists": () => ({ next: "_site.next-1" }),
    "numbers for paths": (folder) => ({ next: `${folder}/_site.next-1`, written: [1], removed: [null] }),
    nothing: () => null,
  };
  for (const [what, write] of Object.entries(journals)) {
    it(`finds nothing moved or deleted by it, and the whole site built again: ${what}`, async () => {
      const desk = await publish();
      writeFiles(desk.folder, { "private/key.txt": "Secret." });
      mkdirSync(join(desk.folder, "_site.next-1"));
      writeFileSync(join(desk.folder, "_site.journal"), JSON.stringify(write(desk.folder)));
      const { notices } = await runBuild(desk);

      assert.equal(notices, [ignored(desk.folder)]);
      assert.is(readFileSync(join(desk.folder, "private/key.txt"), "utf8"), "Secret.");
      assert.equal(await differences(desk), []);
    });
  }

  it("has one that is cut off ignored with a line", async () => {
    const desk = await publish();
    writeFileSync(join(desk.folder, "_site.journal"), '{"next":');

    assert.equal((await runBuild(desk)).notices, [ignored(desk.folder)]);
    assert.equal(await differences(desk), []);
    assert.equal((await runBuild(desk)).notices, []);
  });
});

behaviour("a publisher whose record or cache names files outside", (it) => {
  it("finds them where they were: the record of the site", async () => {
    const desk = await publish();
    writeFiles(desk.folder, { "private/key.txt": "Secret." });
    const token = join(desk.folder, "_site.token");
    writeFileSync(token, `${readFileSync(token, "utf8")}+../private/key.txt\n+${desk.folder}/private/key.txt\n`);
    writeFiles(desk.output, { CNAME: "x" });
    rmSync(desk.cache, { recursive: true });
    await runBuild(desk);

    assert.ok(existsSync(join(desk.folder, "private/key.txt")));
  });

  it("finds them where they were: the names of the folders of a build", async () => {
    const desk = await publish();
    writeFiles(desk.folder, { "private/key.txt": "Secret.", "_site.last/a.txt": "Mine." });
    for (const work of [
      { next: "private", previous: "private" },
      { next: "_site.next-1/../private", previous: "_site.last" },
      { next: "../../private", previous: "_site.last/../private" },
    ]) {
      writeFileSync(join(desk.folder, "_site.work"), JSON.stringify(work));
      await runBuild(desk);
    }

    assert.ok(existsSync(join(desk.folder, "private/key.txt")));
    assert.ok(existsSync(join(desk.folder, "_site.last/a.txt")));
    assert.not.ok(existsSync(join(desk.folder, "_site.work")));
  });

  it("finds them where they were, and the cache left aside: the pages of the last build", async () => {
    const desk = await publish();
    writeFiles(desk.folder, { "private/key.txt": "Secret." });
    replaceInCache(desk.cache, '"/2024/07/12/summit/"', '"/../private/key.txt"');
    writeFiles(desk.content, { "2024/07/12/summit.md": undefined });
    const { notices } = await runBuild(desk);

    assert.equal(notices, ["The cache is damaged: building without it."]);
    assert.ok(existsSync(join(desk.folder, "private/key.txt")));
    assert.equal(await differences(desk), []);
  });

  it("finds nothing written outside, and the cache left aside: an article", async () => {
    const desk = await publish();
    replaceInCache(desk.cache, '"address":"/2024/07/12/summit/"', '"address":"/../../outside/"');
    writeFiles(desk.content, { "2024/07/12/other.md": formatArticle({ title: "Other" }) });
    await runBuild(desk);

    assert.equal(readdirSync(desk.folder).sort(), [".cache", "_site", "_site.token", "content"]);
    assert.not.ok(existsSync(join(desk.folder, "../outside")));
    assert.equal(await differences(desk), []);
  });
});

interface Desk extends ReturnType<typeof getSitePaths> {
  readonly folder: string;
}

async function publish(): Promise<Desk> {
  const folder = createTemporaryFolder();
  const desk = { folder, ...getSitePaths(folder) };
  writeFiles(desk.content, {
    ...makeSettingsFiles(),
    "2024/07/11/talks.md": formatArticle(),
    "2024/07/12/summit.md": formatArticle({ title: "Summit" }),
  });
  await runBuild(desk);
  return desk;
}

/** The files of the output that differ from those of a first build. */
async function differences({ content, output }: Desk): Promise<readonly string[]> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  await runBuild(anew);
  return findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)).toSorted();
}

/** Replaces a text in all blobs of a cache, and their names by the hashes of the new bytes: nothing seems damaged. */
function replaceInCache(cache: string, text: string, replacement: string): void {
  const hash = (bytes: string) => createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const root = join(cache, "root");
  let [, manifest = ""] = readFileSync(root, "utf8").split(/\n(.*)/s);
  for (const name of readdirSync(join(cache, "parts"))) {
    const bytes = readFileSync(join(cache, "parts", name), "utf8");
    if (!bytes.includes(text)) continue;
    const changed = bytes.replaceAll(text, replacement);
    writeFileSync(join(cache, "parts", hash(changed)), changed);
    manifest = manifest.replaceAll(name, hash(changed));
  }
  const [version] = readFileSync(root, "utf8").split(" ");
  writeFileSync(root, `${version} ${hash(manifest)}\n${manifest}`);
}

import { readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { copyFiles } from "../../../src/render/render.ts";
import { toPathAddress } from "../../../src/values/address.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import {
  findDifferentFiles,
  getSitePaths,
  readAllBytes,
  readFileStamps,
  runBuild,
  type SitePaths,
} from "../../help/sites/builds.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const talks = { "2024/07/11/talks.md": formatArticle() };

// By the path below static/, which is that in the site.
const files: FileContents = {
  CNAME: "dispatch.example\r\n",
  ".nojekyll": "",
  ".htaccess": "Options -Indexes\n",
  ".well-known/security.txt": "Contact: mailto:a@a.example\n",
  "favicon.ico": Buffer.from([0, 0, 1, 0]),
  "fonts/Text.woff2": Buffer.from("wOF2\0\xff", "latin1"),
  "Годовой отчёт (1).pdf": "not even a PDF",
  "100%.txt": "All of it.\n",
  "old/index.html": "<p>As it was.",
  "google12345.html": "google-site-verification: google12345.html",
  "readme.md": "# Not a text\n",
  "admin/config.yaml": "backend: {name: git}\n",
  "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "intro.swf": "FWS",
  "2024/07/11/map.svg": "<svg/>",
};

behaviour("a publisher who puts files into the folder static", (it) => {
  it("finds each at the root of the site, byte for byte", async () => {
    const site = await buildSmallSite({ ...talks, ...inStatic(files) });

    assert.equal(site.problems, []);
    for (const [path, bytes] of Object.entries(files))
      assert.equal(readFileSync(join(site.output, path)), Buffer.from(bytes ?? ""), path);
  });

  it("finds none that an operating system, an editor or git left there", async () => {
    const left = [".DS_Store", "._logo.svg", "Thumbs.db", "desktop.ini", ".gitignore", ".gitkeep", ".git/config"];
    const more = ["a.txt~", ".a.txt.swp", "#a.txt#", ".~lock.a.odt#", "~$a.docx", "deep/.DS_Store", ".vscode/a.json"];
    const junk = Object.fromEntries([...left, ...more].map((name) => [name, "x"]));
    const plain = await buildSmallSite(talks);
    const site = await buildSmallSite({ ...talks, ...inStatic(junk) });

    assert.equal([site.problems, site.files], [[], plain.files]);
  });

  const slips: Readonly<Record<string, readonly [path: string, bytes: string, line: string]>> = {
    "a pointer": [
      "film.mp4",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      "is a Git LFS pointer. Run `git lfs pull`.",
    ],
    "a merge conflict": [
      "CNAME",
      "<<<<<<< HEAD\na.example\n=======\nb.example\n>>>>>>> b\n",
      "is a merge conflict. Choose one of the two files: `git checkout --ours` or `--theirs`.",
    ],
    "a copy of a sync": [
      "CNAME (conflicted copy 2024-07-11).txt",
      "a.example",
      'is a copy left by a sync. Merge what differs into "CNAME.txt", then delete this file.',
    ],
    "a copy of an editor": [
      "ads.txt.bak",
      "x",
      'is a copy left by a merge or an editor. Merge what differs into "ads.txt", then delete this file.',
    ],
    "a name that Windows cannot store": [
      "a:b.txt",
      "x",
      'has ":" in its name, which some disks cannot store. Rename it, and the links to it.',
    ],
    "a name that Windows cuts": [
      "etc./a.txt",
      "x",
      "has a name that ends with a dot or a space, which some disks leave out. Rename it, and the links to it.",
    ],
    "a name of Dateline's own": [
      ".dateline.token",
      "x",
      "has a name that Dateline keeps for its own notes in the output folder. Rename it, and the links to it.",
    ],
  };
  for (const [what, [path, bytes, line]] of Object.entries(slips)) {
    it(`is told of ${what}, beside a slip in a text`, async () => {
      const wrongTag = { "2024/07/11/b.md": formatArticle({ tags: ["rusia"], sources: undefined }) };
      const site = await buildSmallSite({ ...talks, ...wrongTag, ...inStatic({ [path]: bytes }) });

      assert.is(site.problems.length, 3);
      assert.is(site.problems.at(-1), `content/static/${path}:1:1  ${line}`);
    });
  }

  it("never publishes what a link leads to", async () => {
    const site = await buildSmallSite({ ...talks, ...inStatic({ "a.txt": "A" }) });
    writeFiles(site.folder, { "private/key.txt": "Secret." });
    symlinkSync("../../private/key.txt", join(site.folder, "content/static/key.txt"));
    symlinkSync("../../private", join(site.folder, "content/static/keys"));
    const advice = "is a symbolic link, and links are not followed. Replace it with a copy of what it points to.";
    const linked = await site.change({});
    assert.equal(linked.problems, [`content/static/key.txt:1:1  ${advice}`, `content/static/keys:1:1  ${advice}`]);
    renameSync(join(site.folder, "content/static"), join(site.folder, "static"));
    symlinkSync("../static", join(site.folder, "content/static"));
    assert.equal((await site.change({})).problems, [`content/static:1:1  ${advice}`]);
  });

  it("may have had one of them in the output, with the same bytes", async () => {
    const { places } = publish(talks);
    await runBuild(places);
    writeFiles(places.output, { CNAME: "a.example\n" });
    writeFiles(places.content, inStatic({ CNAME: "a.example\n" }));
    rmSync(places.cache, { recursive: true });

    assert.equal((await runBuild(places)).problems, []);
    writeFiles(places.content, inStatic({ CNAME: undefined }));
    await runBuild(places);
    assert.not.ok(listFiles(places.output).includes("CNAME"));
  });
});

behaviour("a publisher who changes static files", (it) => {
  it("gets them added, replaced and removed, as a build from nothing has them", async () => {
    const { places } = publish({ ...talks, "static/large.bin": Buffer.alloc(3_000_000, "a") });
    await runBuild(places);
    const changes: readonly FileContents[] = [
      inStatic(files),
      inStatic({ CNAME: "b.example\n", "old/index.html": undefined }),
      { "static/large.bin": Buffer.alloc(3_000_000, "b") },
      { "2024/07/12/more.md": formatArticle({ title: "More" }) },
      inStatic(Object.fromEntries(Object.keys(files).map((path) => [path, undefined]))),
      { "static/large.bin": undefined },
    ];
    for (const change of changes) {
      writeFiles(places.content, change);
      const { problems, summary } = await runBuild(places);
      const anew = { ...getSitePaths(createTemporaryFolder()), content: places.content };
      await runBuild(anew);

      assert.equal(problems, []);
      assert.equal(findDifferentFiles(readAllBytes(places.output), readAllBytes(anew.output)), []);
      if ("static/large.bin" in change && change["static/large.bin"]) assert.is(summary?.written, 1);
    }
  });

  it("has none of them written again where only their times changed, or another file", async () => {
    const { places } = publish({ ...talks, ...inStatic(files) });
    await runBuild(places);
    const stamps = readFileStamps(places.output);
    for (const path of Object.keys(files)) utimesSync(join(places.content, "static", path), 1, 1);
    assert.is((await runBuild(places)).summary?.written, 0);
    assert.equal(readFileStamps(places.output), stamps);
    // Another build from nothing into the same site.
    rmSync(places.cache, { recursive: true });
    await runBuild(places);
    writeFiles(places.content, inStatic({ CNAME: "b.example\n" }));

    assert.is((await runBuild(places)).summary?.written, 1);
  });

  it("is told of one that changed while it was copied, and nothing else is published under its hash", async () => {
    const folder = createTemporaryFolder();
    writeFiles(folder, { "content/static/a.txt": "new" });
    const file = { path: "static/a.txt", file: "content/static/a.txt", hash: "of the old bytes" };
    const copy = () =>
      copyFiles([{ ...file, address: toPathAddress("a.txt") }], join(folder, "content"), join(folder, "next"));
    const line = { what: "was changed or deleted while the site was being built.", advice: "Build again." };
    const problem = { at: { file: file.file, line: 1, column: 1 }, ...line };

    assert.equal(await copy(), { ok: false, problems: [problem] });
    rmSync(join(folder, "content/static/a.txt"));
    writeFileSync(join(folder, "secret.txt"), "Secret.");
    symlinkSync("../../secret.txt", join(folder, "content/static/a.txt"));
    assert.equal(await copy(), { ok: false, problems: [problem] });
    assert.not.match(String(readFileSync(join(folder, "next/a.txt"))), "Secret");
  });
});

function inStatic(contents: FileContents): FileContents {
  return Object.fromEntries(Object.entries(contents).map(([path, bytes]) => [`static/${path}`, bytes]));
}

function publish(contents: FileContents): { readonly places: SitePaths } {
  const places = getSitePaths(createTemporaryFolder());
  writeFiles(places.content, { ...makeSettingsFiles(), ...contents });
  return { places };
}

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { articlePath } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { checkSite } from "../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const notFollowed = "is a symbolic link, and links are not followed. Replace it with a copy of what it points to.";
const unreadable = "cannot be read (EACCES). Check its permissions, and the disk.";

// A site with a slip, so that what is beside it is found without building all of it.
const slip = { [articlePath]: "" };
const toldOfSlip =
  'content/2024/07/11/talks.md:1:1  is empty. Begin with a line "---", then title, summary, tags, sources and another "---".';

behaviour("an author in whose content stands what is no file", (it) => {
  it("is told of a named pipe, and nobody waits at it", async () => {
    const { folder, change } = await buildSmallSite(slip);
    execFileSync("mkfifo", [join(folder, "content/2024/07/11/pipe.md")]);

    assert.equal((await change({})).problems, [
      "content/2024/07/11/pipe.md:1:1  is a named pipe, not a file. Take it out of the content folder.",
      toldOfSlip,
    ]);
  });

  it("is told of a socket", async () => {
    const { folder, change } = await buildSmallSite(slip);
    const server = createServer().listen(join(folder, "content/s.md"));
    try {
      await new Promise((listening) => server.once("listening", listening));

      assert.equal((await change({})).problems, [
        toldOfSlip,
        "content/s.md:1:1  is a socket, not a file. Take it out of the content folder.",
      ]);
    } finally {
      server.close();
    }
  });

  it("is told of a link to a file outside, and nothing of that file is read", async () => {
    const { folder, change } = await buildSmallSite(slip);
    writeFileSync(join(folder, "secret.md"), formatArticle({ title: "Secret" }));
    symlinkSync("../../../../secret.md", join(folder, "content/2024/07/11/a.md"));

    assert.equal((await change({})).problems, [`content/2024/07/11/a.md:1:1  ${notFollowed}`, toldOfSlip]);
  });

  it("is told of links to a folder, to nothing and to itself, and nobody goes in circles", async () => {
    const { folder, change } = await buildSmallSite(slip);
    symlinkSync("..", join(folder, "content/2024/up"));
    symlinkSync("nowhere.md", join(folder, "content/2024/07/11/a.md"));
    symlinkSync("b.md", join(folder, "content/2024/07/11/b.md"));

    assert.equal((await change({})).problems, [
      `content/2024/07/11/a.md:1:1  ${notFollowed}`,
      `content/2024/07/11/b.md:1:1  ${notFollowed}`,
      toldOfSlip,
      `content/2024/up:1:1  ${notFollowed}`,
    ]);
  });

  it("is told of a folder that is named like an article", async () => {
    const { folder, change } = await buildSmallSite(slip);
    mkdirSync(join(folder, "content/2024/07/11/vienna.md"));
    writeFileSync(join(folder, "content/2024/07/11/vienna.md/a.md"), formatArticle());

    assert.equal((await change({})).problems, [
      toldOfSlip,
      "content/2024/07/11/vienna.md/a.md:1:1  the folder 2024/07/11/vienna.md is not a day: an article belongs to an edition. Move it to the folder of its day, as in 2024/07/11. A page that does not belong to a day goes into pages.",
    ]);
  });
});

behaviour("an author whose files may not be read", (it) => {
  it("is told of the folder, the article and the picture, and of nothing that follows from it", async () => {
    const folder = createTemporaryFolder();
    const image = { src: "map.png", alt: "A map", credit: "Ann" };
    writeFiles(join(folder, "content"), {
      "site.yaml": "",
      "tags.yaml": "- {slug: diplomacy, title: Diplomacy}\n",
      "2024/07/10/a.md": formatArticle(),
      "2024/07/11/b.md": formatArticle({ image }),
      "2024/07/11/c.md": formatArticle(),
      "2024/07/11/map.png": "",
    });
    chmodSync(folder, 0o755);
    for (const path of ["site.yaml", "2024/07/10", "2024/07/11/c.md", "2024/07/11/map.png"])
      chmodSync(join(folder, "content", path), 0o000);

    assert.equal(await toldWithoutPrivilege(folder), [
      `content/2024/07/10:1:1  ${unreadable}`,
      `content/2024/07/11/c.md:1:1  ${unreadable}`,
      `content/2024/07/11/map.png:1:1  ${unreadable}`,
      `content/site.yaml:1:1  ${unreadable}`,
    ]);
  });
});

behaviour("a publisher who names a content folder", (it) => {
  it("that is not there is told that, and not of what would be in it", async () => {
    const folder = createTemporaryFolder();

    assert.equal(await told(join(folder, "content")), [
      `${folder}/content:1:1  there is no such folder. Name the content folder: --content DIR.`,
    ]);
  });

  it("that is a file is told that it cannot be read", async () => {
    const folder = createTemporaryFolder();
    writeFileSync(join(folder, "content"), "");

    assert.equal(await told(join(folder, "content")), [
      `${folder}/content:1:1  is a file, not a folder. Name the content folder: --content DIR.`,
    ]);
  });
});

async function told(content: string): Promise<readonly string[]> {
  return checkSite({ content, cache: "", output: "" }, "2024-12-31T12:00:00Z");
}

// Who runs as root may read everything, so for a moment somebody else does.
async function toldWithoutPrivilege(folder: string): Promise<readonly string[]> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(nobody);
  try {
    return (await told(join(folder, "content"))).map((line) => line.replace(`${folder}/`, ""));
  } finally {
    if (root) process.seteuid?.(0);
  }
}

const nobody = 65_534;

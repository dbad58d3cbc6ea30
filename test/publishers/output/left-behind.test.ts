import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };

type Leave = (folder: string) => void;

// What killed builds, full disks and power failures leave, and what people do to these files.
const healed: Readonly<Record<string, Leave>> = {
  "an empty record": (folder) => writeFileSync(join(folder, "_site.token"), ""),
  "a record that is cut off": (folder) => truncateSync(join(folder, "_site.token"), 700),
  "a record of zeros": (folder) => writeFileSync(join(folder, "_site.token"), Buffer.alloc(2000)),
  "a record of an older version": (folder) =>
    writeFileSync(join(folder, "_site.token"), readFileSync(join(folder, "_site.token"), "utf8").split(" ")[0] ?? ""),
  "a record without its site": (folder) => rmSync(join(folder, "_site"), { recursive: true }),
  "a site without its record": (folder) => rmSync(join(folder, "_site.token")),
  "a journal of zeros": (folder) => writeFileSync(join(folder, "_site.journal"), Buffer.alloc(100)),
  "a journal without its site": (folder) => {
    rmSync(join(folder, "_site"), { recursive: true });
    writeFileSync(join(folder, "_site.journal"), "{}");
  },
  "half-written notes": (folder) =>
    writeFiles(folder, { "_site.journal.part-99": "{", "_site.token.part-99": "", "_site.work.part-99": "" }),
  "garbage for the names of folders": (folder) => writeFileSync(join(folder, "_site.work"), "\0\0"),
  "a next folder and its names": (folder) =>
    writeFiles(folder, {
      "_site.next-99/index.html": "Half.",
      "_site.next-99.input-99/.keep": undefined,
      "_site.work": '{"next":"_site.next-99","previous":"_site.last"}',
    }),
  "empty folders that nothing names": (folder) => {
    for (const name of ["_site.next-99999999", "_site.next-99999998.input-99999997"]) mkdirSync(join(folder, name));
  },
  "a site that stands aside": (folder) => {
    renameSync(join(folder, "_site"), join(folder, "_site.last"));
    writeFiles(folder, { "_site.work": '{"next":"_site.next-99","previous":"_site.last"}' });
  },
  "a site and its predecessor": (folder) => {
    cpSync(join(folder, "_site"), join(folder, "_site.last"), { recursive: true });
    writeFiles(folder, { "_site.work": '{"next":"_site.next-99","previous":"_site.last"}' });
  },
  "locks of nobody": (folder) =>
    writeFiles(folder, { "_site.lock-99999999": "", "_site.lock": "99999999 1", ".cache/lock-99999999": "" }),
  "half-written files of the cache": (folder) => {
    const half = { "root.part-99999999": "{", "try.part-99999999": "", "unfinished/a.avif.part-99999999": "Half." };
    writeFiles(join(folder, ".cache"), { ...half, "parts/a.part-99999999": "Half." });
  },
  "a folder for the root of the cache": (folder) => {
    rmSync(join(folder, ".cache/root"));
    mkdirSync(join(folder, ".cache/root"));
  },
  "a site without its 404.html": (folder) => {
    rmSync(join(folder, "_site/404.html"));
    rmSync(join(folder, ".cache"), { recursive: true });
  },
};

const told: Readonly<Record<string, Leave>> = {
  "a folder for the record": (folder) => makeFolder(folder, "_site.token"),
  "a folder for the journal": (folder) => makeFolder(folder, "_site.journal"),
  "a folder for the names of folders": (folder) => makeFolder(folder, "_site.work"),
  "a folder for a lock": (folder) => makeFolder(folder, "_site.lock"),
  "a folder for the lock of the cache": (folder) => makeFolder(folder, ".cache/lock"),
  "a pipe for the record": (folder) => makePipe(folder, "_site.token"),
  "a pipe for the journal": (folder) => makePipe(folder, "_site.journal"),
  "a pipe for the names of folders": (folder) => makePipe(folder, "_site.work"),
  "a pipe for a lock": (folder) => makePipe(folder, "_site.lock"),
  "a pipe for the root of the cache": (folder) => makePipe(folder, ".cache/root"),
  "a link to nothing for a lock": (folder) => symlinkSync("nowhere", join(folder, "_site.lock")),
  "a link to nothing for the lock of the cache": (folder) => symlinkSync("nowhere", join(folder, ".cache/lock")),
  "a file for the site": (folder) => {
    rmSync(join(folder, "_site"), { recursive: true });
    writeFileSync(join(folder, "_site"), "Mine.");
  },
};

behaviour("a publisher who finds what an interrupted build has left", (it) => {
  for (const [what, leave] of Object.entries(healed)) {
    it(`has it healed by the next build: ${what}`, async () => {
      const desk = await publish();
      leave(desk.folder);
      writeFiles(desk.content, { "2024/07/12/summit.md": formatArticle({ title: "Summit" }) });
      const { code, errors } = await runDateline(["build"], desk.folder, now);

      assert.equal([code, errors], [0, ""]);
      assert.equal(await differences(desk), []);
      assert.equal((await readdir(desk.folder)).sort(), [".cache", "_site", "_site.token", "content"]);
      assert.equal(
        listFiles(desk.cache).filter((file) => !/^(parts\/[\w-]+|root)$/.test(file)),
        [],
      );
    });
  }

  for (const [what, leave] of Object.entries(told)) {
    it(`is told of it in a line that names it, or has it healed: ${what}`, async () => {
      const desk = await publish();
      leave(desk.folder);
      writeFiles(desk.content, { "2024/07/12/summit.md": formatArticle({ title: "Summit" }) });
      const { code, errors } = await runDateline(["build"], desk.folder, now);

      if (code === 0) return assert.equal(await differences(desk), []);
      assert.is(code, 2);
      assert.is(errors.trim().split("\n").length, 1, errors);
      assert.match(errors, /_site|lock/);
      return assert.not.match(errors, /\n\s+at /);
    });
  }
});

behaviour("a publisher who suspects that pages were changed by hand", (it) => {
  it("gets them again, and only them, with --verify", async () => {
    const desk = await publish();
    const page = join(desk.output, "2024/07/11/talks/index.html");
    writeFiles(desk.output, {
      "2024/07/11/talks/index.html": "",
      "rss.xml": "Mine.",
      "robots.txt": undefined,
      CNAME: "x",
    });
    const small = await runDateline(["build"], desk.folder, now);
    assert.match(small.out, "; 0 files written");
    const verified = await runDateline(["build", "--verify"], desk.folder, now);

    assert.equal([verified.code, verified.errors], [0, ""]);
    assert.match(verified.out, "; 3 files written");
    assert.ok(readFileSync(page, "utf8").includes("Vienna"));
    assert.equal(await differences(desk), ["CNAME"]);
    assert.match((await runDateline(["build"], desk.folder, now)).out, "; 0 files written");
  });

  it("loses the pages that nothing plans, where the site is another's", async () => {
    const desk = await publish();
    writeFiles(desk.content, { "2024/07/11/talks.md": undefined, "2024/07/12/a.md": formatArticle() });
    await runDateline(["build", "--verify"], desk.folder, now);

    assert.equal(await differences(desk), []);
  });
});

interface Desk extends ReturnType<typeof getSitePaths> {
  readonly folder: string;
}

async function publish(): Promise<Desk> {
  const folder = createTemporaryFolder();
  const desk = { folder, ...getSitePaths(folder) };
  writeFiles(desk.content, { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
  await runDateline(["build"], folder, now);
  return desk;
}

function makeFolder(folder: string, name: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, name));
}

function makePipe(folder: string, name: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
  execFileSync("mkfifo", [join(folder, name)]);
}

/** The files of the output that differ from those of a first build. */
async function differences({ content, output }: Desk): Promise<readonly string[]> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  await runBuild(anew);
  return findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)).toSorted();
}

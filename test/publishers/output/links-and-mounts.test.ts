import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { UserError } from "../../../src/values/user-error.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

behaviour("a publisher whose output folder is a link", (it) => {
  it("finds the site in the folder that it names, from a first build, a small one and a full one", async () => {
    const desk = create();
    mkdirSync(join(desk.folder, "www"));
    symlinkSync("www", desk.output);
    const www = { ...desk, output: join(desk.folder, "www") };
    for (const prepare of [() => undefined, () => edit(desk), () => rmSync(desk.cache, { recursive: true })]) {
      prepare();
      assert.equal((await runBuild(desk)).problems, []);

      assert.ok(lstatSync(desk.output).isSymbolicLink());
      assert.equal(await differences(www), []);
    }
    assert.equal(readdirSync(desk.folder).sort(), [".cache", "_site", "content", "www", "www.token"]);
  });

  it("reads what to do where it leads to nothing", async () => {
    const desk = create();
    symlinkSync("nowhere", desk.output);
    const error = await runBuild(desk).catch((thrown: unknown) => thrown);

    assert.instance(error, UserError);
    assert.match(String(error), `is a link to nowhere, where no folder is. Create the folder ${desk.folder}/nowhere`);
    mkdirSync(join(desk.folder, "nowhere"));
    assert.equal((await runBuild(desk)).problems, []);
  });
});

behaviour("a publisher in whose cache a link leads elsewhere", (it) => {
  for (const name of ["parts", "images"]) {
    it(`finds nothing there changed, and reads that the cache is not used: .cache/${name}`, async () => {
      const desk = create();
      writeFiles(desk.folder, { "keys/id_rsa": "Secret.", "keys/abc": "Mine." });
      mkdirSync(desk.cache);
      symlinkSync("../keys", join(desk.cache, name));
      const { notices } = await runBuild(desk);

      assert.equal(readdirSync(join(desk.folder, "keys")).sort(), ["abc", "id_rsa"]);
      assert.equal(notices, [
        `The cache cannot be written (${join(desk.cache, name)} is a link, and links in the cache are not followed): building without it.`,
      ]);
      assert.equal(await differences(desk), []);
    });
  }

  it("may keep the whole cache elsewhere by a link", async () => {
    const desk = create();
    mkdirSync(join(desk.folder, "fast"));
    symlinkSync("fast", desk.cache);

    assert.equal((await runBuild(desk)).notices, []);
    assert.is((await runBuild(desk)).summary?.written, 0);
  });

  for (const note of ["_site.token", "_site.work", "_site.journal", ".cache/root"]) {
    it(`finds what it leads to as it was: ${note}`, async () => {
      const desk = create();
      await runBuild(desk);
      writeFiles(desk.folder, { "victim.txt": "Mine.".padEnd(79).concat("\nMine.") });
      const before = readFileSync(join(desk.folder, "victim.txt"), "utf8");
      rmSync(join(desk.folder, note), { force: true });
      symlinkSync(join(desk.folder, "victim.txt"), join(desk.folder, note));
      edit(desk);

      assert.equal((await runBuild(desk)).problems, []);
      assert.is(readFileSync(join(desk.folder, "victim.txt"), "utf8"), before);
      assert.equal(await differences(desk), []);
    });
  }
});

// Only the superuser can mount.
const canMount = spawnSync("unshare", ["-m", "true"]).status === 0;

behaviour("a publisher whose output folder is a mounted volume", (it) => {
  const mounts = canMount
    ? { "a disk of its own": "mount -t tmpfs tmpfs _site", "a folder of the same disk": "mount --bind www _site" }
    : {};
  for (const [what, mount] of Object.entries(mounts)) {
    it(`finds the files exchanged inside it, from builds of every kind: ${what}`, async () => {
      const desk = create();
      for (const name of ["_site", "www"]) mkdirSync(join(desk.folder, name));
      const build = `DATELINE_NOW=2024-07-20T12:00:00Z node ${resolve("src/start.js")} build`;
      const script = [
        mount,
        "touch _site/CNAME",
        build,
        `cp ${writeSecond(desk)} content/2024/07/12/summit.md`,
        build,
        "rm -r .cache",
        build,
        "cp -a _site copy",
      ].join(" && ");
      mkdirSync(join(desk.content, "2024/07/12"), { recursive: true });
      const { status, stderr } = spawnSync("unshare", ["-m", "sh", "-c", script], { cwd: desk.folder });

      assert.is(status, 0, stderr.toString());
      const copy = join(desk.folder, "copy");
      assert.equal(
        readdirSync(copy).filter((name) => name.startsWith(".")),
        [".dateline.token"],
      );
      assert.equal(await differences({ ...desk, output: copy }), [".dateline.token", "CNAME"]);
    });
  }

  it("may build where nothing can be written beside the output", async () => {
    if (!canMount) return;
    const desk = create();
    mkdirSync(join(desk.folder, "parent/_site"), { recursive: true });
    const script = [
      "mount -t tmpfs tmpfs parent && mkdir parent/_site && mount -o remount,ro parent",
      "mount -t tmpfs tmpfs parent/_site",
      `DATELINE_NOW=2024-07-20T12:00:00Z node ${resolve("src/start.js")} build --output parent/_site`,
      "test -e parent/_site/index.html",
    ].join(" && ");
    const { status, stderr } = spawnSync("unshare", ["-m", "sh", "-c", script], { cwd: desk.folder });

    assert.is(status, 0, stderr.toString());
  });
});

behaviour("a publisher whose output folder cannot be a site", (it) => {
  it("reads a line for the root of the disk, and for a file", async () => {
    const desk = create();
    writeFiles(desk.folder, { "file.txt": "Mine." });
    for (const output of ["/", "file.txt"]) {
      const { code, errors } = await runDateline(["build", "--output", output], desk.folder);

      assert.is(code, 2);
      assert.is(errors.trim().split("\n").length, 1, errors);
    }
    assert.ok(existsSync(join(desk.folder, "file.txt")));
  });
});

interface Desk extends ReturnType<typeof getSitePaths> {
  readonly folder: string;
}

function create(): Desk {
  const folder = createTemporaryFolder();
  const desk = { folder, ...getSitePaths(folder) };
  writeFiles(desk.content, { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
  return desk;
}

function edit({ content }: Desk): void {
  writeFiles(content, { "2024/07/12/summit.md": formatArticle({ title: "Summit" }) });
}

function writeSecond({ folder }: Desk): string {
  writeFiles(folder, { "summit.md": formatArticle({ title: "Summit" }) });
  return "summit.md";
}

/** The files of the output that differ from those of a first build. */
async function differences({ content, output }: Desk): Promise<readonly string[]> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  await runBuild(anew);
  return findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)).toSorted();
}

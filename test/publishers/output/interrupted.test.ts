import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as assert from "uvu/assert";
import { createNewsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { removeProblems } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { startDateline, waitUntil } from "../../help/sites/started.ts";

const moment = "2024-07-20T12:00:00Z";

behaviour("a publisher who stops a build", (it) => {
  const cases = [
    ["SIGINT", 130, ["build", "--no-cache"]],
    ["SIGTERM", 143, ["build", "--jobs", "2"]],
    ["SIGHUP", 129, ["build", "--jobs", "1"]],
  ] as const;
  for (const [signal, exitCode, command] of cases) {
    it(`finds nothing left of it, neither here nor among temporary files: ${signal}, ${command.join(" ")}`, async () => {
      const desk = await create();
      const temporary = createTemporaryFolder();
      for (const delay of [0, 150, 400]) {
        const build = startDateline(command, desk.folder, { DATELINE_NOW: moment, TMPDIR: temporary });
        await waitUntil(build, () => readdirSync(desk.folder).some((name) => name.startsWith("_site.next-")));
        await setTimeout(delay);
        build.child.kill(signal);
        const code = await build.exitCode;

        assert.ok(code === exitCode || code === 0, `${code} ${build.getOutput()}`);
        assert.equal(besides(desk.folder), []);
        // Node and its libraries keep caches of their own there.
        const names = readdirSync(temporary).filter((name) => name.startsWith("dateline"));
        assert.equal(names, []);
      }
      assert.equal((await runBuild(desk, moment)).problems, []);
      assert.equal(await differences(desk), []);
    });
  }
});

behaviour("an author who stops a check", (it) => {
  it("finds no earlier content among temporary files", async () => {
    const desk = await create();
    const temporary = createTemporaryFolder();
    const git = (...args: readonly string[]) => spawnSync("git", ["-C", desk.folder, ...args]);
    git("init", "-q");
    git("add", "content");
    git("-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "All");
    for (const [signal, delay] of [
      ["SIGTERM", 0],
      ["SIGINT", 5],
      ["SIGHUP", 100],
    ] as const) {
      const check = startDateline(["check"], desk.folder, { DATELINE_NOW: moment, TMPDIR: temporary });
      const listOwn = () => readdirSync(temporary).filter((name) => name.startsWith("dateline"));
      assert.ok(await waitUntil(check, () => listOwn().length > 0), check.getOutput());
      await setTimeout(delay);
      check.child.kill(signal);
      await check.exitCode;
      await setTimeout(100);

      assert.equal(listOwn(), []);
    }
  });
});

const canMount = spawnSync("unshare", ["-m", "true"]).status === 0;

behaviour("a publisher whose disk is full", (it) => {
  for (const size of canMount ? [64, 400, 800, 1200] : []) {
    it(`reads in one line where, and the next build is right: ${size} KB`, async () => {
      const desk = await create();
      mkdirSync(join(desk.folder, "disk"));
      const build = `DATELINE_NOW=${moment} node ${resolve("src/start.js")} build --output disk/site`;
      const script = [
        `mount -t tmpfs -o size=${size}k tmpfs disk`,
        // A file that can be seen after the disk is unmounted.
        `${build} 2> errors; echo $? > code; ls -A disk > left`,
        "mount -o remount,size=100m disk",
        build,
        "cp -a disk copy",
      ].join(" && ");
      const { status, stderr } = spawnSync("unshare", ["-m", "sh", "-c", script], { cwd: desk.folder });

      assert.is(status, 0, stderr.toString());
      const [errors = "", code = "", left = ""] = ["errors", "code", "left"].map((name) =>
        readAllBytes(desk.folder).get(name)?.toString(),
      );
      assert.is(code, "2\n");
      assert.match(errors, /^ENOSPC: .*'.*disk\/site.*'\n$/);
      assert.equal(left, "");
      assert.equal(await differences({ ...desk, output: join(desk.folder, "copy/site") }), []);
    });
  }

  it("reads the same where files may not be as large as they are", async () => {
    const desk = await create();
    const script = `ulimit -f 16; DATELINE_NOW=${moment} exec node ${resolve("src/start.js")} build --jobs 1`;
    const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: desk.folder });

    assert.is(status, 2);
    assert.match(stderr.toString(), /^EFBIG: .*'.*(_site|\.cache).*'\n$/);
    assert.equal(besides(desk.folder), []);
  });
});

interface Desk extends ReturnType<typeof getSitePaths> {
  readonly folder: string;
}

async function create(): Promise<Desk> {
  const folder = createTemporaryFolder();
  const desk = { folder, ...getSitePaths(folder) };
  writeFiles(desk.content, renderContentFiles(removeProblems(await createNewsroom(createRandom(3), 60))));
  return desk;
}

/** What stands in the folder besides the content, the cache and the site. */
function besides(folder: string): readonly string[] {
  const locks = existsSync(join(folder, ".cache/lock")) ? [".cache/lock"] : [];
  const names = readdirSync(folder).filter((name) => ![".cache", "content", "_site", "_site.token"].includes(name));
  return [...names, ...locks];
}

/** The files of the output that differ from those of a first build. */
async function differences({ content, output }: Desk): Promise<readonly string[]> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  await runBuild(anew, moment);
  assert.ok(listFiles(anew.output).length > 50);
  return findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)).toSorted();
}

import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { withLock } from "../../../src/publish/publish.ts";
import { createNewsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { startDateline, waitUntil } from "../../help/sites/started.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };

behaviour("two publishers who build the same site at once", (it) => {
  it("both come to the right site, one after the other, and the second is told that it waits", async () => {
    const folder = await desk();
    const ended = await Promise.all([runDateline(["build"], folder, now), runDateline(["build"], folder, now)]);

    assert.equal(
      ended.map(({ code, errors }) => [code, errors]),
      [
        [0, ""],
        [0, ""],
      ],
    );
    assert.ok(ended.some(({ out }) => out.includes("is running: waiting for it.")));
    await isRight(folder);
  });

  for (const lock of [".cache/lock", "_site.lock"]) {
    it(`wait for as long as another holds ${lock}`, async () => {
      const folder = await desk();
      const waits = () => assert.unreachable("nobody else is there");
      const built = await withLock(join(folder, lock), waits, async () => {
        const begun = startDateline(["build"], folder, now);
        const line = `Another build (process ${process.pid}) is running: waiting for it.\n`;
        assert.ok(await waitUntil(begun, () => begun.getOutput() === line), begun.getOutput());
        assert.not.ok(existsSync(join(folder, "_site")));
        return begun;
      });

      assert.is(await built.exitCode, 0);
      await isRight(folder);
    });
  }
});

behaviour("a publisher who finds the lock of a build that is dead", (it) => {
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  const left = {
    "of a process that has ended": `${dead} 123`,
    "whose number another process has by now": `${process.pid} 1`,
    "that lost its bytes when the machine went down": "",
  };
  for (const [whose, text] of Object.entries(left)) {
    it(`is not stopped: a lock ${whose}`, async () => {
      const folder = await desk();
      writeFiles(folder, { ".cache/lock": text, "_site.lock": text });
      const { notices } = await runBuild(getSitePaths(folder));

      assert.equal(notices, []);
      assert.not.ok(existsSync(join(folder, ".cache/lock")) || existsSync(join(folder, "_site.lock")));
      await isRight(folder);
    });
  }
});

behaviour("a publisher in whose way a lock stands that nobody can read", (it) => {
  it("is told which, with exit code 2, rather than left waiting for ever", async () => {
    const folder = await desk();
    symlinkSync("_site.lock", join(folder, "_site.lock"));
    const { code, errors } = await runDateline(["build"], folder, now);

    assert.is(code, 2);
    assert.match(errors, "_site.lock");
    assert.not.ok(existsSync(join(folder, "_site")));
  });
});

async function desk(): Promise<string> {
  const folder = createTemporaryFolder();
  writeFiles(join(folder, "content"), renderContentFiles(await createNewsroom(createRandom(5), 40)));
  return folder;
}

async function isRight(folder: string): Promise<void> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content: join(folder, "content") };
  await runBuild(anew);
  assert.equal(findDifferentFiles(readAllBytes(join(folder, "_site")), readAllBytes(anew.output)), []);
}

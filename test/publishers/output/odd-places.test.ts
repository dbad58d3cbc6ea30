import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";
import { startDateline, waitUntil } from "../../help/sites/started.ts";

const author = ["AUTHOR", "COMMITTER"].flatMap((role) => [
  [`GIT_${role}_NAME`, "A"],
  [`GIT_${role}_EMAIL`, "a@example.org"],
]);

behaviour("a publisher who checks each commit by a hook", (it) => {
  for (const where of ["in the repository itself", "in a linked work tree"]) {
    it(`has a sound commit accepted, and one that drops an address refused: ${where}`, () => {
      const folder = createTemporaryFolder();
      const main = join(folder, "main");
      const environment = { ...process.env, ...Object.fromEntries(author) };
      const git = (at: string, ...args: readonly string[]) =>
        spawnSync("git", ["-C", at, ...args], { env: environment, encoding: "utf8" });
      writeFiles(main, {
        ...prefixed("content", makeSettingsFiles()),
        "content/2024/07/11/talks.md": formatArticle(),
        ".gitignore": ".cache/\n",
      });
      git(main, "init", "-q", "-b", "main");
      git(main, "add", "-A");
      assert.is(git(main, "commit", "-qm", "one").status, 0);
      const hook = join(main, ".git/hooks/pre-commit");
      writeFiles(main, { ".git/hooks/pre-commit": `#!/bin/sh\nexec node "${resolve("src/start.js")}" check\n` });
      chmodSync(hook, 0o755);
      const tree = where === "in a linked work tree" ? join(folder, "linked") : main;
      if (tree !== main) assert.is(git(main, "worktree", "add", "-q", tree, "-b", "feature").status, 0);

      writeFiles(tree, { "content/2024/07/12/summit.md": formatArticle({ title: "Summit" }) });
      git(tree, "add", "-A");
      const sound = git(tree, "commit", "-qm", "two");
      assert.is(sound.status, 0, sound.stderr);

      writeFiles(tree, { "content/2024/07/12/summit.md": undefined });
      const lossy = git(tree, "commit", "-qam", "three");
      assert.is(lossy.status, 1);
      assert.match(lossy.stderr, "/2024/07/12/summit/ was published and would be gone");
      assert.is(git(tree, "log", "--oneline").stdout.trim().split("\n").length, 2);
    });
  }
});

behaviour("a publisher whose disk has no hard links", (it) => {
  // As FAT, exFAT and some network disks answer.
  const withoutLinks = `data:text/javascript,${encodeURIComponent(
    'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; fs.linkSync = (a) => { throw Object.assign(new Error("EPERM: operation not permitted, link"), { code: "EPERM", syscall: "link", path: a }); }; syncBuiltinESMExports();',
  )}`;
  const environment = { NODE_OPTIONS: `--import=${withoutLinks}`, DATELINE_NOW: "2024-07-20T12:00:00Z" };

  it("builds, and two builds wait for one another", async () => {
    const folder = createTemporaryFolder();
    writeFiles(join(folder, "content"), { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
    const first = startDateline(["build"], folder, environment);
    await waitUntil(first, () => existsSync(join(folder, ".cache/lock")));
    const second = await runDateline(["build"], folder, environment);

    assert.is(await first.exitCode, 0);
    assert.equal([second.code, second.errors], [0, ""]);
    assert.match(second.out, `Another build (process ${first.child.pid}) is running: waiting for it.`);
    const anew = { ...getSitePaths(createTemporaryFolder()), content: join(folder, "content") };
    await runBuild(anew);
    assert.equal(findDifferentFiles(readAllBytes(join(folder, "_site")), readAllBytes(anew.output)), []);
  });

  it("is not stopped by the lock of a build that was killed", async () => {
    const folder = createTemporaryFolder();
    writeFiles(join(folder, "content"), { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    writeFiles(folder, { ".cache/lock": `${dead} 1`, "_site.lock": "" });

    assert.equal((await runDateline(["build"], folder, environment)).code, 0);
  });
});

function prefixed(prefix: string, files: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${prefix}/${file}`, String(text)]));
}

import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { listDescendants } from "../../help/sites/desk.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";
import { startDateline, waitUntil } from "../../help/sites/started.ts";

behaviour("an author who ends a preview", (it) => {
  type Moment = readonly [string, (output: string, folder: string) => boolean];
  const idle: Moment = ["while it waits", (output) => output.includes("Ctrl-C")];
  const building: Moment = ["in the middle of its first build", (_, folder) => listTraces(folder).some(isNextFolder)];
  const ends: readonly (readonly [string, NodeJS.Signals, Moment])[] = [
    ["with Ctrl-C", "SIGINT", idle],
    ["with Ctrl-C", "SIGINT", building],
    ["with kill", "SIGTERM", building],
    ["by closing the terminal", "SIGHUP", building],
  ];
  for (const [how, signal, moment] of ends) {
    it(`leaves no process, lock or unfinished site behind: ${how}, ${moment[0]}`, async () => {
      const { dev, folder, processes, temporaryFolder } = await startUntil(moment[1]);
      // A terminal and a service manager signal all processes of a group.
      for (const id of [...processes, dev.child.pid ?? 0]) process.kill(id, signal);

      assert.is(await dev.exitCode, 0);
      assert.equal(processes.filter(isAlive), []);
      assert.equal(listTraces(folder), []);
      assert.equal(readdirSync(temporaryFolder), []);
    });
  }

  it("leaves nothing behind where the build does not stop by itself", async () => {
    const { dev, folder, processes, temporaryFolder } = await startUntil(building[1]);
    for (const id of processes) process.kill(id, "SIGSTOP");
    dev.child.kill("SIGINT");
    // Who does not want to wait tries again.
    dev.child.kill("SIGINT");

    assert.is(await dev.exitCode, 0);
    assert.equal(processes.filter(isAlive), []);
    assert.equal(listTraces(folder), []);
    assert.equal(readdirSync(temporaryFolder), []);
  });
});

behaviour("an author whose preview would be written through a link", (it) => {
  for (const target of ["../../_site", "../../nowhere"]) {
    it(`reads a line, and no draft gets out: .cache/preview/site leads to ${target}`, async () => {
      const folder = createTemporaryFolder();
      writeFiles(folder, { ".cache/preview/.keep": "" });
      writeFiles(join(folder, "content"), { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
      assert.is((await runDateline(["build"], folder)).code, 0);
      const before = readAllBytes(join(folder, "_site"));
      writeFiles(join(folder, "content"), { "2024/07/12/secret.md": formatArticle({ title: "Secret", draft: true }) });
      symlinkSync(target, join(folder, ".cache/preview/site"));
      const dev = startDateline(["dev", "--port", "8340"], folder, {});
      const isEnded = await Promise.race([dev.exitCode, delay(20_000, undefined, { ref: false })]);
      dev.child.kill("SIGKILL");

      assert.is(isEnded, 2);
      assert.is(
        dev.getOutput(),
        ".cache/preview/site is a link, and links in the cache are not followed. Delete it.\n",
      );
      assert.equal(findDifferentFiles(before, readAllBytes(join(folder, "_site"))), []);
    });
  }
});

/** Starts a preview and waits for a moment. Its temporary files are in a folder of their own. */
async function startUntil(isMoment: (output: string, folder: string) => boolean) {
  const [folder, temporaryFolder] = [createTemporaryFolder(), createTemporaryFolder()];
  const articles = Array.from({ length: 60 }, (_, i) => [`2024/07/10/talks-${i}.md`, formatArticle()]);
  writeFiles(join(folder, "content"), { ...makeSettingsFiles(), ...Object.fromEntries(articles) });
  const dev = startDateline(["dev", "--port", "8300"], folder, { TMPDIR: temporaryFolder });
  assert.ok(await waitUntil(dev, () => isMoment(dev.getOutput(), folder)), dev.getOutput());
  const processes = listDescendants(dev.child.pid ?? 0);
  assert.ok(processes.length > 0);
  return { dev, folder, processes, temporaryFolder };
}

/** The names of locks, next folders and temporary files in the folder of a preview. */
function listTraces(folder: string): readonly string[] {
  const previewFolder = join(folder, ".cache/preview");
  if (!existsSync(previewFolder)) return [];
  return readdirSync(previewFolder).filter((name) => /lock|-\d+$|\.part/.test(name));
}

function isNextFolder(name: string): boolean {
  return name.includes(".next-");
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

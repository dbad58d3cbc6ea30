import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
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

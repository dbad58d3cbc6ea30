import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openPage, withBrowser } from "./browser.ts";
import { createTemporaryFolder, type FileContents, writeFiles } from "./folders.ts";
import { makeSettingsFiles } from "./site.ts";
import { type RunningDateline, startDateline, waitUntil } from "./started.ts";

/** A project folder, and `dateline dev` running in it. */
export interface RunningPreview {
  readonly folder: string;
  readonly dev: RunningDateline;
  readonly port: number;
  /** Writes files by their paths in `content/`. */
  readonly save: (files: FileContents) => void;
}

/** The same, and a browser page that shows the preview. */
export interface PreviewSession extends RunningPreview {
  readonly page: Page;
  /** Opens a page of the preview: "/2024/07/11/". */
  readonly open: (address: string) => Promise<void>;
}

/** Starts `dateline dev` on a small site, opens a browser, and stops both when `use` ends.
 *
 * @param project the folder of Dateline's code: by default this project, else a copy */
export function withPreview(
  files: FileContents,
  use: (preview: PreviewSession) => Promise<void>,
  project?: string,
): Promise<void> {
  return withRunningPreview(
    files,
    [],
    (preview) =>
      withBrowser(async (browser) => {
        const { page } = await openPage(browser, { javaScriptEnabled: true });
        const open = async (address: string) => {
          await page.goto(new URL(address, findPreviewUrl(preview.dev)).href);
        };
        await use({ ...preview, page, open });
      }),
    project,
  );
}

/** Starts `dateline dev` on a small site, and stops it when `use` ends.
 *
 * @param options of the command line
 * @param project the folder of Dateline's code: by default this project, else a copy */
export async function withRunningPreview(
  files: FileContents,
  options: readonly string[],
  use: (preview: RunningPreview) => Promise<void>,
  project?: string,
): Promise<void> {
  const folder = createTemporaryFolder();
  const save = (newFiles: FileContents) => writeFiles(join(folder, "content"), newFiles);
  save({ ...makeSettingsFiles(), ...files });
  const dev = startDateline(
    ["dev", "--port", "8300", ...options],
    folder,
    { DATELINE_NOW: "2024-07-20T12:00:00Z" },
    project,
  );
  try {
    if (!(await waitUntil(dev, () => findPreviewUrl(dev) !== undefined))) throw new Error(dev.getOutput());
    await use({ folder, dev, save, port: Number(new URL(findPreviewUrl(dev) ?? "").port) });
  } finally {
    dev.child.kill("SIGINT");
    await dev.exitCode;
  }
}

/** The URL that a preview prints, with 127.0.0.1 for localhost, because the tests' browser opens only that host. */
export function findPreviewUrl({ getOutput }: RunningDateline): string | undefined {
  const [, port] = /http:\/\/localhost:(\d+)\//.exec(getOutput()) ?? [];
  return port && `http://127.0.0.1:${port}/`;
}

/** The ids of all descendants of a process. */
export function listDescendants(pid: number): readonly number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && readParent(name) === pid);
  return children.map(Number).flatMap((child) => [child, ...listDescendants(child)]);
}

/** The id of the parent process; undefined if the process has exited. */
function readParent(pid: string): number | undefined {
  try {
    // The program's name may contain any character. The fields after it are the state and the parent's id
    // (proc_pid_stat(5)).
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return undefined;
  }
}

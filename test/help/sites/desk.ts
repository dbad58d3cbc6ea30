import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { visit, withBrowser } from "./browser.ts";
import { type Files, temporaryFolder, writeFiles } from "./folders.ts";
import { settings } from "./site.ts";
import { type Started, started, until } from "./started.ts";

/** An author's desk: a folder, `dateline dev` at work in it, and a browser that shows its preview. */
export interface Desk {
  readonly folder: string;
  readonly dev: Started;
  readonly page: Page;
  /** Saves files, by their paths in `content/`. */
  readonly save: (files: Files) => void;
  /** Opens a page of the preview: "/2024/07/11/". */
  readonly open: (address: string) => Promise<void>;
}

/** Starts `dateline dev` in a folder with a small site, for as long as `use` lasts. */
export async function atDesk(files: Files, use: (desk: Desk) => Promise<void>, project?: string): Promise<void> {
  const folder = temporaryFolder();
  const save = (saved: Files) => writeFiles(join(folder, "content"), saved);
  save({ ...settings(), ...files });
  const dev = started(["dev", "--port", "8300"], folder, { DATELINE_NOW: "2024-07-20T12:00:00Z" }, project);
  try {
    if (!(await until(dev, () => urlSaid(dev) !== undefined))) throw new Error(dev.said());
    const url = urlSaid(dev) ?? "";
    await withBrowser(async (browser) => {
      const { page } = await visit(browser, { javaScriptEnabled: true });
      const open = async (address: string) => {
        await page.goto(new URL(address, url).href);
      };
      await use({ folder, dev, page, save, open });
    });
  } finally {
    dev.child.kill("SIGINT");
    await dev.ended;
  }
}

/** Where a preview says that it is; by the address that the tests' browser may open. */
export function urlSaid({ said }: Started): string | undefined {
  const [, port] = /http:\/\/localhost:(\d+)\//.exec(said()) ?? [];
  return port && `http://127.0.0.1:${port}/`;
}

/** The processes that a process has started, and those that these have. */
export function processesOf(pid: number): readonly number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.map(Number).flatMap((child) => [child, ...processesOf(child)]);
}

/** Undefined where it has ended meanwhile. */
function parentOf(pid: string): number | undefined {
  try {
    // What follows the program's name, which may hold anything: its state, and who started it.
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return undefined;
  }
}

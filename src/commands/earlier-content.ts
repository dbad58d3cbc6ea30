import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Git does not know what it was asked for: no repository, no such commit, no such folder in it. */
export class NotInGit extends Error {}

/**
 * Lays out a folder of content as it was at an earlier commit, for as long as it is looked at. The checkout, its index
 * and its branch stay untouched: git works on an index of its own.
 *
 * @param commit anything that git understands: "HEAD", "origin/main", a hash
 * @throws NotInGit where git has no such commit, or no such folder in it
 */
export async function withEarlierContent<T>(
  content: string,
  commit: string,
  look: (folder: string) => Promise<T>,
): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), "dateline-earlier-"));
  try {
    const environment = { ...process.env, GIT_INDEX_FILE: join(scratch, "index") };
    const git = (folder: string, ...words: readonly string[]) =>
      run("git", ["-C", folder, ...words], { env: environment });
    const { stdout: said } = await git(content, "rev-parse", "--show-toplevel", "--show-prefix").catch(notInGit);
    const [root = "", prefix = ""] = said.split("\n");
    await git(root, "read-tree", `${commit}:${prefix}`).catch(notInGit);
    await git(root, "checkout-index", "--all", `--prefix=${join(scratch, "content")}/`).catch(notInGit);
    return await look(join(scratch, "content"));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function notInGit(error: unknown): never {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
  throw new NotInGit(said);
}

import { execFile, type PromiseWithChild } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onExit } from "../../disk/disk.ts";
import { UserError } from "../../values/user-error.ts";

const execFileAsync = promisify(execFile);

/**
 * Checks out the content folder of an earlier commit into a temporary folder, runs `action` on it, and deletes it. The
 * working tree, its index and its branch are not changed: git uses an index of its own.
 *
 * @param commit any revision that git accepts: "HEAD", "origin/main", a hash
 * @throws UserError if the folder is not in a repository, or git has no such commit, or no such folder in it
 */
export async function withEarlierContent<T>(
  content: string,
  commit: string,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  // Not asynchronously: a signal between its creation and the next line would leave it.
  const temporaryFolder = mkdtempSync(join(tmpdir(), "dateline-earlier-"));
  // A git that was just killed can still be finishing a write.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };
  const cancelRemove = onExit(() => rmSync(temporaryFolder, options));
  try {
    const environment = { ...(await dropRepository(process.env)), GIT_INDEX_FILE: join(temporaryFolder, "index") };
    const runGit = (folder: string, ...args: readonly string[]) =>
      killOnExit(execFileAsync("git", ["-C", folder, ...args], { env: environment }));
    const { stdout: output } = await runGit(content, "rev-parse", "--show-toplevel", "--show-prefix").catch(
      throwNotInGit,
    );
    const [root = "", prefix = ""] = output.split("\n");
    await runGit(root, "read-tree", `${commit}:${prefix}`).catch(throwNotInGit);
    await runGit(root, "checkout-index", "--all", `--prefix=${join(temporaryFolder, "content")}/`).catch(throwNotInGit);
    return await action(join(temporaryFolder, "content"));
  } finally {
    await rm(temporaryFolder, { recursive: true, force: true });
    cancelRemove();
  }
}

/** Kills a process if this one exits first: it would go on writing to the folder that is deleted then. */
async function killOnExit<T>(running: PromiseWithChild<T>): Promise<T> {
  const cancelKill = onExit(() => running.child.kill("SIGKILL"));
  try {
    return await running;
  } finally {
    cancelKill();
  }
}

/**
 * Removes the variables that tie git to one repository, work tree or index. Git sets them for its hooks: in a linked work
 * tree, the folder of the content would then be taken for the root of the work tree.
 */
async function dropRepository(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const { stdout } = await execFileAsync("git", ["rev-parse", "--local-env-vars"]).catch(throwNotInGit);
  const names = new Set(stdout.split(/\s+/));
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)));
}

function throwNotInGit(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if ("code" in error && error.code === "ENOENT") {
    throw new UserError("Git is not installed. It is needed to read the content of an earlier commit.");
  }
  throw new UserError("stderr" in error ? String(error.stderr).trim() : error.message);
}

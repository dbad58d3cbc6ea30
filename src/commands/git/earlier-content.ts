import { execFile, type PromiseWithChild } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onExit } from "../../disk/disk.ts";
import { UserError } from "../../values/user-error.ts";

const execFileAsync = promisify(execFile);

/** What an action gave for the content of an earlier commit; or why there is no such content, as in a new folder. */
export type EarlierResult<T> = { readonly value: T } | { readonly missing: string };

/**
 * Checks out the content folder of an earlier commit into a temporary folder, runs `action` on it, and deletes it. The
 * working tree, its index and its branch are not changed: git uses an index of its own.
 *
 * @param commit any revision that git accepts: "HEAD", "origin/main", a hash
 * @throws UserError if git is not installed, or has no such commit; for "HEAD" only where there must be one
 */
export async function withEarlierContent<T>(
  content: string,
  commit: string,
  action: (folder: string) => Promise<T>,
): Promise<EarlierResult<T>> {
  // Not asynchronously: a signal between its creation and the next line would leave it.
  const temporaryFolder = mkdtempSync(join(tmpdir(), "dateline-earlier-"));
  // A git that was just killed can still be finishing a write.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };
  const cancelRemove = onExit(() => rmSync(temporaryFolder, options));
  try {
    const environment = {
      ...(await dropRepository(process.env)),
      GIT_INDEX_FILE: join(temporaryFolder, "index"),
      LC_ALL: "C",
    };
    const runGit = (folder: string, ...args: readonly string[]) =>
      killOnExit(execFileAsync("git", ["-C", folder, ...args], { env: environment }));
    const { stdout: output } = await runGit(content, "rev-parse", "--show-toplevel", "--show-prefix").catch((error) =>
      commit === "HEAD" && isOutsideRepository(error) ? { stdout: "" } : throwNotInGit(error),
    );
    const [root = "", prefix = ""] = output.split("\n");
    if (root === "") return { missing: `${content} is not in a git repository` };
    const missing = await describeMissing(content, commit, prefix, (...args) => runGit(root, ...args));
    if (missing !== undefined) return { missing };
    await runGit(root, "read-tree", `${commit}:${prefix}`).catch(throwNotInGit);
    await runGit(root, "checkout-index", "--all", `--prefix=${join(temporaryFolder, "content")}/`).catch(throwNotInGit);
    return { value: await action(join(temporaryFolder, "content")) };
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

/** Says why a commit has no content; undefined if it has some, or if git will say itself that there is no such commit. */
async function describeMissing(
  content: string,
  commit: string,
  prefix: string,
  runGit: (...args: readonly string[]) => Promise<unknown>,
): Promise<string | undefined> {
  const exists = (revision: string) =>
    runGit("rev-parse", "--verify", "--quiet", revision).then(
      () => true,
      () => false,
    );
  if (!(await exists(`${commit}^{commit}`))) return commit === "HEAD" ? "nothing is committed yet" : undefined;
  return (await exists(`${commit}:${prefix}`)) ? undefined : `${commit} has no ${content}`;
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

// Its words are in English, whatever the language of the user: see the environment.
function isOutsideRepository(error: unknown): boolean {
  return error instanceof Error && "stderr" in error && /not a git repository/i.test(String(error.stderr));
}

function throwNotInGit(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if ("code" in error && error.code === "ENOENT") {
    throw new UserError("Git is not installed. It is needed to read the content of an earlier commit.");
  }
  throw new UserError("stderr" in error ? String(error.stderr).trim() : error.message);
}

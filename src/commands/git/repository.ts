import { execFile, type PromiseWithChild } from "node:child_process";
import { promisify } from "node:util";
import { onExit } from "../../disk/disk.ts";
import { UserError } from "../../values/user-error.ts";

const execFileAsync = promisify(execFile);

/** The repository that the content folder belongs to. */
export interface Repository {
  /** The path of the content folder in it: "content/", or "" if it is the whole repository. */
  readonly contentPath: string;
  /** Runs git at its root, and returns what it printed. It uses an index of its own. */
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/**
 * Finds the repository of the content folder.
 *
 * @param indexFile the index for git to use, so that that of the working tree is not changed
 * @returns undefined if the folder is in no repository
 * @throws UserError if git is not installed, or refuses the repository
 */
export async function findRepository(content: string, indexFile: string): Promise<Repository | undefined> {
  // Its words are in English, whatever the language of the user.
  const environment = { ...(await dropRepository(process.env)), GIT_INDEX_FILE: indexFile, LC_ALL: "C" };
  const runGit = async (folder: string, args: readonly string[]) =>
    (await killOnExit(execFileAsync("git", ["-C", folder, ...args], { env: environment, maxBuffer: 2 ** 26 }))).stdout;
  const output = await runGit(content, ["rev-parse", "--show-toplevel", "--show-prefix"]).catch((error) =>
    isOutsideRepository(error) ? undefined : throwGitError(error),
  );
  if (output === undefined) return undefined;
  const [root = "", contentPath = ""] = output.split("\n");
  return { contentPath, git: (...args) => runGit(root, args).catch(throwGitError) };
}

/** Runs a command of git that may fail; undefined if it does. */
export async function tryGit({ git }: Repository, ...args: readonly string[]): Promise<string | undefined> {
  return git(...args).then(
    (output) => output.trim(),
    () => undefined,
  );
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
  const { stdout } = await execFileAsync("git", ["rev-parse", "--local-env-vars"]).catch(throwGitError);
  const names = new Set(stdout.split(/\s+/));
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)));
}

function isOutsideRepository(error: unknown): boolean {
  return error instanceof Error && "stderr" in error && /not a git repository/i.test(String(error.stderr));
}

function throwGitError(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if ("code" in error && error.code === "ENOENT") {
    throw new UserError("Git is not installed. It is needed to read the content of an earlier commit.");
  }
  throw new UserError("stderr" in error ? String(error.stderr).trim() : error.message);
}

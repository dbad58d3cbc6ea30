import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit } from "../../disk/disk.ts";
import { UserError } from "../../values/user-error.ts";
import { adviseUnshallowing, describeMissingCommit, isShallow } from "./missing-commit.ts";
import { findRepository, type Repository, tryGit } from "./repository.ts";

/** What an action gave for the content of an earlier commit; or why there is no such content, as in a new folder. */
export type EarlierResult<T> = EarlierValue<T> | { readonly missing: string };

interface EarlierValue<T> {
  readonly value: T;
  /** The commit that it is of, as the user named it, or a short hash. */
  readonly commit: string;
  /** The commits that were passed over for it: "HEAD and the 2 before it"; undefined if there was none. */
  readonly passedOver: string | undefined;
}

/**
 * Checks out the content folder of an earlier commit into a temporary folder, runs `action` on it, and deletes it. The
 * working tree, its index and its branch are not changed: git uses an index of its own.
 *
 * @param commit any revision that git accepts: "HEAD", "origin/main", a hash
 * @param action gives undefined for content that could not be published: then the commit before it is tried, along the
 * first parents, which are what a branch itself was
 * @throws UserError if git is not installed, or has no such commit; for "HEAD" only where there must be one
 */
export async function withEarlierContent<T>(
  content: string,
  commit: string,
  action: (folder: string) => Promise<T | undefined>,
): Promise<EarlierResult<T>> {
  // Git would take it for an option, some of which write files.
  if (commit.startsWith("-")) throw new UserError(`"${commit}" is not a commit. Write it as in: --since origin/main`);
  // Not asynchronously: a signal between its creation and the next line would leave it.
  const temporaryFolder = mkdtempSync(join(tmpdir(), "dateline-earlier-"));
  // A git that was just killed can still be finishing a write.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };
  const cancelRemove = onExit(() => rmSync(temporaryFolder, options));
  try {
    const repository = await findRepository(content, join(temporaryFolder, "index"));
    if (!repository) {
      if (commit === "HEAD") return { missing: `${content} is not in a git repository` };
      throw new UserError(`--since ${commit}: ${content} is not in a git repository. Leave the option out.`);
    }
    const hash = await tryGit(repository, "rev-parse", "--verify", "--quiet", `${commit}^{commit}`);
    if (!hash) {
      if (commit === "HEAD") return { missing: "nothing is committed yet" };
      throw new UserError(await describeMissingCommit(commit, repository));
    }
    if (!(await hasContent(repository, hash))) return { missing: `${commit} has no ${content}` };
    return await findPublishable(repository, { name: commit, hash }, async (earlierHash) => {
      const folder = join(temporaryFolder, earlierHash);
      await checkOut(repository, earlierHash, folder);
      const value = await action(folder);
      await rm(folder, options);
      return value;
    });
  } finally {
    await rm(temporaryFolder, options);
    cancelRemove();
  }
}

/** Tries a commit, and then those before it that changed the content, until one could be published. */
async function findPublishable<T>(
  repository: Repository,
  { name, hash }: { readonly name: string; readonly hash: string },
  tryCommit: (hash: string) => Promise<T | undefined>,
): Promise<EarlierResult<T>> {
  const value = await tryCommit(hash);
  if (value !== undefined) return { value, commit: name, passedOver: undefined };
  const path = repository.contentPath || ".";
  const limit = String(maxCommits + 1);
  const log = await repository.git(
    "log",
    "--no-show-signature",
    "--first-parent",
    "-n",
    limit,
    "--format=%H %h",
    hash,
    "--",
    path,
  );
  // The first is the one that the content of the named commit comes from.
  const [, ...earlier] = log.split("\n").filter((line) => line !== "");
  for (const [i, line] of earlier.entries()) {
    const [earlierHash = "", shortHash = ""] = line.split(" ");
    if (!(await hasContent(repository, earlierHash))) break;
    const earlierValue = await tryCommit(earlierHash);
    if (earlierValue === undefined) continue;
    const passedOver = i === 0 ? name : `${name} and ${i === 1 ? "one" : i} before it`;
    return { value: earlierValue, commit: shortHash, passedOver };
  }
  const what = `--since ${name}: its content has problems by today's rules, and so has that of the commits before it`;
  if (earlier.length === maxCommits)
    throw new UserError(
      `${what}, ${maxCommits} of them. Name a commit that was published: --since COMMIT; "git log --oneline ${path}" lists them.`,
    );
  if (await isShallow(repository)) throw new UserError(`${what}, as far as this clone goes. ${adviseUnshallowing()}`);
  return { missing: `neither ${name} nor a commit before it could be published by today's rules` };
}

// Each is parsed and planned. A branch that could not be published for longer is not one that is published from.
const maxCommits = 25;

async function hasContent(repository: Repository, hash: string): Promise<boolean> {
  const output = await tryGit(repository, "rev-parse", "--verify", "--quiet", `${hash}:${repository.contentPath}`);
  return output !== undefined;
}

async function checkOut({ git, contentPath }: Repository, hash: string, folder: string): Promise<void> {
  await git("read-tree", `${hash}:${contentPath}`);
  await git("checkout-index", "--all", `--prefix=${folder}/`);
}

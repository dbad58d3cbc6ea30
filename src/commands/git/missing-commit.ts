import { type Repository, tryGit } from "./repository.ts";

/** Says that git does not know a commit, and which command fetches it or shows those that it knows. */
export async function describeMissingCommit(commit: string, repository: Repository): Promise<string> {
  const remotes = ((await tryGit(repository, "remote")) ?? "").split("\n").filter((remote) => remote !== "");
  const what = `--since ${commit}: git knows no such commit here`;
  if (await isShallow(repository))
    return `${what}, because this clone is shallow. ${adviseUnshallowing(remotes[0] ?? "origin")}`;
  const remote = remotes.find((name) => commit.startsWith(`${name}/`));
  if (remote === undefined)
    return `${what}. Name a branch, a tag or a hash that it knows: "git log --oneline" and "git branch --all" list them.`;
  const branch = commit.slice(remote.length + 1);
  return `${what}. Fetch it first: git fetch ${remote} "+refs/heads/${branch}:refs/remotes/${commit}"`;
}

/** The advice where the history of a clone is cut off. */
export function adviseUnshallowing(remote = "origin"): string {
  return `Fetch the whole history first (with "fetch-depth: 0" of actions/checkout, or "GIT_DEPTH: 0" at GitLab): git fetch --unshallow ${remote} "+refs/heads/*:refs/remotes/${remote}/*"`;
}

/** Whether the history of the repository is cut off, as in most workflows. */
export async function isShallow(repository: Repository): Promise<boolean> {
  return (await tryGit(repository, "rev-parse", "--is-shallow-repository")) === "true";
}

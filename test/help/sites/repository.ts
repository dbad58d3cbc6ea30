import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "./command.ts";
import { buildSmallSite, formatArticle } from "./site.ts";

/** The text that the repository has. */
export const talks = "2024/07/11/talks.md";

/** Commits a path of a repository. */
export async function commitPath(folder: string, path: string): Promise<void> {
  const git = (...words: string[]) =>
    runCommand("git", ["-c", "user.name=A", "-c", "user.email=a@dispatch.example", ...words], { folder });
  await git("add", "-A", path);
  const { code, errors } = await git("commit", "-qm", "Change");
  if (code !== 0) throw new Error(errors);
}

/** Creates a folder with content that is committed to git. */
export async function createRepository(more: Record<string, string> = {}): Promise<string> {
  const { folder } = await buildSmallSite({ [talks]: formatArticle({ title: "Envoys meet" }), ...more });
  const git = (...words: string[]) =>
    runCommand("git", ["-c", "user.name=A", "-c", "user.email=a@dispatch.example", ...words], { folder });
  await git("init", "-q");
  await git("add", "content");
  const { code, errors } = await git("commit", "-qm", "First");
  if (code !== 0) throw new Error(errors);
  return folder;
}

/** Moves the text of the repository in the content folder. */
export function moveText(folder: string, to: string): void {
  const [from, there] = [join(folder, "content", talks), join(folder, "content", to)];
  mkdirSync(dirname(there), { recursive: true });
  renameSync(from, there);
}

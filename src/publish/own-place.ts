import { getFileKind } from "../disk/disk.ts";
import { UserError } from "../values/user-error.ts";

/**
 * Makes sure that nothing but a file, or a link that may be replaced, stands where Dateline keeps a file of its own.
 * Reading a pipe would never end, and a folder is somebody's.
 *
 * @param kinds what may stand there
 * @throws UserError
 */
export function assertOwnPlace(path: string, kinds: readonly ReturnType<typeof getFileKind>[]): void {
  const kind = getFileKind(path);
  if (kind === undefined || kinds.includes(kind)) return;
  const what = kind === "folder" || kind === "link" ? `a ${kind}` : "not a file";
  throw new UserError(`${path} is ${what}, where Dateline keeps a file of its own. Move it away, or delete it.`);
}

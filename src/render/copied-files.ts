import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { namePath } from "../disk/disk.ts";
import type { PublishedFile } from "../parse/parse.ts";
import { toOutputPath } from "../values/address.ts";
import { type Checked, type Problem, toFileStart } from "../values/problem.ts";

/**
 * Copies documents and static files into the folder of a site, piece by piece: they can be larger than the memory. They
 * are copied and not linked, because an author who edits a linked file would edit the published one.
 *
 * @param contentFolder the folder that the paths of the files are relative to
 * @param outputFolder a folder without these files
 * @returns a problem for each file whose bytes are no longer those that were read before
 */
export async function copyFiles(
  files: readonly PublishedFile[],
  contentFolder: string,
  outputFolder: string,
): Promise<Checked<undefined>> {
  const problems: Problem[] = [];
  for (const file of files) {
    const target = join(outputFolder, toOutputPath(file.address));
    await mkdir(dirname(target), { recursive: true });
    const hash = await copyFile(join(contentFolder, file.path), target);
    if (hash !== file.hash) problems.push(describeChanged(file));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: undefined };
}

/** @returns the hash of the bytes; undefined if the source cannot be read, or is not a file any more */
async function copyFile(source: string, target: string): Promise<string | undefined> {
  const input = await open(source, readFlags).catch(() => undefined);
  try {
    if (!input || !(await input.stat()).isFile()) return undefined;
    return await copyBytes(input, target);
  } finally {
    await input?.close();
  }
}

// Neither a link nor a pipe that has taken the place of the file is followed. Windows has neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function copyBytes(input: FileHandle, target: string): Promise<string> {
  const sum = createHash("sha256");
  const piece = Buffer.allocUnsafe(1 << 20);
  const output = await open(target, "w");
  try {
    for (let length = -1; length !== 0; ) {
      length = (await input.read(piece, 0, piece.length)).bytesRead;
      sum.update(piece.subarray(0, length));
      for (let done = 0; done < length; ) done += (await output.write(piece, done, length - done)).bytesWritten;
    }
  } catch (error) {
    throw namePath(error, target);
  } finally {
    await output.close();
  }
  return sum.digest("hex");
}

function describeChanged({ file }: PublishedFile): Problem {
  return {
    at: toFileStart(file),
    what: "was changed or deleted while the site was being built.",
    advice: "Build again.",
  };
}

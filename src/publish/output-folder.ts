import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { getFileKind } from "../disk/disk.ts";
import { UserError } from "../values/user-error.ts";

/** The output folder, and where the files stand that Dateline keeps about it. */
export interface OutputFolder {
  /** Its absolute path, without links. */
  readonly folder: string;
  /** Files about the site have this path and a suffix: `/srv/_site` gives `/srv/_site.token`. */
  readonly sidePath: string;
  /** Whether the folder can be renamed: not if a volume is mounted there. */
  readonly isMovable: boolean;
}

/** The path of a file or folder that Dateline keeps about the site, such as `/srv/_site.token`. */
export function getSidePath({ sidePath }: OutputFolder, suffix: SideSuffix): string {
  return `${sidePath}.${suffix}`;
}

type SideSuffix = "journal" | "last" | `last-${number}` | "lock" | `next-${number}` | "token" | "work";

/** Whether a name in the output folder is that of a file about the site (see `locateOutput`). */
export function isSideName(name: string): boolean {
  return name.startsWith(`${innerPrefix}.`);
}

const innerPrefix = ".dateline";

/**
 * Finds the output folder. If `output` is a link, the site is the folder that it names.
 *
 * Files about the site stand beside its folder, so that they are not published. If the folder is a mount point, or if
 * nothing can be written beside it, they stand in it, because files cannot be renamed from one disk to another. Their
 * names begin with ".dateline" there.
 *
 * @throws UserError if the path cannot be that of a site
 */
export function locateOutput(output: string): OutputFolder {
  const folder = resolveFolder(output);
  const parent = dirname(folder);
  if (parent === folder) throw new UserError(`The output folder cannot be ${folder}. Name a folder in it.`);
  const isMounted = existsSync(folder) && (isMountPoint(folder) || !isWritable(parent));
  const isInside = isMounted || existsSync(join(folder, `${innerPrefix}.token`));
  const sidePath = isInside ? join(folder, innerPrefix) : join(parent, basename(folder));
  return { folder, sidePath, isMovable: !isInside };
}

function resolveFolder(output: string): string {
  const path = resolve(output);
  if (getFileKind(path) === "link" && !existsSync(path)) {
    const target = readlinkSync(path);
    throw new UserError(
      `${output} is a link to ${target}, where no folder is. Create the folder ${resolve(dirname(path), target)}, or delete the link.`,
    );
  }
  if (existsSync(path)) return realpathSync(path);
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync(dirname(path)), basename(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// A bind mount can be on the same disk as its parent folder; Linux lists it.
function isMountPoint(folder: string): boolean {
  return statSync(folder).dev !== statSync(dirname(folder)).dev || readMountPoints().includes(folder);
}

function readMountPoints(): readonly string[] {
  try {
    const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    // Spaces in a path are written as \040.
    return lines.map((line) =>
      (line.split(" ")[4] ?? "").replace(/\\(\d{3})/g, (_, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    );
  } catch {
    return [];
  }
}

import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { type Checked, type Problem, type ProblemText, toFileStart } from "../values/problem.ts";

/**
 * Opens a file, calls `use` and closes the file.
 *
 * @param use gets the file descriptor and the size in bytes
 * @returns the result of `use`, or a problem if the file cannot be opened or read
 * @throws every other error that `use` throws
 */
export function withOpenFile<T>(file: string, use: (descriptor: number, size: number) => Checked<T>): Checked<T> {
  try {
    const descriptor = openSync(file, openFlags);
    try {
      return use(descriptor, fstatSync(descriptor).size);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ok: false, problems: [fileProblem(file, describeReadError(error))] };
  }
}

/** A problem at the start of a file, because it concerns the whole file. */
export function fileProblem(file: string, text: ProblemText): Problem {
  return { at: toFileStart(file), ...text };
}

/** Describes why a file or folder cannot be read, with the error code of the system: "EACCES". */
export function describeReadError(error: unknown): ProblemText {
  const code = isSystemError(error) ? error.code : "for an unknown reason";
  return { what: `cannot be read (${code}).`, advice: "Check its permissions, and the disk." };
}

/** Whether an error is from a file system call. Any other error is a bug of ours. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

// The walk found a regular file. If a link or a pipe has replaced it since, these flags prevent following the link or
// blocking on the pipe. Windows has neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { type Checked, type Problem, type Slip, startOf } from "../values/problem.ts";

/**
 * What `use` makes of a file while it is open; a problem where the file cannot be opened or read.
 *
 * @param use is given the descriptor, and the size in bytes
 */
export function opened<T>(file: string, use: (descriptor: number, size: number) => Checked<T>): Checked<T> {
  try {
    const descriptor = openSync(file, flags);
    try {
      return use(descriptor, fstatSync(descriptor).size);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
    return { ok: false, problems: [wholeFile(file, unreadable(error))] };
  }
}

/** A problem of a whole file. */
export function wholeFile(file: string, slip: Slip): Problem {
  return { at: startOf(file), ...slip };
}

/** Told of what the system does not let us read, with the system's own code for the reason: "EACCES". */
export function unreadable(error: unknown): Slip {
  const code = isOfTheSystem(error) ? error.code : "for an unknown reason";
  return { what: `cannot be read (${code}).`, advice: "Look at its permissions, and whether the disk is well." };
}

/** Whether the system refused something to do with a file; anything else that is thrown is a fault of ours. */
export function isOfTheSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

// The walk saw a plain file. Should it have been changed for a link or a pipe since, it is neither followed nor waited
// for. Windows knows neither flag.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

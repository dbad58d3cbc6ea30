import { hasErrorCode } from "../disk/disk.ts";

/** The output of commands: permanent lines, and one progress line that is overwritten. */
export interface Terminal {
  readonly print: (line: string) => void;
  /** Prints permanent lines on standard error, as errors are: what a script reads from standard output stays the same. */
  readonly warn: (lines: readonly string[]) => void;
  /** Replaces the progress line; undefined removes it. Does nothing if standard error is not a terminal. */
  readonly showProgress: (line: string | undefined) => void;
}

/** Creates the terminal that writes to standard output and standard error of this process. */
export function createTerminal(): Terminal {
  const { stdout, stderr } = process;
  // Who reads the output may stop before its end (`dateline check | head -1`): the work goes on. On a full disk, a script
  // must not take a part of the output for all of it.
  for (const stream of [stdout, stderr])
    stream.on("error", (error) => {
      if (!hasErrorCode(error, "EPIPE")) process.exitCode = 2;
      if (!hasErrorCode(error, "EPIPE") && stream === stdout)
        stderr.write(`The output cannot be written: ${error.message}\n`);
    });
  return {
    print: (line) => stdout.write(`${line}\n`),
    warn: (lines) => {
      for (const line of lines) stderr.write(`${line}\n`);
    },
    showProgress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line ?? ""}`);
    },
  };
}

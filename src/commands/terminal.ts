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

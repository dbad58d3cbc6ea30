/** Where commands speak: lines that stay, and one that changes while something lasts. */
export interface Terminal {
  readonly print: (line: string) => void;
  /** Shows how far something is; undefined takes the line away. Silent where nobody watches. */
  readonly progress: (line: string | undefined) => void;
}

/** The terminal that the process was started from. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    print: (line) => stdout.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line ?? ""}`);
    },
  };
}

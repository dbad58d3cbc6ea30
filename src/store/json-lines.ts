/** Values as JSON, each on a line of its own: all of them can be read together, and some by themselves. */
export function asLines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]`;
}

/** The lines in which a string stands as a value, or as a key, as JSON again. */
export function linesHaving(lines: Buffer, value: string): string {
  const sought = Buffer.from(JSON.stringify(value));
  const found: string[] = [];
  for (let at = lines.indexOf(sought); at >= 0; ) {
    const end = lines.indexOf("\n", at);
    const line = lines.toString("utf8", lines.lastIndexOf("\n", at) + 1, end);
    found.push(line.endsWith(",") ? line.slice(0, -1) : line);
    at = lines.indexOf(sought, end);
  }
  return `[${found.join()}]`;
}

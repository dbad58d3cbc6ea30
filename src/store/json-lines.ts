/** A JSON array with one value a line: it can be parsed as a whole, or line by line (`findJsonLines`). */
export function toJsonLines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]`;
}

/**
 * Finds the lines that contain a string, as a value or as a key, by a search in the bytes: nothing is parsed.
 *
 * @param lines what `toJsonLines` returned, in UTF-8
 * @returns a JSON array of the values on these lines, in their order
 */
export function findJsonLines(lines: Buffer, value: string): string {
  const needle = Buffer.from(JSON.stringify(value));
  const matches: string[] = [];
  for (let position = lines.indexOf(needle); position >= 0; ) {
    const end = lines.indexOf("\n", position);
    const line = lines.toString("utf8", lines.lastIndexOf("\n", position) + 1, end);
    matches.push(line.endsWith(",") ? line.slice(0, -1) : line);
    position = lines.indexOf(needle, end);
  }
  return `[${matches.join()}]`;
}

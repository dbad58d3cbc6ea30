/** The ending of a file's name, with its dot: ".md"; "" where there is none. */
export function endingOf(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";
}

/** The same in lower case: cameras write ".JPG". */
export function foldedEnding(path: string): string {
  return endingOf(path).toLowerCase();
}

/** Whether a file's name says that it is a picture of a kind that we publish. */
export function isPicture(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif)$/i.test(path);
}

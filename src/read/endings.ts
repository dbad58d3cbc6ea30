/** The extension of a file name, with its dot: ".md". "" if there is none. */
export function getExtension(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";
}

/** The same in lower case: cameras write ".JPG". */
export function getLowerCaseExtension(path: string): string {
  return getExtension(path).toLowerCase();
}

/**
 * Whether a file is in the folder `static`, whose files are published as they are, at the root of the site. Texts and
 * pictures are there files like all others.
 */
export function isStaticPath(path: string): boolean {
  return path.startsWith(`${staticFolder}/`);
}

/** The name of that folder. */
export const staticFolder = "static";

/** Whether the extension is that of a picture format that we publish. */
export function isPicturePath(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif)$/i.test(path);
}

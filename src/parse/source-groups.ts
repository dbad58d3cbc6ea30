import { isStaticPath, staticFolder } from "../read/read.ts";
import { foldersToMonth, type Month } from "../values/day.ts";

/**
 * The source group of a path in the content folder: a month ("2024/07"), "pages", "static", or `settingsGroup` for YAML
 * at the root. A text may show only pictures of its own group, so changes in other months do not affect how it is parsed.
 */
export function getSourceGroup(path: string): string {
  if (isStaticPath(path)) return staticFolder;
  const folders = path.split("/").slice(0, -1);
  if (folders.length > 0) return folders.slice(0, 2).join("/");
  // A text at the root is not a settings file; it gets its own group, so that its wrong folder is reported.
  return path.endsWith(".yaml") ? settingsGroup : ".";
}

/** The source group of the pictures of authors. It has no texts. */
export const authorsGroup = "authors";

/** The source group of the settings files. */
export const settingsGroup = "";

/** The month of a source group: "2024-07" for "2024/07". Other groups hold no articles and keep their name. */
export function getGroupMonth(group: string): Month {
  return foldersToMonth(group);
}

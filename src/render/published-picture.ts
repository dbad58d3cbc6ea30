import { readFileSync } from "node:fs";

/** A picture of the site's own, as it lies beside the layouts. */
export function publishedPicture(file: "icon.png" | "logo.png"): Buffer {
  return readFileSync(new URL(`../../layouts/pictures/${file}`, import.meta.url));
}

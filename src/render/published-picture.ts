import { readFileSync } from "node:fs";
import { packageRoot } from "../values/package-root.ts";

/** Reads a picture that belongs to the design of the site, from `layouts/pictures`. */
export function readSitePicture(file: "icon.png" | "logo.png"): Buffer {
  return readFileSync(new URL(`layouts/pictures/${file}`, packageRoot));
}

import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./folders.ts";

/** A copy of this project without its content, in a folder of its own: whose code can be changed. */
export function projectCopy(): string {
  const project = temporaryFolder();
  for (const part of ["src", "layouts", "package.json", "package-lock.json", "tsconfig.json", ".eleventy.ts"]) {
    cpSync(part, join(project, part), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  return project;
}

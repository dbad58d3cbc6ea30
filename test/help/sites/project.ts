import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { createTemporaryFolder } from "./folders.ts";

/** Copies this project without its content into a temporary folder, so that a test can change the code. */
export function copyProject(): string {
  const project = createTemporaryFolder();
  for (const name of ["src", "layouts", "package.json", "package-lock.json", "tsconfig.json", ".eleventy.ts"]) {
    cpSync(name, join(project, name), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  return project;
}

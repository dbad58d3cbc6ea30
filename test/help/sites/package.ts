import { chmodSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type CommandResult, runCommand } from "./command.ts";
import { createTemporaryFolder } from "./folders.ts";
import { copyProject } from "./project.ts";

let installation: Promise<string> | undefined;

/** Packs a copy of this project and installs the package in an empty folder, once for all tests. Returns that folder. */
export function installPackage(): Promise<string> {
  installation ??= packAndInstall();
  return installation;
}

async function packAndInstall(): Promise<string> {
  const project = copyProject();
  for (const name of ["README.md", "LICENSE", "CHANGELOG.md", ".npmrc"]) cpSync(name, join(project, name));
  assertDone(await runCommand("npm", ["pack"], { folder: project, environment: npmEnvironment }));
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const file = join(project, `dateline-${readVersion()}.tgz`);
  // Without the prefix, npm would install into a parent folder that has a package.json.
  const options = ["--prefix", folder, "--prefer-offline", "--no-audit", "--no-fund"];
  assertDone(await runCommand("npm", ["install", ...options, file], { folder, environment: npmEnvironment }));
  return folder;
}

function assertDone({ code, out, errors }: CommandResult): void {
  assert.is(code, 0, `${out}${errors}`);
}

/** Removes the variables that `npm test` sets, and that would make another npm work on this project. */
export const npmEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => /^(npm_|INIT_CWD$)/i.test(name))
      .map((name) => [name, undefined]),
  ),
  npm_config_update_notifier: "false",
};

/** The version of this project. */
export function readVersion(): string {
  return JSON.parse(readFileSync("package.json", "utf8")).version;
}

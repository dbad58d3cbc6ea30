import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { type CommandResult, runCommand } from "../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../help/sites/folders.ts";

const changelog = `# Changelog

What anyone can notice.

## Unreleased

- Feeds have pictures.
- Pages print well.

## 0.1.0 (2024-07-01)

- The first release.
`;

behaviour("a maintainer who cuts a release", (it) => {
  it("finds its version in all files that have it, and gets what the changelog listed as its notes", async () => {
    const folder = copyVersionedFiles(changelog);
    const { code, out, errors } = await release(folder, "7.8.9");

    assert.equal([code, errors], [0, ""]);
    assert.is(out, "- Feeds have pictures.\n- Pages print well.\n");
    assert.is(readJson(folder, "package.json").version, "7.8.9");
    const day = new Date().toISOString().slice(0, 10);
    assert.is(
      readFileSync(join(folder, "CHANGELOG.md"), "utf8"),
      changelog.replace("## Unreleased\n", `## Unreleased\n\n## 7.8.9 (${day})\n`),
    );
  });

  it("finds nothing else changed", async () => {
    const folder = copyVersionedFiles(changelog);
    await release(folder, "7.8.9");

    assert.equal(readJson(folder, "package.json"), { ...readJson(".", "package.json"), version: "7.8.9" });
    const lock = readJson(".", "package-lock.json");
    assert.equal(readJson(folder, "package-lock.json"), {
      ...lock,
      version: "7.8.9",
      packages: { ...lock.packages, "": { ...lock.packages[""], version: "7.8.9" } },
    });
  });

  const mistakes = [
    { version: "v7.8.9", log: changelog, line: '"v7.8.9" is not a version. Write it like 0.2.0' },
    { version: "0.1.0", log: changelog, line: "CHANGELOG.md has 0.1.0 already. Choose the next version." },
    {
      version: "7.8.9",
      log: changelog.replace(/- [FP].*\n/g, ""),
      line: "CHANGELOG.md lists nothing under Unreleased: there is nothing to release.",
    },
  ];
  for (const { version, log, line } of mistakes) {
    it(`is told, and no file changes: ${line}`, async () => {
      const folder = copyVersionedFiles(log);
      const { code, out, errors } = await release(folder, version);

      assert.equal([code, out, errors], [1, "", `${line}\n`]);
      assert.is(readFileSync(join(folder, "CHANGELOG.md"), "utf8"), log);
      assert.equal(readJson(folder, "package.json"), readJson(".", "package.json"));
    });
  }
});

function copyVersionedFiles(log: string): string {
  const folder = createTemporaryFolder();
  for (const file of ["package.json", "package-lock.json"]) cpSync(file, join(folder, file));
  writeFiles(folder, { "CHANGELOG.md": log });
  return folder;
}

function release(folder: string, version: string): Promise<CommandResult> {
  const args = ["--import", import.meta.resolve("tsx"), resolve(".github/release.ts"), version];
  return runCommand(process.execPath, args, { folder });
}

function readJson(folder: string, file: string) {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

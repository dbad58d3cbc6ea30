// `node --import tsx .github/release.ts 0.2.0` sets the version in package.json, package-lock.json and CHANGELOG.md, and
// prints the notes of the release.
import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2] ?? "";
const day = new Date().toISOString().slice(0, 10);
const changelog = readFileSync("CHANGELOG.md", "utf8");
const [, notes = ""] = /^## Unreleased\n\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
const problem = findProblem();
if (problem === undefined) release();
else {
  console.error(problem);
  process.exitCode = 1;
}

function findProblem(): string | undefined {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return `"${version}" is not a version. Write it like 0.2.0`;
  if (changelog.includes(`## ${version} `)) return `CHANGELOG.md has ${version} already. Choose the next version.`;
  if (notes.trim() === "") return "CHANGELOG.md lists nothing under Unreleased: there is nothing to release.";
  return undefined;
}

function release(): void {
  writeFileSync("CHANGELOG.md", changelog.replace("## Unreleased\n", `## Unreleased\n\n## ${version} (${day})\n`));
  for (const file of ["package.json", "package-lock.json"]) {
    const text = readFileSync(file, "utf8");
    // The first two versions of a lock file are the package's own.
    const count = file === "package.json" ? 1 : 2;
    let replaced = 0;
    writeFileSync(
      file,
      text.replace(/"version": "[^"]*"/g, (old) => (replaced++ < count ? `"version": "${version}"` : old)),
    );
  }
  process.stdout.write(`${notes.trim()}\n`);
}

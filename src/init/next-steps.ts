import type { Answers } from "./answers.ts";
import { getTarballName, type PackageSource } from "./package-source.ts";

/** Says what stands in the new folder, and what to do next. */
export function describeNextSteps(folder: string, answers: Answers, source: PackageSource): readonly string[] {
  const { title, timezone, hour, email } = answers;
  const enter = folder === "." ? [] : [`  cd ${quoteForShell(folder)}`];
  return [
    `${folder} has a digest of its own: ${title}, an edition a day at ${hour} (${timezone}).`,
    "",
    ...enter,
    "  npm install",
    "  npm run dev       # shows the site, and again whenever you save",
    "  npm run build     # writes it into _site/",
    "",
    ...describeSource(source),
    `README.md says how to write and publish. The page "contact" asks readers to write to ${email}.`,
  ];
}

function describeSource(source: PackageSource): readonly string[] {
  const name = "version" in source ? getTarballName(source) : "";
  switch (source.kind) {
    case "registry":
    case "address":
      return [];
    case "tarball":
      return [
        `Dateline was copied into it, as ${name}: commit that file too, because npm installs from it. For another version:`,
        "npm install ./dateline-VERSION.tgz",
        "",
      ];
    case "folder":
      return [
        `package.json names the Dateline of this machine, in ${source.path}, which no other machine has.`,
        `Before you publish, run "npm pack" there, move ${name} here, and run: npm install ./${name}`,
        "",
      ];
  }
}

function quoteForShell(text: string): string {
  return /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// In: a folder and what its digest is called, where and when it appears. Out: the folder with the content of a digest, its
// package.json, and what publishes it.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Instant } from "../values/instant.ts";
import { type Answers, findAnswerProblem, suggestEmail } from "./answers.ts";
import { createDigestFiles } from "./digest-files.ts";
import { assertEmpty, writeNewFolder } from "./new-folder.ts";
import { describeNextSteps } from "./next-steps.ts";
import { findPackageSource, formatDependency, getTarballName, type PackageSource } from "./package-source.ts";

export type { Answers };
export { assertEmpty, describeNextSteps, findAnswerProblem, suggestEmail };

/**
 * Writes a new digest into a folder that is empty or does not exist yet.
 *
 * @param answers each without a problem
 * @returns where its package.json says that Dateline comes from
 * @throws UserError if the folder is not empty; then nothing is written
 */
export function initDigest(folder: string, answers: Answers, now: Instant): PackageSource {
  const source = findPackageSource();
  const files = createDigestFiles(answers, formatDependency(source, resolve(folder)), now);
  writeNewFolder(folder, {
    ...files,
    ...(source.kind === "tarball" && { [getTarballName(source)]: readFileSync(source.path) }),
  });
  return source;
}

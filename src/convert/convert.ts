// In: the folder of an archive that another program published. Out: a folder with content/ and a report, which passes the
// check; or nothing.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { onExit } from "../disk/disk.ts";
import type { Instant } from "../values/instant.ts";
import { UserError } from "../values/user-error.ts";
import type { ArchiveSite, ArchiveSource } from "./archive.ts";
import { makeContent, type NewContent } from "./content/make-content.ts";
import { isPublishedPicture } from "./content/pictures.ts";
import { type ConversionCounts, formatReport } from "./content/report.ts";
import { createLosses, type LossGroup } from "./losses.ts";
import { archiveSources } from "./sources/sources.ts";

export { archiveSources };

/** What to convert, and where to. */
export interface ConversionOptions {
  readonly folder: string;
  readonly source: ArchiveSource;
  /** Gets content/ and the report. It must be empty, or not be there. */
  readonly output: string;
  /** What the user said of the site; it counts more than what the archive says. */
  readonly site: Partial<ArchiveSite>;
  readonly now: Instant;
  readonly onProgress: (line: string) => void;
}

/** What a conversion did. */
export interface ConversionSummary extends ConversionCounts {
  readonly losses: readonly LossGroup[];
  readonly reportFile: string;
}

const reportName = "conversion.md";

/**
 * Converts an archive. The output folder appears complete or not at all.
 *
 * @throws UserError if the folder holds no such archive, or the output is not empty
 */
export async function convertArchive(options: ConversionOptions): Promise<ConversionSummary> {
  const { folder, source, output, site, onProgress } = options;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UserError(`There is no folder ${folder}.`);
  assertEmpty(output);
  const losses = createLosses();
  onProgress("reading the archive");
  const archive = source.read({ folder, site, report: losses.report });
  const unfinished = `${resolve(output)}.${process.pid}.unfinished`;
  const remove = () => rmSync(unfinished, { recursive: true, force: true });
  const cancelRemove = onExit(remove);
  try {
    const content = await makeContent({
      archive,
      folder,
      unfinished,
      now: options.now,
      report: losses.report,
      onProgress,
    });
    const counts = countContent(archive.texts.length, content);
    const groups = losses.group();
    copyPictures(content, join(unfinished, "content"));
    writeFileSync(join(unfinished, reportName), formatReport(source.name, counts, groups));
    moveIntoOutput(unfinished, output);
    return { ...counts, losses: groups, reportFile: join(output, reportName) };
  } finally {
    remove();
    cancelRemove();
  }
}

function assertEmpty(output: string): void {
  if (!existsSync(output)) return;
  if (!statSync(output).isDirectory())
    throw new UserError(`${output} is a file. Name a folder that is empty, or not there.`);
  if (readdirSync(output).length > 0)
    throw new UserError(
      `${output} is not empty, and nothing in it is replaced. Name a folder that is empty, or not there.`,
    );
}

function countContent(textsRead: number, { drafts, pictures, tagCount }: NewContent): ConversionCounts {
  const articles = drafts.filter(({ head }) => head.article !== undefined).length;
  return {
    textsRead,
    articles,
    pages: drafts.length - articles,
    pictures: pictures.filter(({ to }) => isPublishedPicture(to)).length,
    documents: pictures.filter(({ to }) => !isPublishedPicture(to)).length,
    tags: tagCount,
  };
}

// Those that no text shows in the end are not copied again: the check has read the ones that are there.
function copyPictures({ pictures }: NewContent, contentFolder: string): void {
  for (const { from, to } of pictures) {
    const path = join(contentFolder, to);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(from, path);
  }
}

function moveIntoOutput(unfinished: string, output: string): void {
  // Somebody may have written into it meanwhile.
  assertEmpty(output);
  if (existsSync(output)) rmSync(output, { recursive: true });
  mkdirSync(dirname(resolve(output)), { recursive: true });
  renameSync(unfinished, output);
}

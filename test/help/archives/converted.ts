import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSite } from "../../../src/convert/archive.ts";
import { archiveSources, convertArchive } from "../../../src/convert/convert.ts";
import { buildSite } from "../../../src/site/site.ts";
import { type Instant, parseInstant } from "../../../src/values/instant.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../sites/folders.ts";
import { openPublishedFolder, type PublishedFolder } from "../sites/published.ts";

/** An archive after its conversion. */
export interface Converted {
  /** The archive. */
  readonly archive: string;
  readonly output: string;
  /** Below `output`, sorted. */
  readonly files: readonly string[];
  readonly text: (path: string) => string;
  /** The lines of the report under a heading, without their "- ". */
  readonly losses: (kind: string) => readonly string[];
  /** The site that a build makes of the content. */
  readonly build: () => Promise<PublishedFolder>;
}

/** Writes an archive into a temporary folder, and converts it. */
export async function convertFiles(
  from: string,
  files: FileContents,
  site: Partial<ArchiveSite> = {},
): Promise<Converted> {
  const folder = createTemporaryFolder();
  writeFiles(join(folder, "archive"), files);
  return convertFolder(from, join(folder, "archive"), join(folder, "digest"), site);
}

/** Converts a folder. */
export async function convertFolder(
  from: string,
  archive: string,
  output: string,
  site: Partial<ArchiveSite> = {},
): Promise<Converted> {
  const source = archiveSources.find(({ name }) => name === from);
  if (source === undefined) throw new Error(`Expected a source ${from}.`);
  await convertArchive({ folder: archive, source, output, site, now, onProgress: () => undefined });
  const text = (path: string) => readFileSync(join(output, path), "utf8");
  return {
    archive,
    output,
    files: listFiles(output),
    text,
    losses: (kind) => listLosses(text("conversion.md"), kind),
    build: async () => {
      const content = join(output, "content");
      const published = join(output, "_site");
      const cache = join(output, ".cache");
      const options = {
        links: undefined,
        jobs: undefined,
        shard: undefined,
        onProgress: () => undefined,
        onNotice: () => undefined,
      };
      await buildSite({ content, output: published, cache, shows: "published", now, ...options });
      return openPublishedFolder(published);
    },
  };
}

/** After all dates in tests. */
const now: Instant = parseInstant("2024-12-31T12:00:00Z") ?? fail();

function fail(): never {
  throw new Error("Expected an instant.");
}

function listLosses(report: string, kind: string): readonly string[] {
  const [, section = ""] = report.split(new RegExp(`^## ${kind}: .*$`, "m"));
  const end = section.search(/^## /m);
  return (end < 0 ? section : section.slice(0, end))
    .split("\n")
    .flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
}

/** Whether a path exists. */
export function isThere(...path: readonly string[]): boolean {
  return existsSync(join(...path));
}

import type { ConversionSummary } from "../../convert/convert.ts";
import { endSignals } from "../../disk/disk.ts";
import { isTimeZone } from "../../values/instant.ts";
import { findNearest } from "../../values/nearest.ts";
import { UserError } from "../../values/user-error.ts";
import type { Command } from "../command.ts";
import { readNow } from "../now.ts";

const options = {
  from: { value: "PROGRAM", help: "what published it: jekyll, hugo, pelican, zola or wordpress-export" },
  output: { value: "DIR", help: "a folder that is empty or not there; it gets content/ and the report" },
  url: { value: "URL", help: "where the old site lives (default: as the archive says)" },
  timezone: { value: "ZONE", help: "the time zone of dates without one (default: as the archive says, or UTC)" },
  language: { value: "CODE", help: "the language of the site (default: as the archive says)" },
} as const;

/** Makes content of the archive of a site that another program published, and reports what could not be carried over. */
export const convertCommand: Command<typeof options> = {
  name: "convert",
  summary: "Make content of the archive of another program",
  argument: "FOLDER",
  options,
  example: "dateline convert old-site --from jekyll --output my-digest",
  async run({ argument = "", options: given }, terminal) {
    const start = performance.now();
    const { archiveSources, convertArchive } = await import("../../convert/convert.ts");
    const source = archiveSources.find(({ name }) => name === given.from);
    if (source === undefined)
      throw new UserError(
        describeUnknownSource(
          given.from,
          archiveSources.map(({ name }) => name),
        ),
      );
    if (given.output === undefined) throw new UserError("Name the folder for the new content: --output DIR");
    // An exit removes the unfinished folder; the end by a signal would leave it.
    for (const signal of endSignals) process.once(signal, () => process.exit(2));
    const summary = await convertArchive({
      folder: argument,
      source,
      output: given.output,
      site: readSite(given),
      now: readNow(process.env, new Date()),
      onProgress: terminal.showProgress,
    });
    terminal.showProgress(undefined);
    for (const line of formatConversion(summary, performance.now() - start)) terminal.print(line);
  },
};

function describeUnknownSource(from: string | undefined, names: readonly string[]): string {
  const list = names.join(", ");
  if (from === undefined) return `Say what published the archive: --from, and one of ${list}.`;
  const nearest = findNearest(from, names);
  return `--from ${from}: ${nearest ? `did you mean "${nearest}"?` : `such archives cannot be read. Those that can: ${list}.`}`;
}

function readSite({ url, timezone, language }: Readonly<Record<"url" | "timezone" | "language", string | undefined>>) {
  if (url !== undefined && !/^https?:\/\/[^\s/?#]+\.[^\s/?#]+(?:\/[^\s?#]*)?$/i.test(url))
    throw new UserError(`--url ${url}: write it as in https://dispatch.example/`);
  if (timezone !== undefined && !isTimeZone(timezone))
    throw new UserError(`--timezone ${timezone}: write a name from the IANA database, as in Europe/Riga`);
  return {
    ...(url !== undefined && { url: `${url.replace(/\/+$/, "")}/` }),
    ...(timezone !== undefined && { timezone }),
    ...(language !== undefined && { language }),
  };
}

function formatConversion(summary: ConversionSummary, milliseconds: number): readonly string[] {
  const { textsRead, articles, pages, pictures, tags, losses, reportFile } = summary;
  const counts = `${articles} articles, ${pages} pages, ${pictures} pictures, ${tags} tags`;
  return [
    `${counts} of ${textsRead} texts in ${(milliseconds / 1000).toFixed(1)} s`,
    ...losses.map(({ kind, losses: ofKind }) => `  ${kind}: ${ofKind.length}`),
    `${losses.length === 0 ? "Everything was carried over" : "What could not be carried over"}: ${reportFile}`,
  ];
}

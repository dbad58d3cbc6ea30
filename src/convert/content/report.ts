import type { LossGroup } from "../losses.ts";

/** What a conversion did, in numbers. */
export interface ConversionCounts {
  readonly textsRead: number;
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly documents: number;
  readonly tags: number;
}

const maxExamples = 20;

/** Formats the report of a conversion, as markdown: what was carried over, then what was not, by kind. */
export function formatReport(source: string, counts: ConversionCounts, groups: readonly LossGroup[]): string {
  const { textsRead, articles, pages, pictures, documents, tags } = counts;
  const sections = groups.map(({ kind, text, losses }) => {
    const files = new Set(losses.map(({ file }) => file)).size;
    // What is left out whole is named to the last file.
    const shown = kind === "left out" || kind === "date" || kind === "language" ? losses : losses.slice(0, maxExamples);
    const rest = losses.length - shown.length;
    return [
      `## ${kind}: ${losses.length} in ${files} ${files === 1 ? "file" : "files"}`,
      "",
      text,
      "",
      ...shown.map(({ file, what }) => (what === "" ? `- ${file}` : `- ${file}: ${toOneLine(what)}`)),
      ...(rest > 0 ? [`- and ${rest} more`] : []),
      "",
    ].join("\n");
  });
  return [
    `# Conversion from ${source}`,
    "",
    `${textsRead} texts were read. The content has ${articles} articles, ${pages} pages, ${pictures} pictures, ${documents} documents and ${tags} tags, and passes \`dateline check\`.`,
    "",
    groups.length === 0 ? "Everything was carried over.\n" : "What follows could not be carried over as it was.\n",
    ...sections,
  ].join("\n");
}

function toOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

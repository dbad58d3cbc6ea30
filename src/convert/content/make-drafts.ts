import type { RootContent } from "mdast";
import { parseAddress } from "../../values/address.ts";
import { parseFeedId } from "../../values/feed-id.ts";
import type { Archive, ArchiveText } from "../archive.ts";
import type { ReportLoss } from "../losses.ts";
import { splitHtml, splitMarkdown, type TextBlock } from "../text/blocks.ts";
import { rewriteDialects } from "../text/dialects.ts";
import { showTypedPieces } from "../text/shortcodes.ts";
import { getNodeText } from "../text/tree.ts";
import type { Draft } from "./drafts.ts";
import type { Head } from "./head.ts";
import type { DraftPlace } from "./places.ts";
import { shorten, takeFirstSentence, toProse } from "./prose.ts";
import type { NewTags } from "./tags.ts";

const maxTitle = 140;
const maxSummary = 320;

/** The slug of the tag of texts without one. */
const untagged = "untagged";

/** Makes the draft of a text at its place. */
export function makeDraft(place: DraftPlace, archive: Archive, tags: NewTags, report: ReportLoss): Draft {
  const { text, language, path, address } = place;
  const textReport = (kind: Parameters<ReportLoss>[0], what: string) => report(kind, text.file, what);
  const body = showTypedPieces(text.body);
  const blocks =
    text.format === "html" ? splitHtml(body, textReport) : splitMarkdown(rewriteDialects(body, textReport), textReport);
  const opening: RootContent[] = [];
  const title = chooseTitle(text, blocks, opening, textReport);
  const summary = chooseSummary(place, blocks, title, opening, textReport);
  if (text.image && !isShown(text.image.src, blocks))
    opening.push({
      type: "paragraph",
      children: [{ type: "image", url: text.image.src, alt: text.image.alt ?? title, title: null }],
    });
  const head: Head = {
    title,
    ...summary,
    article: text.kind === "page" ? undefined : makeArticleHead(place, archive, tags, textReport),
  };
  const openingBlocks = opening.map(
    (node): TextBlock => ({ source: undefined, note: undefined, links: [], pictures: [], getNodes: () => [node] }),
  );
  return {
    text,
    language,
    path,
    address,
    head,
    blocks: [...openingBlocks, ...blocks].map((block) => ({
      block,
      form: block.source === undefined ? "markdown" : "source",
      links: "all",
      written: undefined,
    })),
  };
}

type TextReport = (kind: Parameters<ReportLoss>[0], what: string) => void;

function chooseTitle(
  text: ArchiveText,
  blocks: readonly TextBlock[],
  opening: RootContent[],
  report: TextReport,
): string {
  const written = toProse(text.title ?? "");
  if (written !== "") {
    const title = shorten(written, maxTitle);
    if (title === written) return title;
    report("title", written);
    opening.push({ type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value: written }] }] });
    return title;
  }
  const heading = blocks
    .slice(0, 5)
    .flatMap((block) => block.getNodes())
    .find(({ type }) => type === "heading");
  const words = toProse(heading === undefined ? text.slug.replace(/[-_]+/g, " ") : getNodeText(heading));
  const title = shorten(words, maxTitle) || "Untitled";
  report("title", `none; it is now "${title}"`);
  return title;
}

function chooseSummary(
  { text, language }: DraftPlace,
  blocks: readonly TextBlock[],
  title: string,
  opening: RootContent[],
  report: TextReport,
): { readonly summary: string; readonly isSummaryMade: boolean } {
  const written = toProse(text.summary ?? "");
  if (written !== "") {
    const summary = shorten(written, maxSummary);
    if (summary !== written) {
      report("summary", written);
      opening.push({ type: "paragraph", children: [{ type: "text", value: written }] });
    }
    return { summary, isSummaryMade: false };
  }
  for (const block of blocks.slice(0, 12)) {
    const paragraph = block.note === undefined ? block.getNodes().find(({ type }) => type === "paragraph") : undefined;
    const words = paragraph === undefined ? "" : toProse(getNodeText(paragraph));
    const summary = toProse(takeFirstSentence(words, language, maxSummary));
    if (/\p{L}/u.test(summary)) return { summary, isSummaryMade: true };
  }
  return { summary: title, isSummaryMade: true };
}

function isShown(src: string, blocks: readonly TextBlock[]): boolean {
  const name = src.split("/").at(-1) ?? src;
  return blocks.slice(0, 3).some((block) => JSON.stringify(block.getNodes()).includes(name));
}

function makeArticleHead(
  { text, address }: DraftPlace,
  { site }: Archive,
  tags: NewTags,
  report: TextReport,
): Head["article"] {
  if (text.date === undefined) throw new Error(`Expected a date of ${text.file}.`);
  const slugs = [...new Set(text.tags.flatMap((name) => tags.find(name) ?? []))];
  if (slugs.length === 0) report("untagged", "");
  const oldUrl =
    site.url === undefined || text.addresses[0] === undefined
      ? undefined
      : toWebUrl(site.url.replace(/\/$/, "") + text.addresses[0]);
  const sourceUrl = text.sourceUrl === undefined ? undefined : toWebUrl(text.sourceUrl);
  const host = site.url === undefined ? "Archive" : new URL(site.url).host;
  const title = toProse(site.title ?? "") || host;
  return {
    date: text.date,
    timezone: site.timezone,
    updated: text.updated !== undefined && text.updated > text.date ? text.updated : undefined,
    tags: slugs.length === 0 ? [untagged] : slugs,
    source:
      sourceUrl === undefined ? { name: title, url: oldUrl } : { name: new URL(sourceUrl).hostname, url: sourceUrl },
    authors: [...new Set(text.authors.flatMap((author) => carryAuthor(author, report) ?? []))],
    draft: text.draft,
    aliases: [...new Set(text.addresses.flatMap((old) => carryAddress(old, address, report) ?? []))],
    id: carryId(text.feedId, report),
  };
}

/** A name without the mail address beside it; undefined if there is only the address, or an address in it. */
function carryAuthor(author: string, report: TextReport): string | undefined {
  const name = toProse(author.replace(/[<(]?[^\s<>()]+@[^\s<>()]+[>)]?/g, " "));
  if (name === "" || !/\p{L}/u.test(name)) {
    report("author", author.replace(/\S+@\S+/g, "a mail address"));
    return undefined;
  }
  return name;
}

function toWebUrl(url: string): string | undefined {
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
}

/** An old address as an alias; undefined if it is the new one, or no page can answer at it. */
function carryAddress(old: string, address: string, report: TextReport): string | undefined {
  const path = `/${old.replace(/^https?:\/\/[^/]+/i, "").replace(/[?#].*$/, "")}`
    .replace(/\/{2,}/g, "/")
    .replace(/\/index\.html?$/, "/");
  const whole = /\/$|\.html?$/.test(path) ? path : `${path}/`;
  if (whole === address || whole === "/") return undefined;
  // On a disk that ignores capitals they would be one file.
  const alias = whole.toLowerCase() === address ? undefined : parseAddress(whole);
  if (alias === undefined) report("old address", path);
  return alias;
}

/** The id of the old feed, if it can be kept to the letter. */
function carryId(feedId: string | undefined, report: TextReport): string | undefined {
  if (feedId === undefined) return undefined;
  const id = parseFeedId(feedId);
  if (id === undefined) report("feed id", feedId);
  return id;
}

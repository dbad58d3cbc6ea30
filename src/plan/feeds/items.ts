import type { FeedContent, FeedCorrection, FeedItem } from "../../feeds/feeds.ts";
import { createReadingOrder, type Edition, getLastChange, mayShareSummary, mayShareText } from "../../model/model.ts";
import type { Article, Correction, Figure } from "../../parse/parse.ts";
import { toAbsoluteUrl } from "../../values/address.ts";
import { formatDayWithYear } from "../../values/day.ts";
import { mintFeedId } from "../../values/feed-id.ts";
import { epoch, findEarliest, findLatest } from "../../values/instant.ts";
import type { Slug } from "../../values/slug.ts";
import type { BodyKey } from "../../values/text/html.ts";
import { maxCarriedWidth } from "../../values/text/mail-html.ts";
import { listVariants } from "../../values/variants.ts";
import { buildAddress, buildDateAddress } from "../parts/addresses.ts";
import { listAuthors } from "../parts/authors.ts";
import type { PlanContext } from "../parts/context.ts";
import { formatLocalDay } from "../parts/headlines.ts";
import { createLicenceView } from "../parts/licences.ts";
import { listSources } from "../parts/sources.ts";

/**
 * Creates the items of articles with their full texts and pictures, as far as their rights allow, in the order of their
 * editions: a feed sorts by time, and keeps this order among items of the same moment.
 */
export function createArticleItems(context: PlanContext, articles: readonly Article[]): readonly FeedItem[] {
  return sortAsInEditions(context, articles).map((article) => createArticleItem(context, article));
}

/**
 * Creates the items of articles for the lite feed, in the same order: title and summary, or the title only if the rights
 * of an article allow no more.
 */
export function createLiteItems(context: PlanContext, articles: readonly Article[]): readonly FeedItem[] {
  return sortAsInEditions(context, articles).map((article) => createLiteItem(context, article));
}

function sortAsInEditions({ site }: PlanContext, articles: readonly Article[]): readonly Article[] {
  return [...articles].sort(createReadingOrder(site.sections));
}

function createArticleItem(context: PlanContext, article: Article): FeedItem {
  const item = createTitleItem(context, article);
  if (!mayShareText(article)) return addCorrections(context, article, item);
  return {
    ...item,
    image: createFeedImage(context, article.image),
    content: createArticleContent(context, article),
  };
}

function createLiteItem(context: PlanContext, article: Article): FeedItem {
  const item = createTitleItem(context, article);
  return { ...item, key: `${item.key} lite`, sources: [] };
}

/** Creates the item of an article without its text and picture. */
function createTitleItem(context: PlanContext, article: Article): FeedItem {
  const { site, language } = context;
  return {
    id: article.id,
    key: createItemKey(article.id, [article.body]),
    url: toAbsoluteUrl(site.url, article.address),
    title: article.title,
    summary: getSharedSummary(article),
    published: article.date,
    updated: getLastChange(article),
    language,
    authors: listAuthors(context, article).map(({ name, url }) => ({ name, url, email: undefined })),
    licence: getOwnLicence(context, article),
    categories: listCategories(context, article.tags),
    sources: article.sources,
    image: undefined,
    content: undefined,
  };
}

/** undefined if it is that of the site. */
function getOwnLicence({ siteFrame, words }: PlanContext, { licence }: Article): FeedItem["licence"] {
  const view = licence && createLicenceView(words, licence);
  return view?.text === siteFrame.licence?.text && view?.url === siteFrame.licence?.url ? undefined : view;
}

function listCategories(context: PlanContext, tags: readonly Slug[]): FeedItem["categories"] {
  const scheme = toAbsoluteUrl(context.site.url, buildAddress(context, "tags"));
  return tags.flatMap((term) => {
    const tag = context.tagLinks.get(term);
    return tag ? [{ term, scheme, label: tag.title }] : [];
  });
}

function getSharedSummary(article: Article): string | undefined {
  return mayShareSummary(article) ? article.summary : undefined;
}

/**
 * Creates the item of a whole edition: the lead's picture, the editor's note, and the headlines by section. Its date is
 * that of the earliest article.
 */
export function createEditionItem(context: PlanContext, edition: Edition): FeedItem {
  const { site, language } = context;
  const address = buildDateAddress(context, edition.day);
  const id = mintFeedId(site.authority, address);
  return {
    id,
    key: createItemKey(id, [edition.note?.body, ...edition.articles.map(({ body }) => body)]),
    url: toAbsoluteUrl(site.url, address),
    title: formatEditionTitle(context, edition),
    // The summary of the lead, or of the next article if the rights of the lead allow the title only.
    summary: edition.articles.find(mayShareSummary)?.summary,
    published: findEarliest(edition.articles.map(({ date }) => date)) ?? epoch,
    updated: findLatest(edition.articles.map(getLastChange)) ?? epoch,
    language,
    authors: [],
    licence: undefined,
    categories: listCategories(context, [...new Set(edition.articles.flatMap(({ tags }) => tags))]),
    sources: [],
    image: mayShareText(edition.lead) ? createFeedImage(context, edition.lead.image) : undefined,
    content: {
      kind: "edition",
      note: edition.note?.body,
      sections: [{ tag: undefined, articles: [edition.lead] }, ...edition.sections].map(({ tag, articles }) => ({
        title: getSectionHeading(context, tag?.slug, articles.includes(edition.lead)),
        articles: articles.map((article) => ({
          title: article.title,
          url: toAbsoluteUrl(site.url, article.address),
          summary: getSharedSummary(article),
          corrections: listFeedCorrections(context, article),
        })),
      })),
    },
  };
}

// An article or a note is made from one file, and the key of its body contains the hash of that file.
function createItemKey(id: FeedItem["id"], bodies: readonly (BodyKey | undefined)[]): string {
  return [id, ...bodies].join(" ");
}

/** Formats the title of an edition in one line: "11 July 2024: Russia rules out …". */
export function formatEditionTitle({ language }: PlanContext, { day, lead }: Edition): string {
  return `${formatDayWithYear(day, language)}: ${lead.title}`;
}

/** The lead has no heading. Articles without a section come last, under a heading of their own. */
function getSectionHeading(
  { tagLinks, words }: PlanContext,
  tag: Slug | undefined,
  isLead: boolean,
): string | undefined {
  if (isLead) return undefined;
  return tag ? tagLinks.get(tag)?.title : words.otherStories;
}

// A correction is the digest's own text, so it may be shared whatever the rights of the article are. Without a summary,
// the first correction also becomes the summary: readers show that in lists, and RSS requires it before longer content.
function addCorrections(context: PlanContext, article: Article, item: FeedItem): FeedItem {
  const corrections = listFeedCorrections(context, article);
  const [first] = corrections;
  if (!first) return item;
  const { summary } = item;
  return {
    ...item,
    summary: summary ?? `${first.heading}: ${first.text}`,
    content: { kind: "corrected", corrections, summary },
  };
}

function listFeedCorrections(context: PlanContext, article: Article): readonly FeedCorrection[] {
  const { words } = context;
  const { retracted, corrections } = article;
  const toFeedCorrection = ({ date, text }: Correction, heading: (day: string) => string): FeedCorrection => ({
    heading: heading(formatLocalDay(context, date)),
    text,
  });
  return [
    ...(retracted ? [toFeedCorrection(retracted, words.retractionTitle)] : []),
    ...corrections.map((correction) => toFeedCorrection(correction, words.correctionTitle)),
  ];
}

function createArticleContent(context: PlanContext, article: Article): FeedContent {
  const { language, words } = context;
  return {
    kind: "article",
    body: article.body,
    corrections: listFeedCorrections(context, article),
    sources: {
      heading: words.sources,
      list: listSources(context, article).map(({ name, url, published }) => ({
        name,
        url,
        published: published && formatDayWithYear(published, language),
      })),
    },
  };
}

/** Picks the JPEG of an article's picture for feeds and mails; every feed reader and mail program shows JPEG. */
export function createFeedImage({ site }: PlanContext, figure: Figure | undefined): FeedItem["image"] {
  if (!figure) return undefined;
  const { stem, width, height } = figure.picture;
  const jpegs = listVariants(stem, width, height).filter((variant) => variant.format === "jpg");
  const jpeg = jpegs.filter((variant) => variant.width <= maxCarriedWidth).at(-1) ?? jpegs[0];
  return (
    jpeg && {
      picture: figure.picture,
      file: jpeg.address,
      url: toAbsoluteUrl(site.url, jpeg.address),
      width: jpeg.width,
      height: jpeg.height,
      alt: figure.alt,
      caption: figure.caption,
      credit: figure.credit,
    }
  );
}

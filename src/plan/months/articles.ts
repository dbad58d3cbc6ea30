import { getLastChange, type MonthDigest } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { toAbsoluteUrl } from "../../values/address.ts";
import { formatDayWithYear } from "../../values/day.ts";
import { toCorrectionId } from "../../values/frame-ids.ts";
import type { Language } from "../../values/language.ts";
import { capitalize } from "../../values/text/capitalize.ts";
import { buildDateAddress } from "../parts/addresses.ts";
import { createByline, createPersonSchema, listAuthors } from "../parts/authors.ts";
import type { PlanContext } from "../parts/context.ts";
import { createFeedLinks, createFrame, createPublisherSchema } from "../parts/frame.ts";
import {
  createNameLink,
  estimateReadingMinutes,
  findSectionLink,
  formatDateTime,
  formatLocalDay,
  getPreviewStatus,
  toLink,
} from "../parts/headlines.ts";
import { createLicenceView } from "../parts/licences.ts";
import { createOpenGraphImage, createPictureView } from "../parts/pictures.ts";
import { formatSourceCount, listSources } from "../parts/sources.ts";
import type { ArticleView, Frame, NeighbourLinks, Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";
import { createDayView } from "./editions.ts";
import { createStorylineStrip } from "./storyline-strip.ts";

/**
 * Plans a page for each article of a month. Its neighbours are the previous and next article in the order of the
 * editions.
 */
export function planArticlePages(plan: MonthPlan): readonly Page[] {
  const { content, allLanguages, adjacent } = plan;
  const inOrder = content.editions.flatMap((edition) => edition.articles);
  const languages = groupLanguagesByStem(allLanguages);
  return inOrder.map((article, i) => {
    const earlier = i > 0 ? inOrder[i - 1] : adjacent.previous?.story;
    const later = i + 1 < inOrder.length ? inOrder[i + 1] : adjacent.next?.story;
    const neighbours = { earlier: earlier && toLink(earlier), later: later && toLink(later) };
    return planArticlePage(plan, article, neighbours, languages.get(article.stem) ?? []);
  });
}

function groupLanguagesByStem({ languages }: MonthDigest): ReadonlyMap<string, readonly Language[]> {
  const byStem = new Map<string, Language[]>();
  for (const { language, articles } of languages) {
    for (const { stem } of articles) byStem.set(stem, [...(byStem.get(stem) ?? []), language]);
  }
  return byStem;
}

function planArticlePage(
  plan: MonthPlan,
  article: Article,
  neighbours: NeighbourLinks,
  languages: readonly Language[],
): Page {
  const { context } = plan;
  const { address, title, summary } = article;
  const image = article.image && createOpenGraphImage(context, article.image);
  const [tag] = article.tags.flatMap((slug) => context.tagLinks.get(slug) ?? []);
  const frame = createFrame(context, address, {
    title,
    description: summary,
    languages,
    feeds: tag ? createFeedLinks(tag.title, tag.address) : [],
    kind: "article",
    image,
    times: { published: article.date, modified: getLastChange(article) },
    authors: listAuthors(context, article).map(({ url, fediverse }) => ({ url, fediverse })),
    schema: createNewsArticleSchema(context, article, image),
  });
  return { layout: "article", address, frame, shows: createArticleView(plan, article, neighbours) };
}

function createArticleView(plan: MonthPlan, article: Article, neighbours: NeighbourLinks): ArticleView {
  const { context } = plan;
  const [place] = article.places;
  return {
    day: createDayView(context, article.day),
    edition: buildDateAddress(context, article.day),
    section: findSectionLink(context, article),
    title: article.title,
    summary: article.summary,
    place: place && createNameLink(context, "places", place),
    byline: createByline(context, article),
    published: createMomentView(context, article.date),
    updated: article.updated && createUpdateView(context, article.updated),
    minutes: estimateReadingMinutes(article),
    image: article.image && createPictureView(article.image),
    body: article.body,
    sourceCount: formatSourceCount(context, article),
    sources: listSources(context, article).map((source) => ({
      ...source,
      published: source.published && {
        iso: source.published,
        text: formatDayWithYear(source.published, context.language),
      },
    })),
    corrections: createCorrectionViews(context, article),
    retraction: article.retracted && {
      iso: article.retracted.date,
      date: formatLocalDay(context, article.retracted.date),
      reason: article.retracted.text,
    },
    storyline: createStorylineStrip(plan, article),
    tags: article.tags.flatMap((slug) => context.tagLinks.get(slug) ?? []),
    people: article.people.map((name) => createNameLink(context, "people", name)),
    places: article.places.map((name) => createNameLink(context, "places", name)),
    licence: article.licence && createLicenceView(context.words, article.licence),
    neighbours,
    mark: getPreviewStatus(context, article),
  };
}

function createCorrectionViews(context: PlanContext, { corrections }: Article): ArticleView["corrections"] {
  return corrections.map(({ date, text }, i) => ({
    id: toCorrectionId(i + 1),
    iso: date,
    date: formatLocalDay(context, date),
    text,
  }));
}

function createMomentView(context: PlanContext, instant: Article["date"]): ArticleView["published"] {
  return { iso: instant, text: formatDateTime(context, instant) };
}

function createUpdateView(context: PlanContext, updated: Article["date"]): ArticleView["updated"] {
  const text = context.words.updatedAt(formatDateTime(context, updated));
  return { iso: updated, text: capitalize(text, context.language) };
}

/** Creates the https://schema.org/NewsArticle of an article, with its sources as citations. */
function createNewsArticleSchema(
  context: PlanContext,
  article: Article,
  image: Frame["image"],
): Readonly<Record<string, unknown>> {
  const url = toAbsoluteUrl(context.site.url, article.address);
  const publisher = createPublisherSchema(context);
  const authors = listAuthors(context, article).map((author) => createPersonSchema(context, author));
  const corrections = [...article.corrections, ...(article.retracted ? [article.retracted] : [])];
  return {
    "@type": "NewsArticle",
    headline: article.title,
    description: article.summary,
    url,
    mainEntityOfPage: url,
    inLanguage: context.language,
    datePublished: article.date,
    dateModified: getLastChange(article),
    author: authors.length > 1 ? authors : (authors[0] ?? publisher),
    publisher,
    image: image?.url,
    dateline: article.places[0]?.name,
    citation: createCitations(article),
    license: article.licence && createLicenceView(context.words, article.licence).url,
    creativeWorkStatus: article.retracted && "Retracted",
    correction: corrections.length > 0 ? corrections.map(({ text }) => text) : undefined,
  };
}

function createCitations({ sources }: Article): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (sources.length === 0) return undefined;
  return sources.map(({ name, url }) => ({ "@type": "CreativeWork", name, url }));
}

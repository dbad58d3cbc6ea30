import { lastChangeOf, type MonthDigest } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { absolute } from "../../values/address.ts";
import { foldersOf, longDayText } from "../../values/day.ts";
import { dayIn } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import { placeIn, type Setting } from "../parts/context.ts";
import { feedLinks, framed, publisherSchema } from "../parts/frame.ts";
import { linkTo, markOf, minutesOf, momentText, nameLink, sectionLink } from "../parts/headlines.ts";
import { linkPicture, pictureOf } from "../parts/pictures.ts";
import type { ArticleView, Frame, Neighbours, Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";
import { dayView } from "./editions.ts";
import { stripFor } from "./storyline-strip.ts";

/** A page for each article of a month. Its neighbours are the stories before and after it as one reads the editions through. */
export function articlePages(plan: MonthPlan): readonly Page[] {
  const { own, whole, around } = plan;
  const inOrder = own.editions.flatMap((edition) => edition.articles);
  const languagesOf = languagesByStem(whole);
  return inOrder.map((article, i) => {
    const earlier = i > 0 ? inOrder[i - 1] : around.before?.story;
    const later = i + 1 < inOrder.length ? inOrder[i + 1] : around.after?.story;
    const neighbours = { earlier: earlier && linkTo(earlier), later: later && linkTo(later) };
    return articlePage(plan, article, neighbours, languagesOf.get(article.stem) ?? []);
  });
}

function languagesByStem({ languages }: MonthDigest): ReadonlyMap<string, readonly Language[]> {
  const byStem = new Map<string, Language[]>();
  for (const { language, articles } of languages) {
    for (const { stem } of articles) byStem.set(stem, [...(byStem.get(stem) ?? []), language]);
  }
  return byStem;
}

function articlePage(plan: MonthPlan, article: Article, neighbours: Neighbours, languages: readonly Language[]): Page {
  const { setting } = plan;
  const { address, title, summary } = article;
  const image = article.image && linkPicture(setting, article.image);
  const [tag] = article.tags.flatMap((slug) => setting.tagLinks.get(slug) ?? []);
  const frame = framed(setting, address, {
    title,
    description: summary,
    languages,
    feeds: tag ? feedLinks(tag.title, tag.address) : [],
    kind: "article",
    image,
    times: { published: article.date, modified: lastChangeOf(article) },
    schema: newsArticle(setting, article, image),
  });
  return { layout: "article", address, frame, shows: articleView(plan, article, neighbours) };
}

function articleView(plan: MonthPlan, article: Article, neighbours: Neighbours): ArticleView {
  const { setting } = plan;
  const [place] = article.places;
  return {
    day: dayView(setting, article.day),
    edition: placeIn(setting, ...foldersOf(article.day)),
    section: sectionLink(setting, article),
    title: article.title,
    summary: article.summary,
    place: place && nameLink(setting, "places", place),
    published: moment(setting, article.date),
    updated: article.updated && moment(setting, article.updated),
    minutes: minutesOf(article),
    image: article.image && pictureOf(article.image),
    body: article.body,
    sources: article.sources.map((source) => ({
      ...source,
      published: source.published && { iso: source.published, text: longDayText(source.published, setting.language) },
    })),
    corrections: correctionsOf(setting, article),
    retracted: article.retracted && {
      iso: article.retracted.date,
      date: dayOf(setting, article.retracted.date),
      reason: article.retracted.text,
    },
    storyline: stripFor(plan, article),
    tags: article.tags.flatMap((slug) => setting.tagLinks.get(slug) ?? []),
    people: article.people.map((name) => nameLink(setting, "people", name)),
    places: article.places.map((name) => nameLink(setting, "places", name)),
    neighbours,
    mark: markOf(setting, article),
  };
}

function correctionsOf(setting: Setting, { corrections }: Article): ArticleView["corrections"] {
  return corrections.map(({ date, text }, i) => ({
    id: `correction-${i + 1}`,
    iso: date,
    date: dayOf(setting, date),
    text,
  }));
}

function dayOf({ site, language }: Setting, instant: Article["date"]): string {
  return longDayText(dayIn(instant, site.timezone), language);
}

function moment(setting: Setting, instant: Article["date"]): ArticleView["published"] {
  return { iso: instant, text: momentText(setting, instant) };
}

/** https://schema.org/NewsArticle, with where it was read as citations. */
function newsArticle(setting: Setting, article: Article, image: Frame["image"]): Readonly<Record<string, unknown>> {
  const url = absolute(setting.site.url, article.address);
  const publisher = publisherSchema(setting);
  const corrections = [...article.corrections, ...(article.retracted ? [article.retracted] : [])];
  return {
    "@type": "NewsArticle",
    headline: article.title,
    description: article.summary,
    url,
    mainEntityOfPage: url,
    inLanguage: setting.language,
    datePublished: article.date,
    dateModified: lastChangeOf(article),
    author: publisher,
    publisher,
    image: image?.url,
    dateline: article.places[0]?.name,
    citation: article.sources.map(({ name, url: source }) => ({ "@type": "CreativeWork", name, url: source })),
    creativeWorkStatus: article.retracted && "Retracted",
    correction: corrections.length > 0 ? corrections.map(({ text }) => text) : undefined,
  };
}

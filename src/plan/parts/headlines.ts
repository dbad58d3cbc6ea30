import type { Article } from "../../parse/parse.ts";
import { dayText, longDayText } from "../../values/day.ts";
import { clockText, dayIn, type Instant } from "../../values/instant.ts";
import type { Headline, Link, Mark } from "../views/page.ts";
import { placeIn, type Setting } from "./context.ts";

/** An article as lists show it. */
export function headlineOf(setting: Setting, article: Article): Headline {
  return {
    address: article.address,
    title: article.title,
    summary: article.summary,
    place: article.places[0]?.name,
    minutes: minutesOf(article),
    sources: article.sources.length,
    updated: article.updated && setting.words.updated(shortMomentText(setting, article.updated)),
    mark: markOf(setting, article),
  };
}

/** The same without its summary, where a list is too long to give more than titles within a page's budget. */
export function titleOf(setting: Setting, article: Article): Headline {
  return { ...headlineOf(setting, article), summary: undefined };
}

/** How long an article takes to read, in whole minutes, at least one: 200 words a minute. */
export function minutesOf(article: Article): number {
  return Math.max(1, Math.round(article.words / 200));
}

/** What a preview says of an article that readers cannot see yet. */
export function markOf({ now }: Setting, { draft, date }: Article): Mark {
  return draft ? "draft" : date > now ? "scheduled" : undefined;
}

/** An article as a link. */
export function linkTo({ title, address }: Link): Link {
  return { title, address };
}

/** The section that an article stands under, as a link to its tag's page. */
export function sectionLink(setting: Setting, { section }: Article): Link | undefined {
  return section && setting.tagLinks.get(section);
}

/** A moment on the site's clock: "11 July 2024, 06:00". */
export function momentText({ site, language }: Setting, instant: Instant): string {
  return `${longDayText(dayIn(instant, site.timezone), language)}, ${clockText(instant, site.timezone, language)}`;
}

/** The same without its year: "11 July, 06:00". */
export function shortMomentText({ site, language }: Setting, instant: Instant): string {
  return `${dayText(dayIn(instant, site.timezone), language)}, ${clockText(instant, site.timezone, language)}`;
}

/** The page of a person or a place. */
export function nameLink(setting: Setting, kind: "people" | "places", { name, slug }: Article["people"][number]): Link {
  return { title: name, address: placeIn(setting, kind, slug) };
}

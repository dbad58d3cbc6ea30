import type { Article } from "../../parse/parse.ts";
import { formatDay, formatDayWithYear } from "../../values/day.ts";
import { formatTime, type Instant, toDay } from "../../values/instant.ts";
import type { Headline, Link, PreviewStatus } from "../views/page.ts";
import { buildAddress } from "./addresses.ts";
import type { PlanContext } from "./context.ts";
import { formatSourceCount } from "./sources.ts";

/** Creates the entry of an article in a list. */
export function createHeadline(context: PlanContext, article: Article): Headline {
  return {
    address: article.address,
    title: article.title,
    summary: article.summary,
    place: article.places[0]?.name,
    minutes: estimateReadingMinutes(article),
    sources: formatSourceCount(context, article),
    updated: article.updated && context.words.updatedAt(formatShortDateTime(context, article.updated)),
    mark: getPreviewStatus(context, article),
  };
}

/** Creates the same entry without a summary, for long lists: summaries would exceed the size budget of a page. */
export function createShortHeadline(context: PlanContext, article: Article): Headline {
  return { ...createHeadline(context, article), summary: undefined };
}

/** Estimates the reading time of an article at 200 words a minute, in whole minutes, at least 1. */
export function estimateReadingMinutes(article: Article): number {
  return Math.max(1, Math.round(article.wordCount / 200));
}

/** Gets the preview status of an article; undefined if readers can see the article already. */
export function getPreviewStatus({ now }: PlanContext, { draft, date }: Article): PreviewStatus {
  return draft ? "draft" : date > now ? "scheduled" : undefined;
}

/** Picks the title and the address of an article, or of another object that has both. */
export function toLink({ title, address }: Link): Link {
  return { title, address };
}

/** Finds the link to the tag page of an article's section; undefined if the article has no section. */
export function findSectionLink(context: PlanContext, { section }: Article): Link | undefined {
  return section && context.tagLinks.get(section);
}

/** Formats the day of an instant in the site's time zone: "11 July 2024". */
export function formatLocalDay({ site, language }: PlanContext, instant: Instant): string {
  return formatDayWithYear(toDay(instant, site.timezone), language);
}

/** Formats an instant in the site's time zone: "11 July 2024, 06:00". */
export function formatDateTime(context: PlanContext, instant: Instant): string {
  const { site, language } = context;
  return `${formatLocalDay(context, instant)}, ${formatTime(instant, site.timezone, language)}`;
}

/** Formats an instant in the site's time zone without its year: "11 July, 06:00". */
function formatShortDateTime({ site, language }: PlanContext, instant: Instant): string {
  return `${formatDay(toDay(instant, site.timezone), language)}, ${formatTime(instant, site.timezone, language)}`;
}

/** Creates the link to the page of a person or a place. */
export function createNameLink(
  context: PlanContext,
  kind: "people" | "places",
  { name, slug }: Article["people"][number],
): Link {
  return { title: name, address: buildAddress(context, kind, slug) };
}

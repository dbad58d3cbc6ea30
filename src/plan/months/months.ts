import type { Article } from "../../parse/parse.ts";
import { formatMonth, type Month, toYear } from "../../values/day.ts";
import { frameIds, toCorrectionId } from "../../values/frame-ids.ts";
import { toFileStart } from "../../values/problem.ts";
import { buildDateAddress } from "../parts/addresses.ts";
import { buildCalendar } from "../parts/calendar.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame } from "../parts/frame.ts";
import { listDocuments, listPictures } from "../parts/pictures.ts";
import type { PageAnchors, PlannedUnit, PlanUnit } from "../parts/unit.ts";
import { createMonthSitemap } from "../sitemaps.ts";
import type { Link, Page } from "../views/page.ts";
import { planAliasPages } from "./aliases.ts";
import { planArticlePages } from "./articles.ts";
import { listMonthContexts, type MonthContext, type MonthPlan, readMonthPlan } from "./context.ts";
import { planEditionPages } from "./editions.ts";
import { planNewsletterPages } from "./newsletters.ts";

/**
 * Plans a unit for each month: its editions, newsletters, articles, calendar, redirects and sitemap, in all languages.
 */
export function planMonths(contexts: readonly PlanContext[]): readonly PlanUnit[] {
  const byMonth = new Map<Month, MonthContext[]>();
  for (const monthContext of contexts.flatMap(listMonthContexts)) {
    byMonth.set(monthContext.summary.month, [...(byMonth.get(monthContext.summary.month) ?? []), monthContext]);
  }
  return [...byMonth].map(([month, monthContexts]) => ({
    group: month,
    name: month,
    inputs: monthContexts.map(({ context, summary, adjacent }) => [context.language, summary.hash, adjacent]),
    sitemapPages: [],
    estimatedPages: monthContexts.reduce((total, { summary }) => total + summary.storyCount, 0),
    plan: () => planMonth(month, monthContexts),
  }));
}

function planMonth(month: Month, monthContexts: readonly MonthContext[]): PlannedUnit {
  const plans = monthContexts.map(readMonthPlan);
  const pages = plans.flatMap((plan) => [
    ...planEditionPages(plan),
    ...planNewsletterPages(plan),
    ...planArticlePages(plan),
    planMonthPage(plan),
  ]);
  const texts = plans.flatMap(({ content }) => [
    ...content.articles,
    ...content.editions.flatMap(({ note }) => note ?? []),
  ]);
  const sitemap = createMonthSitemap(month, pages);
  return {
    pages: [...pages, ...plans.flatMap(planAliasPages), sitemap],
    pictures: listPictures(texts),
    files: listDocuments(texts),
    links: texts.flatMap(({ links }) => links),
    anchorLinks: texts.flatMap(({ anchorLinks }) => anchorLinks),
    anchors: plans.flatMap(listAnchors),
    aliases: plans.flatMap(({ content }) =>
      content.articles.flatMap(({ aliases, aliasLocations: aliasesAt, file }) =>
        aliases.map((to, i) => ({ to, at: aliasesAt[i] ?? toFileStart(file) })),
      ),
    ),
  };
}

function listAnchors({ context, content }: MonthPlan): readonly PageAnchors[] {
  const { articles, editions } = content;
  const anchors: readonly PageAnchors[] = [
    ...articles.map((article) => [article.address, listArticleIds(article)] as const),
    ...editions.map(({ day, note }) => [buildDateAddress(context, day), note?.ids ?? []] as const),
  ];
  return anchors.filter(([, ids]) => ids.length > 0);
}

/** The ids in the page of an article that not every article has. */
function listArticleIds({ ids, retracted, corrections }: Article): readonly string[] {
  const correctionIds = corrections.map((_, i) => toCorrectionId(i + 1));
  return [...ids, ...(retracted ? [frameIds.retraction] : []), ...correctionIds];
}

function planMonthPage({ context, summary, adjacent }: MonthContext): Page {
  const { language, words } = context;
  const address = buildDateAddress(context, summary.month);
  const title = formatMonth(summary.month, language);
  const year = toYear(summary.month);
  const languages = findLanguages(context, (other) => other.months.some(({ month }) => month === summary.month));
  return {
    layout: "month",
    address,
    frame: createFrame(context, address, { title, description: words.aboutMonth(title), languages }),
    shows: {
      title,
      editionCount: summary.editions.length,
      storyCount: summary.storyCount,
      calendar: buildCalendar(context, summary, undefined),
      neighbours: {
        earlier: adjacent.previous && createMonthLink(context, adjacent.previous.month),
        later: adjacent.next && createMonthLink(context, adjacent.next.month),
      },
      year: { title: year, address: buildDateAddress(context, year) },
    },
  };
}

function createMonthLink(context: PlanContext, month: Month): Link {
  return { title: formatMonth(month, context.language), address: buildDateAddress(context, month) };
}

import type { Edition } from "../../model/model.ts";
import { type Address, toNumberedAddress } from "../../values/address.ts";
import type { Day } from "../../values/day.ts";
import { buildDateAddress } from "../parts/addresses.ts";
import type { PlanContext } from "../parts/context.ts";
import { createFrame, type PageMeta } from "../parts/frame.ts";
import { createHeadline, createShortHeadline } from "../parts/headlines.ts";
import type { EditionView, Link, Page, SectionView } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";

type Sections = Edition["sections"];

// A hundred titles keep a page within its size budget. An edition of a day with more goes on on further pages.
const maxStories = 100;

/** Splits the stories of an edition, without its lead, into the sections of each of its pages. */
export function splitSections({ sections }: Edition): readonly Sections[] {
  const inOrder = sections.flatMap(({ tag, articles }) => articles.map((article) => ({ tag, article })));
  const pageCount = Math.max(1, Math.ceil(inOrder.length / maxStories));
  return Array.from({ length: pageCount }, (_, i) => {
    const onPage = new Set(inOrder.slice(i * maxStories, (i + 1) * maxStories).map(({ article }) => article));
    return sections.flatMap(({ tag, articles }) => {
      const articlesOnPage = articles.filter((article) => onPage.has(article));
      return articlesOnPage.length > 0 ? [{ tag, articles: articlesOnPage }] : [];
    });
  });
}

// Up to thirty stories appear with their summaries; an edition with more shows titles only, to stay within its page
// budget.
const maxSummaries = 30;

/** Creates the views of the sections on one page of an edition. */
export function createSectionViews(
  context: PlanContext,
  { articles: allArticles }: Edition,
  sections: Sections,
): readonly SectionView[] {
  const toHeadline = allArticles.length > maxSummaries ? createShortHeadline : createHeadline;
  return sections.map(({ tag, articles }) => ({
    tag: tag && context.tagLinks.get(tag.slug),
    headlines: articles.map((article) => toHeadline(context, article)),
  }));
}

/** Creates the link to a page of an edition, which are numbered from 1. */
export function createPartLink(context: PlanContext, day: Day, number: number): Link {
  return { title: context.words.pageNumber(number), address: getPartAddress(context, day, number) };
}

function getPartAddress(context: PlanContext, day: Day, number: number): Address {
  const folder = buildDateAddress(context, day);
  return number === 1 ? folder : toNumberedAddress(folder, number);
}

/** Plans the pages of an edition after the first one; most editions have none. */
export function planEditionParts(
  { context }: MonthPlan,
  edition: Edition,
  view: EditionView,
  meta: Omit<PageMeta, "languages">,
): readonly Page[] {
  const { day, address: editionAddress, newsletters, neighbours, isLatest, publicationTime } = view;
  const parts = splitSections(edition);
  return parts.slice(1).map((sections, i) => {
    const number = i + 2;
    const { title, address } = createPartLink(context, edition.day, number);
    return {
      layout: "edition-part",
      address,
      frame: createFrame(context, address, {
        ...meta,
        title: `${meta.title}, ${title}`,
        languages: [context.language],
      }),
      shows: {
        title,
        edition: { day, address: editionAddress, newsletters, neighbours, isLatest, publicationTime },
        sections: createSectionViews(context, edition, sections),
        parts: {
          earlier: createPartLink(context, edition.day, number - 1),
          later: number < parts.length ? createPartLink(context, edition.day, number + 1) : undefined,
        },
      },
    };
  });
}

import type { Edition } from "../../model/model.ts";
import { type Day, formatDay, formatDayWithYear, formatWeekday } from "../../values/day.ts";
import { formatTimeWithZone, toInstant } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import { capitalize } from "../../values/text/capitalize.ts";
import { buildDateAddress, getNewsletterAddresses } from "../parts/addresses.ts";
import { buildCalendar } from "../parts/calendar.ts";
import type { PlanContext } from "../parts/context.ts";
import { createFrame, type PageMeta } from "../parts/frame.ts";
import { createHeadline, estimateReadingMinutes, findSectionLink } from "../parts/headlines.ts";
import { createOpenGraphImage, createPictureView } from "../parts/pictures.ts";
import type { Link, Page } from "../views/page.ts";
import type { DayView, EditionView } from "../views/views.ts";
import type { MonthPlan } from "./context.ts";
import { createPartLink, createSectionViews, planEditionParts, splitSections } from "./edition-parts.ts";
import { createStorylineStrip } from "./storyline-strip.ts";

/** Plans a page for each edition of a month, and more than one for a very long edition. */
export function planEditionPages(plan: MonthPlan): readonly Page[] {
  return plan.content.editions.flatMap((edition) => {
    const shows = createEditionView(plan, edition);
    const { address } = shows;
    const meta = createPageMeta(plan, edition);
    const frame = createFrame(plan.context, address, { ...meta, languages: listLanguagesOn(plan, edition.day) });
    return [{ layout: "edition", address, frame, shows }, ...planEditionParts(plan, edition, shows, meta)];
  });
}

/** Plans the home page: the newest edition once more, with the title of the site. */
export function planHomePage(plan: MonthPlan, edition: Edition, languages: readonly Language[]): Page {
  const { context } = plan;
  const { site, language } = context;
  const address = context.siteFrame.home;
  const title = site.title[language];
  const frame = createFrame(context, address, {
    ...createPageMeta(plan, edition),
    title,
    description: site.description[language],
    languages,
  });
  return { layout: "home", address, frame, shows: createEditionView(plan, edition) };
}

/** Formats a day in the parts that the masthead shows. */
export function createDayView({ language }: PlanContext, day: Day): DayView {
  return {
    iso: day,
    // The weekday begins a line here; Russian and Ukrainian write it in lower case inside a line.
    weekday: capitalize(formatWeekday(day, language), language),
    numeral: String(Number(day.slice(8))),
    // From the long date, because after the numeral Russian and Ukrainian need the genitive of the month.
    month: formatDayWithYear(day, language).replace(/^\d+ /, ""),
    long: formatDayWithYear(day, language),
  };
}

function listLanguagesOn({ allLanguages }: MonthPlan, day: Day): readonly Language[] {
  return allLanguages.languages
    .filter(({ editions }) => editions.some((edition) => edition.day === day))
    .map(({ language }) => language);
}

function createPageMeta({ context }: MonthPlan, { day, lead }: Edition): Omit<PageMeta, "languages"> {
  return {
    title: context.words.editionTitle(formatDayWithYear(day, context.language)),
    description: `${lead.title}. ${lead.summary}`,
    image: lead.image && createOpenGraphImage(context, lead.image),
  };
}

function createEditionView(plan: MonthPlan, edition: Edition): EditionView {
  const { context, summary } = plan;
  const { lead, note, articles } = edition;
  const { previous, next } = findAdjacentDays(plan, edition);
  const parts = splitSections(edition);
  const [firstPart] = parts;
  return {
    day: createDayView(context, edition.day),
    address: buildDateAddress(context, edition.day),
    newsletters: getNewsletterAddresses(context, edition.day),
    storyCount: articles.length,
    minutes: articles.reduce((total, article) => total + estimateReadingMinutes(article), 0),
    neighbours: { earlier: previous && createDayLink(context, previous), later: next && createDayLink(context, next) },
    calendar: buildCalendar(context, summary, edition.day),
    note: note && { title: note.title, body: note.body },
    lead: createHeadline(context, lead),
    leadSection: findSectionLink(context, lead),
    leadImage: lead.image && createPictureView(lead.image),
    leadStoryline: createStorylineStrip(plan, lead),
    sections: createSectionViews(context, edition, firstPart ?? []),
    nextPart: parts.length > 1 ? createPartLink(context, edition.day, 2) : undefined,
    isLatest: next === undefined,
    publicationTime: formatPublicationTime(context, edition.day),
  };
}

/** Finds the days of the previous and next edition, which may be in another month. */
function findAdjacentDays(
  { content, adjacent }: MonthPlan,
  edition: Edition,
): { previous: Day | undefined; next: Day | undefined } {
  const index = content.editions.indexOf(edition);
  return {
    previous: index > 0 ? content.editions[index - 1]?.day : adjacent.previous?.day,
    next: index + 1 < content.editions.length ? content.editions[index + 1]?.day : adjacent.next?.day,
  };
}

function createDayLink(context: PlanContext, day: Day): Link {
  return { title: formatDay(day, context.language), address: buildDateAddress(context, day) };
}

function formatPublicationTime({ site, language }: PlanContext, day: Day): string {
  return formatTimeWithZone(toInstant(day, site.hour, site.timezone), site.timezone, language);
}

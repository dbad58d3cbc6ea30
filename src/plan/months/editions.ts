import type { Edition } from "../../model/model.ts";
import { type Day, dayText, longDayText, weekdayText } from "../../values/day.ts";
import { clockWithZoneText, instantAt } from "../../values/instant.ts";
import { type Language, localeOf } from "../../values/language.ts";
import { calendarOf } from "../parts/calendar.ts";
import type { Setting } from "../parts/context.ts";
import { editionAddress, newslettersOf } from "../parts/edition-addresses.ts";
import { framed, type Told } from "../parts/frame.ts";
import { headlineOf, minutesOf, sectionLink, titleOf } from "../parts/headlines.ts";
import { linkPicture, pictureOf } from "../parts/pictures.ts";
import type { Link, Page } from "../views/page.ts";
import type { DayView, EditionView, Headline } from "../views/views.ts";
import type { MonthPlan } from "./context.ts";
import { stripFor } from "./storyline-strip.ts";

/** A page for each day of a month on which something came out. */
export function editionPages(plan: MonthPlan): readonly Page[] {
  return plan.own.editions.map((edition) => {
    const shows = editionView(plan, edition);
    const { address } = shows;
    const frame = framed(plan.setting, address, { ...told(plan, edition), languages: languagesOn(plan, edition.day) });
    return { layout: "edition", address, frame, shows };
  });
}

/** The newest edition once more, as the home page. */
export function homePage(plan: MonthPlan, edition: Edition, languages: readonly Language[]): Page {
  const { setting } = plan;
  const { site, language } = setting;
  const address = setting.frame.home;
  const title = site.title[language];
  const frame = framed(setting, address, {
    ...told(plan, edition),
    title,
    description: site.description[language],
    languages,
  });
  return { layout: "home", address, frame, shows: editionView(plan, edition) };
}

/** A day as the masthead shows it. */
export function dayView({ language }: Setting, day: Day): DayView {
  return {
    iso: day,
    // At the head of a page it begins a line; in Russian and Ukrainian a day of the week is written small within one.
    weekday: capitalised(weekdayText(day, language), language),
    numeral: String(Number(day.slice(8))),
    // As it follows the numeral: in Russian and Ukrainian the month then stands in the genitive.
    month: longDayText(day, language).replace(/^\d+ /, ""),
    long: longDayText(day, language),
  };
}

function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(localeOf(language)) + text.slice(1);
}

function languagesOn({ whole }: MonthPlan, day: Day): readonly Language[] {
  return whole.languages
    .filter(({ editions }) => editions.some((edition) => edition.day === day))
    .map(({ language }) => language);
}

function told({ setting }: MonthPlan, { day, lead }: Edition): Omit<Told, "languages"> {
  return {
    title: setting.words.editionOf(longDayText(day, setting.language)),
    description: `${lead.title}. ${lead.summary}`,
    image: lead.image && linkPicture(setting, lead.image),
  };
}

function editionView(plan: MonthPlan, edition: Edition): EditionView {
  const { setting, summary } = plan;
  const { lead, note, articles } = edition;
  const { before, after } = beside(plan, edition);
  return {
    day: dayView(setting, edition.day),
    address: editionAddress(setting, edition.day),
    newsletters: newslettersOf(setting, edition.day),
    stories: articles.length,
    minutes: articles.reduce((total, article) => total + minutesOf(article), 0),
    neighbours: { earlier: before && dayLink(setting, before), later: after && dayLink(setting, after) },
    calendar: calendarOf(setting, summary, edition.day),
    note: note && { title: note.title, body: note.body },
    lead: headlineOf(setting, lead),
    leadSection: sectionLink(setting, lead),
    leadImage: lead.image && pictureOf(lead.image),
    leadStoryline: stripFor(plan, lead),
    sections: sectionsOf(setting, edition),
    latest: after === undefined,
    comesOut: comesOut(setting, edition.day),
  };
}

/** The days of the editions before and after one, beyond the month too. */
function beside({ own, around }: MonthPlan, edition: Edition): { before: Day | undefined; after: Day | undefined } {
  const at = own.editions.indexOf(edition);
  return {
    before: at > 0 ? own.editions[at - 1]?.day : around.before?.day,
    after: at + 1 < own.editions.length ? own.editions[at + 1]?.day : around.after?.day,
  };
}

// A day of thirty stories is shown with a sentence on each; on a fuller one the page keeps to its budget by titles alone.
const mostSummaries = 30;

function sectionsOf(setting: Setting, { articles: all, sections }: Edition): EditionView["sections"] {
  const listed: (article: Edition["lead"]) => Headline =
    all.length > mostSummaries ? (article) => titleOf(setting, article) : (article) => headlineOf(setting, article);
  return sections.map(({ tag, articles }) => ({
    tag: tag && setting.tagLinks.get(tag.slug),
    headlines: articles.map(listed),
  }));
}

function dayLink(setting: Setting, day: Day): Link {
  return { title: dayText(day, setting.language), address: editionAddress(setting, day) };
}

function comesOut({ site, language }: Setting, day: Day): string {
  return clockWithZoneText(instantAt(day, site.hour, site.timezone), site.timezone, language);
}

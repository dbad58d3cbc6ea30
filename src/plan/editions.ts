import type { Edition } from "../model/model.ts";
import { type Day, dayText, foldersOf, longDayText, monthOf, monthText, weekdayText } from "../values/day.ts";
import { clockWithZoneText, instantAt } from "../values/instant.ts";
import { calendarOf } from "./calendar.ts";
import { framed, type Told } from "./frame.ts";
import { headlineOf, minutesOf, sectionLink, titleOf } from "./headlines.ts";
import type { DayView, EditionView, Headline, Link, Page } from "./page.ts";
import { linkPicture, pictureOf } from "./pictures.ts";
import { placeIn, type Setting } from "./setting.ts";
import { stripFor } from "./storylines.ts";

/** A page for each day with an article, and the newest of them once more as the home page. */
export function editions(setting: Setting): readonly Page[] {
  const all = setting.digest.editions;
  const ofDays = all.map((edition, i) => {
    const shows = editionView(setting, edition, all[i - 1], all[i + 1]);
    const address = shows.address;
    return {
      layout: "edition",
      address,
      frame: framed(setting, address, told(setting, edition, shows)),
      shows,
    } as const;
  });
  const newest = ofDays.at(-1);
  const edition = all.at(-1);
  return newest && edition ? [homePage(setting, edition, newest.shows), ...ofDays] : [];
}

/** A day as the masthead shows it. */
export function dayView({ language }: Setting, day: Day): DayView {
  return {
    iso: day,
    weekday: weekdayText(day, language),
    numeral: String(Number(day.slice(8))),
    month: monthText(monthOf(day), language),
    long: longDayText(day, language),
  };
}

function homePage(setting: Setting, edition: Edition, shows: EditionView): Page {
  const { site, language } = setting;
  const address = setting.frame.home;
  const frame = framed(setting, address, {
    ...told(setting, edition, shows),
    title: site.title[language],
    description: site.description[language],
  });
  return { layout: "home", address, frame, shows };
}

function told(setting: Setting, { lead }: Edition, { day }: EditionView): Told {
  return {
    title: setting.words.editionOf(day.long),
    description: `${lead.title}. ${lead.summary}`,
    image: lead.image && linkPicture(setting, lead.image),
  };
}

function editionView(
  setting: Setting,
  edition: Edition,
  before: Edition | undefined,
  after: Edition | undefined,
): EditionView {
  const { lead, note, articles } = edition;
  return {
    day: dayView(setting, edition.day),
    address: placeIn(setting, ...foldersOf(edition.day)),
    stories: articles.length,
    minutes: articles.reduce((total, article) => total + minutesOf(article), 0),
    neighbours: { earlier: before && editionLink(setting, before), later: after && editionLink(setting, after) },
    calendar: calendarOf(setting, monthOf(edition.day), edition.day),
    note: note && { title: note.title, body: note.body },
    lead: headlineOf(setting, lead),
    leadSection: sectionLink(setting, lead),
    leadImage: lead.image && pictureOf(lead.image),
    leadStoryline: stripFor(setting, lead),
    sections: sectionsOf(setting, edition),
    latest: after === undefined,
    comesOut: comesOut(setting, edition.day),
  };
}

// A day of thirty stories is shown with a sentence on each; on a fuller one the page keeps to its budget by titles alone.
const mostSummaries = 30;

function sectionsOf(setting: Setting, edition: Edition): EditionView["sections"] {
  const listed: (article: Edition["lead"]) => Headline =
    edition.articles.length > mostSummaries
      ? (article) => titleOf(setting, article)
      : (article) => headlineOf(setting, article);
  return edition.sections.map(({ tag, articles }) => ({
    tag: tag && setting.tagLinks.get(tag.slug),
    headlines: articles.map(listed),
  }));
}

function editionLink(setting: Setting, { day }: Edition): Link {
  return { title: dayText(day, setting.language), address: placeIn(setting, ...foldersOf(day)) };
}

function comesOut({ site, language }: Setting, day: Day): string {
  return clockWithZoneText(instantAt(day, site.hour, site.timezone), site.timezone, language);
}

import { fileIn, pageAddress } from "../../values/address.ts";
import { foldersOf, type Month, monthText, yearOf } from "../../values/day.ts";
import { startOf } from "../../values/problem.ts";
import { calendarOf } from "../parts/calendar.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { framed } from "../parts/frame.ts";
import { picturesIn } from "../parts/pictures.ts";
import type { PlannedUnit, Unit } from "../parts/unit.ts";
import { monthSitemap } from "../sitemaps.ts";
import type { Link, Page } from "../views/page.ts";
import { aliasPages } from "./aliases.ts";
import { articlePages } from "./articles.ts";
import { monthPlan, type PlacedMonth, placedMonths } from "./context.ts";
import { editionPages } from "./editions.ts";
import { newsletterPages } from "./newsletters.ts";

/** A unit for each month: its editions, its articles, its calendar and its sitemap, in all languages. */
export function months(settings: readonly Setting[]): readonly Unit[] {
  const byMonth = new Map<Month, PlacedMonth[]>();
  for (const placed of settings.flatMap(placedMonths)) {
    byMonth.set(placed.summary.month, [...(byMonth.get(placed.summary.month) ?? []), placed]);
  }
  return [...byMonth].map(([month, inLanguages]) => ({
    name: month,
    follows: inLanguages.map(({ setting, summary, around }) => [setting.language, summary.fingerprint, around]),
    listed: [],
    about: inLanguages.reduce((total, { summary }) => total + summary.stories, 0),
    planned: () => monthUnit(month, inLanguages),
  }));
}

function monthUnit(month: Month, inLanguages: readonly PlacedMonth[]): PlannedUnit {
  const plans = inLanguages.map(monthPlan);
  const pages = plans.flatMap((plan) => [
    ...editionPages(plan),
    ...newsletterPages(plan),
    ...articlePages(plan),
    monthPage(plan),
  ]);
  const texts = plans.flatMap(({ own }) => [...own.articles, ...own.editions.flatMap(({ note }) => note ?? [])]);
  const sitemap = monthSitemap(fileIn(pageAddress("sitemaps"), `${month}.xml`), pages);
  return {
    pages: [...pages, ...plans.flatMap(aliasPages), sitemap],
    pictures: picturesIn(texts),
    links: texts.flatMap(({ links }) => links),
    aliases: plans.flatMap(({ own }) =>
      own.articles.flatMap(({ aliases, aliasesAt, file }) =>
        aliases.map((to, i) => ({ to, at: aliasesAt[i] ?? startOf(file) })),
      ),
    ),
  };
}

function monthPage({ setting, summary, around }: PlacedMonth): Page {
  const { language, words } = setting;
  const address = placeIn(setting, ...foldersOf(summary.month));
  const title = monthText(summary.month, language);
  const year = yearOf(summary.month);
  const languages = languagesWith(setting, (other) => other.months.some(({ month }) => month === summary.month));
  return {
    layout: "month",
    address,
    frame: framed(setting, address, { title, description: words.aboutMonth(title), languages }),
    shows: {
      title,
      editions: summary.editions.length,
      stories: summary.stories,
      calendar: calendarOf(setting, summary, undefined),
      neighbours: {
        earlier: around.before && monthLink(setting, around.before.month),
        later: around.after && monthLink(setting, around.after.month),
      },
      year: { title: year, address: placeIn(setting, year) },
    },
  };
}

function monthLink(setting: Setting, month: Month): Link {
  return { title: monthText(month, setting.language), address: placeIn(setting, ...foldersOf(month)) };
}

import type { MonthSummary } from "../../model/model.ts";
import { longDayText } from "../../values/day.ts";
import { dayIn } from "../../values/instant.ts";
import { compare } from "../../values/memory/compare.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { framed, listedAt } from "../parts/frame.ts";
import { linkTo } from "../parts/headlines.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { CorrectionsView } from "../views/list-views.ts";
import { pagesFromOldest } from "./paging.ts";

/** All corrections, newest first. The page is there before the first one: readers look for it. */
export function corrections(setting: Setting): readonly Unit[] {
  const { words } = setting;
  const oldestFirst = correctionsOf(setting);
  const all = languagesWith(setting, () => true);
  const folder = placeIn(setting, "corrections");
  return pagesFromOldest(folder, oldestFirst.length, correctionsOnAPage).map(({ address, pager, first, end }) => {
    const languages = pager.number === undefined ? all : [setting.language];
    const own = oldestFirst.slice(first, end).reverse();
    const told = { title: words.corrections, description: words.correctionsPromise, languages };
    return unitOf(
      `${folder} ${address}`,
      [own, pager, languages],
      () => {
        const shows: CorrectionsView = { pager, corrections: own.map((each) => correctionView(setting, each)) };
        return [{ layout: "corrections", address, frame: framed(setting, address, told), shows }];
      },
      [listedAt(setting, address, languages)],
    );
  });
}

const correctionsOnAPage = 30;

type Corrected = MonthSummary["corrections"][number];

function correctionsOf({ digest }: Setting): readonly Corrected[] {
  return digest.months
    .flatMap((month) => month.corrections)
    .sort((a, b) => compare(a.correction.date, b.correction.date) || compare(b.article.address, a.article.address));
}

function correctionView(
  { site, language }: Setting,
  { article, correction: { date, text } }: Corrected,
): CorrectionsView["corrections"][number] {
  return { iso: date, date: longDayText(dayIn(date, site.timezone), language), text, article: linkTo(article) };
}

import { longDayText } from "../values/day.ts";
import { dayIn } from "../values/instant.ts";
import { framed } from "./frame.ts";
import { linkTo } from "./headlines.ts";
import { pagedFromOldest } from "./listings.ts";
import type { Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** All corrections, newest first. The page is there before the first one: readers look for it. */
export function corrections(setting: Setting): readonly Page[] {
  const { site, language, words, digest } = setting;
  const newestFirst = digest.articles
    .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort((a, b) => compare(b.correction.date, a.correction.date) || compare(a.article.address, b.article.address));
  return pagedFromOldest(placeIn(setting, "corrections"), newestFirst, correctionsOnAPage).map(
    ({ address, items, pager }) => ({
      layout: "corrections",
      address,
      frame: framed(setting, address, { title: words.corrections, description: words.correctionsPromise }),
      shows: {
        pager,
        corrections: items.map(({ article, correction }) => ({
          iso: correction.date,
          date: longDayText(dayIn(correction.date, site.timezone), language),
          text: correction.text,
          article: linkTo(article),
        })),
      },
    }),
  );
}

const correctionsOnAPage = 30;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { MonthSummary } from "../../model/model.ts";
import { compareText } from "../../values/memory/compare.ts";
import { buildAddress } from "../parts/addresses.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame, createSitemapEntry } from "../parts/frame.ts";
import { formatLocalDay, toLink } from "../parts/headlines.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { CorrectionsView } from "../views/list-views.ts";
import { paginateFromOldest } from "./paging.ts";

/** Plans the pages of all corrections, newest first. An empty page exists before the first one: readers look for it. */
export function planCorrections(context: PlanContext): readonly PlanUnit[] {
  const { words } = context;
  const oldestFirst = sortCorrections(context);
  const allLanguages = findLanguages(context, () => true);
  const folder = buildAddress(context, "corrections");
  return paginateFromOldest(folder, oldestFirst.length, correctionsPerPage).map(({ address, pager, start, end }) => {
    const languages = pager.number === undefined ? allLanguages : [context.language];
    const pageCorrections = oldestFirst.slice(start, end).reverse();
    const meta = { title: words.corrections, description: words.correctionsPromise, languages };
    return createUnit(
      folder,
      address,
      [pageCorrections, pager, languages],
      () => {
        const shows: CorrectionsView = {
          pager,
          corrections: pageCorrections.map((correction) => createCorrectionView(context, correction)),
        };
        return [{ layout: "corrections", address, frame: createFrame(context, address, meta), shows }];
      },
      [createSitemapEntry(context, address, languages)],
    );
  });
}

const correctionsPerPage = 30;

type ArticleCorrection = MonthSummary["corrections"][number];

function sortCorrections({ digest }: PlanContext): readonly ArticleCorrection[] {
  // The sort is stable, and the page reverses the list: corrections of the same moment are in the order of their
  // editions.
  return digest.months
    .flatMap((month) => [...month.corrections].reverse())
    .sort((a, b) => compareText(a.correction.date, b.correction.date));
}

function createCorrectionView(
  context: PlanContext,
  { article, correction: { date, text } }: ArticleCorrection,
): CorrectionsView["corrections"][number] {
  return { iso: date, date: formatLocalDay(context, date), text, article: toLink(article) };
}

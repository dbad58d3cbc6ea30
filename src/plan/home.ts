import { createEmptyHomePage } from "./lists/archive.ts";
import { listMonthContexts, readMonthPlan } from "./months/context.ts";
import { planHomePage } from "./months/editions.ts";
import { findLanguages, type PlanContext } from "./parts/context.ts";
import { createSitemapEntry } from "./parts/frame.ts";
import { createPlannedUnit, type PlannedUnit, type PlanUnit } from "./parts/unit.ts";

/** Plans the home page: the newest edition, or an empty archive before the first one. The month plans its picture. */
export function planHome(context: PlanContext): readonly PlanUnit[] {
  const address = context.siteFrame.home;
  const languages = findLanguages(context, () => true);
  const newestMonth = listMonthContexts(context).at(-1);
  const plan = (): PlannedUnit => {
    const newestPlan = newestMonth && readMonthPlan(newestMonth);
    const edition = newestPlan?.content.editions.at(-1);
    if (!newestPlan || !edition) return createPlannedUnit([createEmptyHomePage(context)]);
    return createPlannedUnit([planHomePage(newestPlan, edition, languages)]);
  };
  const inputs = newestMonth && [newestMonth.summary.hash, newestMonth.adjacent, languages];
  return [
    {
      group: address,
      name: address,
      inputs,
      sitemapPages: [createSitemapEntry(context, address, languages)],
      estimatedPages: 1,
      plan,
    },
  ];
}

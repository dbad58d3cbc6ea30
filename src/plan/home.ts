import { emptyHomePage } from "./lists/archive.ts";
import { monthPlan, placedMonths } from "./months/context.ts";
import { homePage } from "./months/editions.ts";
import { languagesWith, type Setting } from "./parts/context.ts";
import { listedAt } from "./parts/frame.ts";
import type { PlannedUnit, Unit } from "./parts/unit.ts";

/** The home page: the newest edition, or the empty archive before the first one. Its picture belongs to the edition's month. */
export function home(setting: Setting): readonly Unit[] {
  const address = setting.frame.home;
  const all = languagesWith(setting, () => true);
  const newest = placedMonths(setting).at(-1);
  const planned = (): PlannedUnit => {
    const plan = newest && monthPlan(newest);
    const edition = plan?.own.editions.at(-1);
    if (!plan || !edition) return { pages: [emptyHomePage(setting)], pictures: [], links: [], aliases: [] };
    return { pages: [homePage(plan, edition, all)], pictures: [], links: [], aliases: [] };
  };
  const follows = newest && [newest.summary.fingerprint, newest.around, all];
  return [{ name: address, follows, listed: [listedAt(setting, address, all)], about: 1, planned }];
}

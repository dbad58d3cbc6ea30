import type { PublishedImage } from "../parse/parse.ts";
import { groupBy } from "../values/memory/group-by.ts";
import { createPlannedUnit, type PlanUnit } from "./parts/unit.ts";

/**
 * Plans the pictures that no page shows any more, and that authors keep because feeds, mails and link previews name
 * their files: a unit for each folder.
 */
export function planKeptPictures(pictures: readonly PublishedImage[]): readonly PlanUnit[] {
  const byFolder = groupBy(pictures, ({ stem }) => stem.slice(0, stem.lastIndexOf("/") + 1));
  return [...byFolder].map(([folder, kept]) => ({
    group: `kept pictures ${folder}`,
    name: `kept pictures ${folder}`,
    inputs: kept,
    sitemapPages: [],
    estimatedPages: 0,
    plan: () => ({ ...createPlannedUnit([]), pictures: kept }),
  }));
}

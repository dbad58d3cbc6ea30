import type { Digest } from "../model/model.ts";
import type { PublishedFile, PublishedImage } from "../parse/parse.ts";
import { groupBy } from "../values/memory/group-by.ts";
import { createPlannedUnit, type PlanUnit } from "./parts/unit.ts";

/**
 * Plans the pictures that no page shows any more and the documents to which none links, and that authors keep because
 * feeds, mails and link previews name their files: a unit for each folder.
 */
export function planKeptMedia({ keptPictures, keptDocuments }: Digest): readonly PlanUnit[] {
  const byFolder = groupBy([...keptPictures, ...keptDocuments], getFolder);
  return [...byFolder].map(([folder, kept]) => ({
    group: `kept ${folder}`,
    name: `kept ${folder}`,
    inputs: kept,
    sitemapPages: [],
    estimatedPages: 0,
    plan: () => ({
      ...createPlannedUnit([]),
      pictures: kept.flatMap((medium) => ("stem" in medium ? [medium] : [])),
      files: kept.flatMap((medium) => ("stem" in medium ? [] : [medium])),
    }),
  }));
}

function getFolder(medium: PublishedImage | PublishedFile): string {
  const address = "stem" in medium ? medium.stem : medium.address;
  return address.slice(0, address.lastIndexOf("/") + 1);
}

import type { Digest } from "../model/model.ts";
import type { PublishedFile } from "../parse/parse.ts";
import { toOutputPath } from "../values/address.ts";
import type { Collision } from "../values/claims.ts";
import { type Problem, toFileStart } from "../values/problem.ts";
import { createPlannedUnit, type PlanUnit } from "./parts/unit.ts";

/** The page group of the static files. */
export const staticGroup = "static";

/** Plans the files of the folder `static`: one unit, if there are any. */
export function planStaticFiles({ staticFiles }: Digest): readonly PlanUnit[] {
  if (staticFiles.length === 0) return [];
  return [
    {
      group: staticGroup,
      name: staticGroup,
      inputs: staticFiles,
      sitemapPages: [],
      estimatedPages: 1,
      plan: () => ({ ...createPlannedUnit([]), files: staticFiles }),
    },
  ];
}

/**
 * Describes a static file whose place is taken.
 *
 * @param collision with a page, feed or picture of the site (owner undefined), or with another static file
 */
export function describeTakenPlace(
  { file, address }: PublishedFile,
  { owner, kind, name }: Collision<PublishedFile | undefined>,
): Problem {
  const path = toOutputPath(address);
  if (owner)
    return {
      at: toFileStart(file),
      what: `${kind === "folder" ? "spells" : "has"} ${describeShared(kind, name, path)} ${kind === "folder" ? "in another way than" : "like"} ${owner.file}, and some disks hold only one of the two.`,
      advice: "Rename one of the two.",
    };
  const what =
    kind === "file"
      ? `is published at /${path}, where the site has a file of its own.`
      : kind === "folder"
        ? `spells the folder /${name} of the site in another way, and disks that ignore capitals have one of them.`
        : `has the name of a file or folder of the site: /${name}.`;
  return { at: toFileStart(file), what, advice: "Rename it, or delete it." };
}

function describeShared(kind: Collision<unknown>["kind"], name: string, path: string): string {
  return kind === "file" ? `the name /${path}` : `the ${kind === "folder" ? "folder" : "name"} /${name}`;
}

import type { AnchorLink } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import { isFrameId } from "../values/frame-ids.ts";
import { findNearest } from "../values/nearest.ts";
import { inQuotes, type Problem } from "../values/problem.ts";
import { toSlug } from "../values/slug.ts";

/** Looks up the ids in the pages of the whole plan. */
export interface PlannedAnchors {
  readonly has: (address: Address) => boolean;
  /**
   * Lists the ids in the page at an address: none for a redirect; undefined for a file that is not a page of the site,
   * such as a feed.
   */
  readonly listIds: (address: Address) => readonly string[] | undefined;
  /** False if the text at the address has a problem, and may have further ids without it. */
  readonly isComplete: (address: Address) => boolean;
}

/** Finds links to a place that is not in their page. Links to no page at all are left out. */
export function findAnchorProblems(
  links: readonly AnchorLink[],
  { has, listIds, isComplete }: PlannedAnchors,
): readonly Problem[] {
  const idsByAddress = new Map<Address, PageIds | undefined>();
  const getIds = (address: Address): PageIds | undefined => {
    if (!idsByAddress.has(address)) idsByAddress.set(address, createPageIds(listIds(address)));
    return idsByAddress.get(address);
  };
  return links.flatMap((link) => {
    const pageIds = has(link.to) && isComplete(link.to) ? getIds(link.to) : undefined;
    return pageIds === undefined || pageIds.set.has(link.id) ? [] : [describeDeadAnchor(link, pageIds)];
  });
}

/** The ids in a page, and those among them that a message can name. */
interface PageIds {
  readonly set: ReadonlySet<string>;
  readonly candidates: readonly string[];
}

// A text can have tens of thousands of headings, and as many dead links to them.
const maxCandidates = 1000;

function createPageIds(ids: readonly string[] | undefined): PageIds | undefined {
  if (ids === undefined) return undefined;
  // Those of footnotes, which few link to, come last.
  const ordered = [...ids.filter((id) => !id.includes(":")), ...ids.filter((id) => id.includes(":"))];
  return { set: new Set(ids), candidates: ordered.slice(0, maxCandidates) };
}

function describeDeadAnchor({ to, id, at }: AnchorLink, { set, candidates }: PageIds): Problem {
  const what = `text: the page ${to} does not have the id ${inQuotes(`#${id}`)}.`;
  if (set.size === 0) return { at, what, advice: "Link to the page that this old address leads to." };
  if (isHome(to) && !isFrameId(id))
    return { at, what, advice: "Link to the page of the edition: the home page shows another edition every day." };
  const slug = toSlug(id);
  const nearest = slug !== undefined && set.has(slug) ? slug : findNearest(id, candidates);
  const others = formatIds(candidates.filter((other) => other !== nearest));
  if (nearest === undefined) return { at, what, advice: `Write one of its ids: ${others}` };
  return { at, what, advice: `Did you mean "#${nearest}"?${others && ` Its other ids: ${others}`}` };
}

function isHome(address: Address): boolean {
  return /^\/(?:[a-z]{2}\/)?$/.test(address);
}

const maxListed = 20;

function formatIds(ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const list = ids.slice(0, maxListed).map((id) => `#${id}`);
  return `${list.join(", ")}${ids.length > maxListed ? ", …" : "."}`;
}

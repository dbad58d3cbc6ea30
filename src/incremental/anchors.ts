import { staticGroup } from "../plan/plan.ts";
import type { Address } from "../values/address.ts";
import { listFrameIds } from "../values/frame-ids.ts";
import { memoizeByIdentity } from "../values/memory/memoize.ts";
import type { PageGroupChange, UnitRecord } from "./page-groups.ts";

/**
 * Lists the ids in the page at an address.
 *
 * @returns an empty list for a redirect; undefined for a file that is not a page of the site, and for mails, which few
 *   link to
 */
export function listPageIds(address: Address, units: readonly UnitRecord[]): readonly string[] | undefined {
  const { anchors, redirects, staticAddresses } = indexAnchors(units);
  if (redirects.has(address)) return [];
  if (staticAddresses.has(address)) return undefined;
  return address.endsWith("/") ? [...(anchors.get(address) ?? []), ...listFrameIds(address)] : undefined;
}

/** Whether a page lost an id to which the text of another page may link, or became a redirect, which loses all. */
export function hasLostAnchors(changes: readonly PageGroupChange[]): boolean {
  const previousUnits = changes.flatMap(({ previous }) => previous);
  if (previousUnits.length === 0) return false;
  const { anchors: currentAnchors, redirects } = indexAnchors(changes.flatMap(({ current }) => current));
  const ids = new Set([...currentAnchors].flatMap(([address, pageIds]) => pageIds.map((id) => `${address}#${id}`)));
  const previousRedirects = indexAnchors(previousUnits).redirects;
  return previousUnits.some(
    ({ anchors, pages }) =>
      anchors.some(([address, previousIds]) => previousIds.some((id) => !ids.has(`${address}#${id}`))) ||
      (redirects.size > 0 && pages.some(([address]) => redirects.has(address) && !previousRedirects.has(address))),
  );
}

const indexAnchors = memoizeByIdentity((units: readonly UnitRecord[]) => ({
  anchors: new Map(units.flatMap((unit) => unit.anchors)),
  redirects: new Set(units.flatMap((unit) => unit.redirects)),
  staticAddresses: new Set(listStaticAddresses(units)),
}));

/** The addresses of the static files of units, to which texts can link. That of a document changes with its bytes. */
export function listStaticAddresses(units: readonly UnitRecord[]): readonly Address[] {
  return units.flatMap(({ name, files }) => (name === staticGroup ? files.map(({ address }) => address) : []));
}

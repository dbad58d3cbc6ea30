import type { FeedId } from "../parse/parse.ts";
import { replaceAuthority } from "../values/feed-id.ts";
import { type Problem, toFileStart } from "../values/problem.ts";
import type { Ledger } from "./ledger.ts";
import { createSuccessors } from "./successors.ts";

/** A ledger whose ids are as if the authority had not changed; and the line that makes them so. */
interface KeptAuthority {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/**
 * Compares the authorities of two sites. Every id that is not written out is made from the authority: where another one
 * is set, all are lost at once, and one line in site.yaml keeps all.
 */
export function restoreAuthority(previous: Ledger, current: Ledger, contentFolder: string): KeptAuthority {
  const [oldAuthority, newAuthority] = [previous.site.authority, current.site.authority];
  const restoreId = (id: FeedId): FeedId =>
    previous.ids.has(id) ? id : replaceAuthority(id, newAuthority, oldAuthority);
  const lost = [...current.ids.keys()].filter((id) => restoreId(id) !== id && previous.ids.has(restoreId(id)));
  if (oldAuthority === newAuthority || lost.length === 0) return { ledger: current, problems: [] };
  const ids = [...current.ids].map(([id, article]) => [restoreId(id), { ...article, id: restoreId(id) }] as const);
  const topics = [...current.topics].map(
    ([address, topic]) => [address, { ...topic, articles: topic.articles.map(restoreId) }] as const,
  );
  const count = lost.length === 1 ? "one article" : `${lost.length} articles`;
  return {
    ledger: { ...current, ids: new Map(ids), topics: new Map(topics) },
    problems: [
      {
        at: toFileStart(`${contentFolder}/site.yaml`),
        what: `authority: subscribers know ${count} by ids that are made from "${oldAuthority}", and would get each again.`,
        advice: `It stays when the url changes. Replace it by this line: authority: "${oldAuthority}"`,
      },
    ],
  };
}

/**
 * Whether two ledgers are of different sites, as after the demonstration of a fork was deleted: nothing that the earlier
 * one published is there any more, under its id or its title, and its authority and its host are others. The other site
 * promised its addresses on a host that is not that of the current one.
 */
export function isOtherSite(previous: Ledger, current: Ledger): boolean {
  const getHost = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
  if (previous.site.authority === current.site.authority) return false;
  if (getHost(previous.site.url) === getHost(current.site.url)) return false;
  const { findArticle } = createSuccessors(previous, current);
  return ![...previous.ids].some(
    ([id, { title, address }]) => findArticle(id, title) || current.addresses.has(address),
  );
}

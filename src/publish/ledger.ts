import type { Article, FeedId } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import type { Address } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";

/** What must not change once a site is published: addresses that are linked to, and ids that feed readers remember. */
export interface Ledger {
  readonly addresses: ReadonlySet<Address>;
  /** The id of each article in the feeds, with the data that identifies the article for an author. */
  readonly ids: ReadonlyMap<FeedId, { readonly address: Address; readonly title: string; readonly file: string }>;
}

/** Creates the ledger of a plan from its pages and its articles. */
export function createLedger(pages: readonly Page[], articles: readonly Article[]): Ledger {
  return {
    addresses: new Set(pages.map((page) => page.address)),
    ids: new Map(articles.map(({ id, address, title, file }) => [id, { address, title, file }])),
  };
}

/** Finds the addresses and ids of an earlier site that the current one lacks, with the line that restores each. */
export function findBrokenPromises(previousLedger: Ledger, currentLedger: Ledger): readonly Problem[] {
  const lostIds = [...previousLedger.ids].filter(([id]) => !currentLedger.ids.has(id));
  const lostArticles = indexIds(previousLedger, ({ address }) => address);
  const currentByTitle = indexIds(currentLedger, ({ title }) => title);
  const findByTitle = ({ title }: LedgerArticle) => currentByTitle.get(title)?.[1];
  const lostAddresses = [...previousLedger.addresses].filter((address) => !currentLedger.addresses.has(address));
  return [
    ...lostIds.map(([id, article]) => describeLostId(id, article, findByTitle(article))),
    ...lostAddresses.map((address) => {
      const [id, article] = lostArticles.get(address) ?? [];
      if (id === undefined || article === undefined) return describeLostPage(address);
      return describeLostArticle(address, article, currentLedger.ids.get(id) ?? findByTitle(article));
    }),
  ];
}

type LedgerArticle = Ledger["ids"] extends ReadonlyMap<FeedId, infer K> ? K : never;

/** The first article with each key. A renamed tag or another host can lose the addresses of all articles at once. */
function indexIds<K>(
  { ids }: Ledger,
  getKey: (article: LedgerArticle) => K,
): ReadonlyMap<K, readonly [FeedId, LedgerArticle]> {
  const index = new Map<K, readonly [FeedId, LedgerArticle]>();
  for (const entry of ids) if (!index.has(getKey(entry[1]))) index.set(getKey(entry[1]), entry);
  return index;
}

function describeLostId(id: FeedId, article: LedgerArticle, currentArticle: LedgerArticle | undefined): Problem {
  return {
    at: { file: currentArticle?.file ?? article.file, line: 1, column: 1 },
    what: `id: subscribers know "${article.title}" as ${id}, but no article has this id any more.`,
    advice: currentArticle
      ? `Add this line: id: "${id}"`
      : `Restore the article, or give its id to the article that replaces it: id: "${id}"`,
  };
}

function describeLostArticle(
  address: Address,
  article: LedgerArticle,
  currentArticle: LedgerArticle | undefined,
): Problem {
  return {
    at: { file: currentArticle?.file ?? article.file, line: 1, column: 1 },
    what: `aliases: ${address} was published and would be gone.`,
    advice: currentArticle
      ? `Add this line: aliases: ["${address}"]`
      : `Restore the article, or add its address to the article that replaces it: aliases: ["${address}"]`,
  };
}

function describeLostPage(address: Address): Problem {
  return {
    at: { file: "content", line: 1, column: 1 },
    what: `aliases: ${address} was published and would be gone.`,
    advice: `Restore this page, or redirect it: write aliases: ["${address}"] in the article that is most similar.`,
  };
}

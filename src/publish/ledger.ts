import type { Article, FeedId, PublishedFile } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import { type Address, toReadableAddress } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";

/** What must not change once a site is published: addresses that are linked to, and ids that feed readers remember. */
export interface Ledger {
  readonly addresses: ReadonlySet<Address>;
  /** The paths of the static files in the content folder, by their address. */
  readonly staticFiles: ReadonlyMap<Address, string>;
  /** The id of each article in the feeds, with the data that identifies the article for an author. */
  readonly ids: ReadonlyMap<FeedId, { readonly address: Address; readonly title: string; readonly file: string }>;
}

/** Creates the ledger of a plan from its pages, its articles and its static files. */
export function createLedger(
  pages: readonly Page[],
  articles: readonly Article[],
  staticFiles: readonly PublishedFile[],
): Ledger {
  return {
    addresses: new Set([...pages, ...staticFiles].map(({ address }) => address)),
    staticFiles: new Map(staticFiles.map(({ address, path }) => [address, path])),
    ids: new Map(articles.map(({ id, address, title, file }) => [id, { address, title, file }])),
  };
}

/** Finds the addresses and ids of an earlier site that the current one lacks, with the line that restores each. */
export function findBrokenPromises(previousLedger: Ledger, currentLedger: Ledger): readonly Problem[] {
  const lostIds = [...previousLedger.ids].filter(([id]) => !currentLedger.ids.has(id));
  const articleAddresses = new Set([...previousLedger.ids.values()].map(({ address }) => address));
  const lostAddresses = [...previousLedger.addresses].filter((address) => !currentLedger.addresses.has(address));
  return [
    ...lostIds.map(([id, article]) => describeLostId(id, article, currentLedger)),
    ...lostAddresses.map((address) =>
      articleAddresses.has(address)
        ? describeLostArticle(address, previousLedger, currentLedger)
        : describeLostPage(address, previousLedger.staticFiles.get(address)),
    ),
  ];
}

type LedgerArticle = Ledger["ids"] extends ReadonlyMap<FeedId, infer K> ? K : never;

/** Finds an article in the current site: by its id, otherwise by its title. */
function findCurrentArticle(
  article: LedgerArticle,
  id: FeedId | undefined,
  currentLedger: Ledger,
): LedgerArticle | undefined {
  const articleWithId = id && currentLedger.ids.get(id);
  return articleWithId ?? [...currentLedger.ids.values()].find(({ title }) => title === article.title);
}

function describeLostId(id: FeedId, article: LedgerArticle, currentLedger: Ledger): Problem {
  const currentArticle = findCurrentArticle(article, undefined, currentLedger);
  return {
    at: { file: currentArticle?.file ?? article.file, line: 1, column: 1 },
    what: `id: subscribers know "${article.title}" as ${id}, but no article has this id any more.`,
    advice: currentArticle
      ? `Add this line: id: "${id}"`
      : `Restore the article, or give its id to the article that replaces it: id: "${id}"`,
  };
}

function describeLostArticle(address: Address, previousLedger: Ledger, currentLedger: Ledger): Problem {
  const [id, article] = [...previousLedger.ids].find(([, candidate]) => candidate.address === address) ?? [];
  const currentArticle = article && findCurrentArticle(article, id, currentLedger);
  return {
    at: { file: currentArticle?.file ?? article?.file ?? "content", line: 1, column: 1 },
    what: `aliases: ${address} was published and would be gone.`,
    advice: currentArticle
      ? `Add this line: aliases: ["${address}"]`
      : `Restore the article, or add its address to the article that replaces it: aliases: ["${address}"]`,
  };
}

/** @param path of the static file that was published there, in the content folder */
function describeLostPage(address: Address, path: string | undefined): Problem {
  const at = { file: "content", line: 1, column: 1 };
  const what = `aliases: ${toReadableAddress(address)} was published and would be gone.`;
  if (path !== undefined) return { at, what, advice: `Restore the file ${path} in the content folder.` };
  return {
    at,
    what,
    advice: `Restore this page, or redirect it: write aliases: ["${address}"] in the article that is most similar.`,
  };
}

import type { Article, FeedId } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import type { Address } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";

/** What a site has promised to its readers by being published: addresses that answer, and ids that feed readers remember. */
export interface Promised {
  readonly addresses: ReadonlySet<Address>;
  /** The id of each article in the feeds, with what tells an author which article it is. */
  readonly ids: ReadonlyMap<FeedId, { readonly address: Address; readonly title: string; readonly file: string }>;
}

/** What a plan promises: its pages, and the articles that they show. */
export function promisedBy(pages: readonly Page[], articles: readonly Article[]): Promised {
  return {
    addresses: new Set(pages.map((page) => page.address)),
    ids: new Map(articles.map(({ id, address, title, file }) => [id, { address, title, file }])),
  };
}

/** Every promise of an earlier site that today's would break, with the line that mends it. */
export function brokenPromises(earlier: Promised, today: Promised): readonly Problem[] {
  const moved = [...earlier.ids].filter(([id]) => !today.ids.has(id));
  const articles = new Set([...earlier.ids.values()].map(({ address }) => address));
  const vanished = [...earlier.addresses].filter((address) => !today.addresses.has(address));
  return [
    ...moved.map(([id, article]) => lostId(id, article, today)),
    ...vanished.map((address) => (articles.has(address) ? lostArticle(address, earlier, today) : lostPage(address))),
  ];
}

type Known = Promised["ids"] extends ReadonlyMap<FeedId, infer K> ? K : never;

/** Where an article is today: under the same id, else under the same title. */
function todayOf(article: Known, id: FeedId | undefined, today: Promised): Known | undefined {
  const sameId = id && today.ids.get(id);
  return sameId ?? [...today.ids.values()].find(({ title }) => title === article.title);
}

function lostId(id: FeedId, article: Known, today: Promised): Problem {
  const now = todayOf(article, undefined, today);
  return {
    at: { file: now?.file ?? article.file, line: 1, column: 1 },
    what: `id: subscribers know "${article.title}" as ${id}, which no article has any more.`,
    advice: now
      ? `Add this line: id: "${id}"`
      : `Bring the article back, or keep its id on what replaces it: id: "${id}"`,
  };
}

function lostArticle(address: Address, earlier: Promised, today: Promised): Problem {
  const [id, article] = [...earlier.ids].find(([, known]) => known.address === address) ?? [];
  const now = article && todayOf(article, id, today);
  return {
    at: { file: now?.file ?? article?.file ?? "content", line: 1, column: 1 },
    what: `aliases: ${address} was published and would answer no more.`,
    advice: now
      ? `Add these lines: aliases: ["${address}"]`
      : `Bring the article back, or name its address where the story is told now: aliases: ["${address}"]`,
  };
}

function lostPage(address: Address): Problem {
  return {
    at: { file: "content", line: 1, column: 1 },
    what: `aliases: ${address} was published and would answer no more.`,
    advice: `Bring back what made this page, or lead from it: write aliases: ["${address}"] in the article that comes nearest.`,
  };
}

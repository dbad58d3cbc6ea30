// Finds what stands for something that was published and is gone.
import type { FeedId } from "../parse/parse.ts";
import { type Address, getParentFolder, isPageAddress, restoreAddress, toPageAddress } from "../values/address.ts";
import { isLanguage } from "../values/language.ts";
import { ownFiles } from "../values/own-addresses.ts";
import type { Ledger, LedgerArticle } from "./ledger.ts";

/** Finds the successors of what an earlier site had. */
export interface Successors {
  /** The article with the id, or else with the title, of an earlier article. */
  readonly findArticle: (id: FeedId | undefined, title: string) => LedgerArticle | undefined;
  /** The folder of the topic that most of the articles of an earlier topic have now: a new one, if there is one. */
  readonly findTopic: (folder: Address) => Address | undefined;
  /** The nearest address that answers instead, and can. */
  readonly findNearest: (address: Address) => Address;
}

/** Indexes the current site, and finds successors in it. */
export function createSuccessors(previousLedger: Ledger, currentLedger: Ledger): Successors {
  // An article that was there before is nobody's successor, whatever its title.
  const newArticles = [...currentLedger.ids.values()].filter(({ id }) => !previousLedger.ids.has(id));
  const articlesByTitle = new Map(newArticles.map((article) => [article.title, article]));
  const topicsByArticle = new Map<FeedId, Address[]>();
  for (const [folder, { articles }] of currentLedger.topics)
    for (const id of articles) topicsByArticle.set(id, [...(topicsByArticle.get(id) ?? []), folder]);
  const findId = (id: FeedId): FeedId | undefined =>
    currentLedger.ids.has(id) ? id : articlesByTitle.get(previousLedger.ids.get(id)?.title ?? "")?.id;
  return {
    findArticle: (id, title) => (id && currentLedger.ids.get(id)) ?? articlesByTitle.get(title),
    findTopic: (folder) => {
      const topic = previousLedger.topics.get(folder);
      const counts = new Map<Address, number>();
      for (const id of topic?.articles ?? []) {
        const currentId = findId(id);
        for (const candidate of (currentId && topicsByArticle.get(currentId)) ?? []) {
          if (currentLedger.topics.get(candidate)?.kind !== topic?.kind) continue;
          counts.set(candidate, (counts.get(candidate) ?? 0) + (previousLedger.topics.has(candidate) ? 1 : newTopic));
        }
      }
      return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
    },
    findNearest: (address) => findNearest(address, currentLedger),
  };
}

// More than a site has articles: a topic that was renamed is a new one.
const newTopic = 1e9;

function findNearest(address: Address, { addresses, site }: Ledger): Address {
  const isFile = !isPageAddress(address) && !address.endsWith(".txt");
  const name = isFile ? address.slice(address.lastIndexOf("/") + 1) : "";
  const [, prefix = "", rest = ""] = /^\/([a-z]{2})(\/.*)$/.exec(address) ?? [];
  const isTranslation = isLanguage(prefix) && prefix !== site.language;
  const roots = isTranslation && !addresses.has(toPageAddress(prefix)) ? [restoreAddress(rest)] : [address];
  const starts = isTranslation && isFile ? [...roots, restoreAddress(rest)] : roots;
  for (const start of starts) {
    if (start !== address && addresses.has(start)) return start;
    for (let folder = toFolder(start); ; folder = getParentFolder(folder)) {
      const candidate = restoreAddress(folder + name);
      if (addresses.has(candidate) && addresses.get(candidate) === undefined) return candidate;
      if (folder === "/") break;
    }
  }
  return isFile ? ownFiles.sitemap : toPageAddress();
}

function toFolder(address: Address): Address {
  return address.endsWith("/")
    ? getParentFolder(address)
    : restoreAddress(address.slice(0, address.lastIndexOf("/") + 1));
}

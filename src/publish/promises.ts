// In: the ledgers of an earlier site and of the current one. Out: a problem for all that is gone, with what to write.
import type { FeedId } from "../parse/parse.ts";
import { type Address, restoreAddress } from "../values/address.ts";
import { groupBy } from "../values/memory/group-by.ts";
import { type Problem, toFileStart } from "../values/problem.ts";
import { mergeAliases, nameAddresses, type SiteEntry, writeList, writeSiteAliases } from "./alias-advice.ts";
import { restoreAuthority } from "./authority-advice.ts";
import { type EarlierCommit, findLostMedia, findLostStaticFiles } from "./file-advice.ts";
import type { Ledger, LedgerText, TermKind } from "./ledger.ts";
import { createSuccessors, type Successors } from "./successors.ts";

/** The two sites that are compared, and where the settings of the current one are. */
interface Comparison {
  readonly previous: Ledger;
  readonly current: Ledger;
  readonly successors: Successors;
  readonly contentFolder: string;
}

/**
 * Finds the addresses and ids of an earlier site that the current one lacks, with the lines that keep them. Each line of
 * advice is complete: with all of them done, nothing is lost any more.
 *
 * @param earlier where the earlier site is from
 */
export function findBrokenPromises(previous: Ledger, written: Ledger, earlier: EarlierCommit): readonly Problem[] {
  const { ledger: current, problems: authorityProblems } = restoreAuthority(previous, written, earlier.contentFolder);
  const comparison = {
    previous,
    current,
    successors: createSuccessors(previous, current),
    contentFolder: earlier.contentFolder,
  };
  const isLost = (address: Address) => !current.addresses.has(address) && !previous.staticFiles.has(address);
  const lost = [...previous.addresses.keys()].filter(isLost).sort();
  const remedies = lost.length === 0 ? [] : findRemedies(lost, comparison);
  const byFile = groupBy(remedies, ({ owner }) => owner?.address);
  return [
    ...authorityProblems,
    ...findLostMedia(previous, current, earlier),
    ...findLostStaticFiles(previous, current, earlier),
    ...[...previous.ids]
      .filter(([id]) => !current.ids.has(id))
      .map(([id, text]) => describeLostId(id, text, comparison)),
    ...[...byFile].flatMap(([, [first, ...rest]]) =>
      first?.owner ? [describeLostText(first.owner, [first, ...rest])] : [],
    ),
    ...describeLostTopics(remedies, comparison),
    ...describeLostPages(remedies, comparison),
    ...remedies.flatMap(({ address, deleted }) => (deleted ? [describeDeleted(address, deleted)] : [])),
  ];
}

/** A lost address, and what keeps it: one of the other fields. */
interface Remedy {
  readonly address: Address;
  /** The article or page in whose aliases it belongs. */
  readonly owner?: LedgerText;
  /** An article that is gone. */
  readonly deleted?: LedgerText;
  /** The term in whose aliases the old slug belongs. */
  readonly term?: { readonly kind: TermKind; readonly slug: string; readonly oldSlug: string };
  /** The entry of site.yaml; several addresses may need the same. */
  readonly entry?: SiteEntry;
}

function findRemedies(lost: readonly Address[], comparison: Comparison): readonly Remedy[] {
  const { previous, successors } = comparison;
  const idsByAddress = new Map([...previous.ids].map(([id, { address }]) => [address, id]));
  const pages = new Map(previous.plainPages.map((page) => [page.address, page]));
  const currentPages = new Map(comparison.current.plainPages.map((page) => [page.title, page]));
  const folders = new Map<Address, Remedy["term"] | SiteEntry | undefined>();
  return lost.map((address): Remedy => {
    // The end of a chain of aliases, which the current site lacks too or answers.
    const target = previous.addresses.get(address) ?? address;
    const id = idsByAddress.get(target);
    const article = id && previous.ids.get(id);
    if (article) {
      const owner = successors.findArticle(id, article.title);
      return owner ? { address, owner } : { address, deleted: article };
    }
    const page = currentPages.get(pages.get(target)?.title ?? "");
    if (page) return { address, owner: page };
    const folder = findTopicFolder(target, previous);
    if (folder && address.endsWith(target.slice(folder.length))) {
      const oldFolder = restoreAddress(address.slice(0, address.length - (target.length - folder.length)));
      if (!folders.has(oldFolder)) folders.set(oldFolder, findTopicRemedy(oldFolder, folder, comparison));
      const remedy = folders.get(oldFolder);
      const entry = remedy && ("from" in remedy ? remedy : findFolderEntry(oldFolder, folder, comparison));
      const answers =
        entry && comparison.current.addresses.has(restoreAddress(entry.to + address.slice(oldFolder.length)));
      if (remedy && answers) return "from" in remedy ? { address, entry: remedy } : { address, term: remedy };
      if (entry && address.endsWith("/")) return { address, entry: { from: address, to: entry.to } };
    }
    const isThere = comparison.current.addresses.has(target);
    return { address, entry: { from: address, to: isThere ? target : successors.findNearest(target) } };
  });
}

/** The folder of the topic that an address belongs to. */
function findTopicFolder(address: Address, { topics }: Ledger): Address | undefined {
  const [folder] = /^(?:\/[a-z]{2})?\/(?:tags|storylines|people|places|authors)\/[^/]+\//.exec(address) ?? [];
  return folder !== undefined && topics.has(restoreAddress(folder)) ? restoreAddress(folder) : undefined;
}

/** Where a topic has gone, as the alias of a folder. */
function findFolderEntry(
  oldFolder: Address,
  folder: Address,
  { current, successors }: Comparison,
): SiteEntry | undefined {
  const to = current.topics.has(folder) ? folder : successors.findTopic(folder);
  return to && { from: oldFolder, to };
}

function findTopicRemedy(
  oldFolder: Address,
  folder: Address,
  comparison: Comparison,
): Remedy["term"] | SiteEntry | undefined {
  const entry = findFolderEntry(oldFolder, folder, comparison);
  const topic = entry && comparison.current.topics.get(entry.to);
  if (!topic) return undefined;
  const { kind, slug } = topic;
  const [, prefix = "", oldKind, oldSlug = ""] = /^(\/[a-z]{2})?\/([a-z]+)\/([a-z\d-]+)\/$/.exec(oldFolder) ?? [];
  const isSameKind = oldKind === kind && entry.to === `${prefix}/${kind}/${slug}/`;
  if (!isSameKind || kind === "people" || kind === "places") return entry;
  // An author whom only articles name has no entry to write it in.
  if (!comparison.current.terms[kind].some((term) => term.slug === slug)) return entry;
  const isName = comparison.current.terms[kind].some(
    (term) => term.slug !== slug && listNames(term).some((name) => name.trim().toLowerCase() === oldSlug),
  );
  return isName || oldSlug === slug ? entry : { kind, slug, oldSlug };
}

function listNames({ slug, title, also, aliases }: Ledger["terms"][TermKind][number]): readonly string[] {
  return [slug, ...Object.values(title), ...also, ...aliases.map(({ alias }) => alias)];
}

function describeLostId(id: FeedId, { title, file }: LedgerText, { successors }: Comparison): Problem {
  const article = successors.findArticle(undefined, title);
  const hasId = article && !article.id.endsWith(`:${article.address}`);
  return {
    at: toFileStart(article?.file ?? file),
    what: `id: subscribers know "${title}" as ${id}, but no article has this id any more.`,
    advice: article
      ? `${hasId ? "Replace its id by this line" : "Add this line"}: id: "${id}"`
      : `Restore the article, or give its id to the article that replaces it: id: "${id}"`,
  };
}

function describeLostText({ file, aliases }: LedgerText, remedies: readonly Remedy[]): Problem {
  const addresses = remedies.map(({ address }) => address);
  const line = `aliases: ${writeList(mergeAliases(aliases, addresses))}`;
  return {
    at: toFileStart(file),
    what: `aliases: ${nameAddresses(addresses)} published and would be gone.`,
    advice: aliases.length > 0 ? `Replace its aliases by this line: ${line}` : `Add this line: ${line}`,
  };
}

function describeDeleted(address: Address, { file }: LedgerText): Problem {
  return {
    at: toFileStart(file),
    what: `aliases: ${nameAddresses([address])} published and would be gone.`,
    advice: `Restore the article, or add "${address}" to the aliases of the article that replaces it.`,
  };
}

function describeLostTopics(remedies: readonly Remedy[], { current, contentFolder }: Comparison): readonly Problem[] {
  const ofTerms = remedies.flatMap(({ address, term }) => (term ? [{ address, ...term }] : []));
  return [...groupBy(ofTerms, ({ kind, slug }) => `${kind} ${slug}`).values()].flatMap((group) => {
    const [first] = group;
    const term = first && current.terms[first.kind].find(({ slug }) => slug === first.slug);
    if (!first || !term) return [];
    const aliases = term.aliases.map(({ alias }) => alias);
    const oldSlugs = group.map(({ oldSlug }) => oldSlug);
    const line = `aliases: ${writeList(mergeAliases(aliases, oldSlugs))}`;
    return [
      {
        at: toFileStart(`${contentFolder}/${first.kind}.yaml`),
        what: `aliases: ${nameAddresses(group.map(({ address }) => address))} published and would be gone.`,
        advice:
          aliases.length > 0
            ? `Replace the aliases of the entry "${first.slug}" by: ${line}`
            : `Add to the entry "${first.slug}": ${line}`,
      },
    ];
  });
}

function describeLostPages(remedies: readonly Remedy[], { current, contentFolder }: Comparison): readonly Problem[] {
  const ofSite = remedies.flatMap(({ address, entry }) => (entry ? [{ address, entry }] : []));
  if (ofSite.length === 0) return [];
  const { aliases } = current.site;
  return [
    {
      at: toFileStart(`${contentFolder}/site.yaml`),
      what: `aliases: ${nameAddresses(ofSite.map(({ address }) => address))} published and would be gone.`,
      advice: `Restore them, or ${aliases.length > 0 ? "replace its aliases by this line" : "add this line"}: ${writeSiteAliases(
        aliases,
        ofSite.map(({ entry }) => entry),
      )}`,
    },
  ];
}

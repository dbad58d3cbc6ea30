// Old addresses that the settings name: those of site.yaml, and the old slugs of tags, storylines and authors.
import type { Topic } from "../model/model.ts";
import type { SiteConfig, SiteLink } from "../parse/parse.ts";
import { type Address, restoreAddress } from "../values/address.ts";
import { isLanguage, type Language } from "../values/language.ts";
import { groupBy } from "../values/memory/group-by.ts";
import { buildAddress } from "./parts/addresses.ts";
import { createAliasPage } from "./parts/alias-pages.ts";
import type { PlanContext } from "./parts/context.ts";
import { createPlannedUnit, type PlannedUnit, type PlanUnit } from "./parts/unit.ts";

/**
 * Adds to each unit what answers at the old addresses of its pages, so that both are always planned, rendered and
 * deleted together. The aliases are settings, on which every unit depends.
 *
 * An alias of the folder of a topic stands for all that is in it: numbered pages and feeds too.
 *
 * @param contexts one per language, the site's own language first
 */
export function addAliases(units: readonly PlanUnit[], contexts: readonly PlanContext[]): readonly PlanUnit[] {
  const [mainContext] = contexts;
  if (!mainContext) return units;
  const { site } = mainContext;
  const topics = listTopicFolders(contexts);
  const aliases = resolveChains([...listTermAliases(contexts), ...site.aliases], topics);
  if (aliases.length === 0) return units;
  const isOfFolder = ({ from, to }: Alias) => from.endsWith("/") && topics.has(to);
  const folderAliases = groupBy(aliases.filter(isOfFolder), ({ to }) => to);
  const pageAliases = groupBy(
    aliases.filter((alias) => !isOfFolder(alias)),
    ({ to }) => to,
  );
  const named = new Map(site.aliases.map(({ from, at }) => [from, at]));
  return [
    ...units.map((unit) => {
      const ofFolder = folderAliases.get(restoreAddress(unit.group)) ?? [];
      if (ofFolder.length === 0 && pageAliases.size === 0) return unit;
      return { ...unit, plan: () => addAliasPages(unit.plan(), site, ofFolder, pageAliases, named) };
    }),
    ...planTargetCheck(site),
  ];
}

interface Alias {
  readonly from: Address;
  readonly to: Address;
  readonly at: SiteLink["at"];
}

function addAliasPages(
  planned: PlannedUnit,
  site: SiteConfig,
  folderAliases: readonly Alias[],
  pageAliases: ReadonlyMap<Address, readonly Alias[]>,
  named: ReadonlyMap<Address, Alias["at"]>,
): PlannedUnit {
  const added = planned.pages.flatMap((page) =>
    [
      ...(pageAliases.get(page.address) ?? []),
      ...folderAliases
        .map((alias) => ({ ...alias, from: restoreAddress(alias.from + page.address.slice(alias.to.length)) }))
        // What is named by itself leads elsewhere: a numbered page that the new topic did not have yet.
        .filter(({ from, at }) => !named.has(from) || named.get(from) === at),
    ].map(({ from, at }) => ({ page: createAliasPage(site, page, from), alias: { to: from, at } })),
  );
  if (added.length === 0) return planned;
  return {
    ...planned,
    pages: [...planned.pages, ...added.map(({ page }) => page)],
    aliases: [...planned.aliases, ...added.map(({ alias }) => alias)],
  };
}

/** A unit without pages, whose links are the new addresses in site.yaml: the link check finds those that are not there. */
function planTargetCheck({ aliases }: SiteConfig): readonly PlanUnit[] {
  if (aliases.length === 0) return [];
  const links = aliases.map(({ from, to, at }) => ({ to, at, from }));
  const plan = () => ({ ...createPlannedUnit([]), links });
  return [{ group: "aliases", name: "aliases", inputs: links, sitemapPages: [], estimatedPages: 0, plan }];
}

function listTopicFolders(contexts: readonly PlanContext[]): ReadonlySet<Address> {
  return new Set(
    contexts.flatMap((context) =>
      Object.values(context.digest.topics).flatMap((topics) =>
        topics.map(({ kind, slug }) => buildAddress(context, kind, slug)),
      ),
    ),
  );
}

/** The aliases of terms: an old slug in every language that has the term, an old address in the language of its prefix. */
function listTermAliases(contexts: readonly PlanContext[]): readonly Alias[] {
  return contexts.flatMap((context) =>
    listTermTopics(context).flatMap(({ kind, slug, aliases }) =>
      aliases.flatMap(({ alias, at }) => {
        const to = buildAddress(context, kind, slug);
        if (!alias.startsWith("/")) return [{ from: buildAddress(context, kind, alias), to, at }];
        const from = restoreAddress(alias);
        return getLanguage(from, contexts) === context.language ? [{ from, to, at }] : [];
      }),
    ),
  );
}

function listTermTopics({ digest: { topics } }: PlanContext): readonly Topic[] {
  return [...topics.tags, ...topics.storylines, ...topics.authors];
}

function getLanguage(address: Address, contexts: readonly PlanContext[]): Language | undefined {
  const [, prefix = ""] = address.split("/", 2);
  const isUsed = isLanguage(prefix) && contexts.some(({ language }) => language === prefix);
  return isUsed ? prefix : contexts[0]?.language;
}

/**
 * Lets each alias lead to the end of its chain: "/a/" to "/b/", and "/b/" to "/c/"; also to a file in the old folder of a
 * topic. A circle is left as it is.
 */
function resolveChains(aliases: readonly Alias[], topics: ReadonlySet<Address>): readonly Alias[] {
  const targets = new Map(aliases.map(({ from, to }) => [from, to]));
  const resolve = (address: Address): Address => {
    const [folder] = topicFolder.exec(address) ?? [];
    const newFolder = folder === undefined ? undefined : targets.get(restoreAddress(folder));
    const isMoved = newFolder !== undefined && topics.has(newFolder);
    return targets.get(address) ?? (isMoved ? restoreAddress(newFolder + address.slice(folder?.length)) : address);
  };
  return aliases.map((alias) => {
    let { to } = alias;
    for (let i = 0; i < maxChain; i++) to = resolve(to);
    return { ...alias, to };
  });
}

const topicFolder = /^(?:\/[a-z]{2})?\/(?:tags|storylines|people|places)\/[^/]+\//;

// A page that was moved ten times is rare, and the eleventh alias is then told as one that leads nowhere.
const maxChain = 10;

import type { Archive, Masthead, MonthDigest, MonthSummary } from "../model/model.ts";
import { doubleClaims, groupOf, parseSettings, type Settings, settingsGroup } from "../parse/parse.ts";
import { filesIn, readFiles } from "../read/read.ts";
import type { Bodies, BodyKey, Html } from "../values/html.ts";
import type { Problem } from "../values/problem.ts";
import { parsingCode } from "./code-version.ts";
import { type Group, groupNow } from "./groups.ts";
import type { Wanted } from "./planned.ts";
import { ProblemsFound } from "./problems-found.ts";
import type { Cache, GroupMemory } from "./remembered.ts";
import { scanned } from "./scanned.ts";
import { fingerprint } from "./store.ts";

/** A content folder as it is now: what is known of it as a whole, and ways to look into it. */
export interface ContentNow {
  readonly masthead: Masthead;
  readonly summaries: readonly MonthSummary[];
  readonly archive: Archive;
  readonly bodies: Bodies;
  readonly parsedBy: string;
  readonly groups: Readonly<Record<string, GroupMemory>>;
}

/**
 * Reads and parses what changed in a content folder since the last build; takes the rest from memory.
 *
 * @throws ProblemsFound with all problems of all files
 */
export function contentNow({ content: folder, links, now }: Wanted, cache: Cache, startedAt: number): ContentNow {
  const found = filesIn(folder);
  const inGroups = scanned(found, cache, startedAt);
  const own = inGroups.get(settingsGroup);
  const ofSettings = readFiles({ ...found, texts: own?.texts ?? [], pictures: own?.pictures ?? [] });
  const parsed = parseSettings(ofSettings.content);
  const settings = withLinks(parsed.value, links);
  const parsedBy = fingerprint(JSON.stringify([parsingCode(), folder, own?.hashes]));
  const groups = [...inGroups.values()]
    .filter(({ name }) => name !== settingsGroup)
    .map((group) => groupNow(group, { found, cache, settings, parsedBy, now }));
  const problems = [...ofSettings.problems, ...parsed.problems, ...groups.flatMap((each) => each.problems)];
  const all = groups.map(({ group }) => group);
  const slips = [...problems, ...(problems.length > 0 ? [] : claimedTwice(all))];
  if (slips.length > 0) throw new ProblemsFound(slips);
  const memories = Object.fromEntries(all.map(({ name, memory }) => [name, memory]));
  const pages = all.flatMap(({ memory }) => memory.pages);
  const summaries = all.flatMap(({ memory }) => memory.summaries);
  return { masthead: { ...settings, pages }, summaries, ...looking(all), parsedBy, groups: memories };
}

function withLinks(settings: Settings, links: Wanted["links"]): Settings {
  return links ? { ...settings, site: { ...settings.site, links } } : settings;
}

/** What articles of different groups claim both. Within a group that was found out when it was parsed. */
function claimedTwice(groups: readonly Group[]): readonly Problem[] {
  return doubleClaims(
    groups.flatMap(({ memory }) => memory.claims),
    [],
  );
}

function looking(groups: readonly Group[]): { readonly archive: Archive; readonly bodies: Bodies } {
  const byMonth = new Map<string, Group>(groups.map((group) => [group.name.replace("/", "-"), group]));
  const archive = (month: Parameters<Archive>[0]): MonthDigest => {
    const group = byMonth.get(month);
    if (!group) throw new Error(`Expected texts of ${month}.`);
    return group.month();
  };
  const byName = new Map(groups.map((group) => [group.name, group]));
  const bodies = (key: BodyKey): Html => {
    const [path = ""] = key.split(" ", 1);
    const html = byName.get(groupOf(path))?.bodies().get(key);
    if (html === undefined) throw new Error(`Expected the text ${key} among those that were parsed.`);
    return html;
  };
  return { archive, bodies };
}

import type { Archive, Masthead, MonthSummary } from "../model/model.ts";
import { groupOf, parseSettings, readAgainst, type Settings, settingsGroup } from "../parse/parse.ts";
import { filesIn, readFiles } from "../read/read.ts";
import { type Cache, fingerprint, type GroupMemory, parsingCode } from "../store/store.ts";
import type { Month } from "../values/day.ts";
import type { Problem } from "../values/problem.ts";
import type { Bodies, BodyKey, Html } from "../values/text/html.ts";
import { type Utf8, utf8In } from "../values/text/utf8.ts";
import { claimedTwice } from "./collisions.ts";
import { ProblemsFound } from "./content-problems.ts";
import type { Group, GroupNow, Parsing } from "./months.ts";
import type { Wanted } from "./options.ts";
import { canBePlanned, withFurther } from "./problems.ts";
import { type ScannedGroup, scanned } from "./scan.ts";

/** A content folder as it is now: what is known of it as a whole, and ways to look into it. */
export interface ContentNow extends LooksInto {
  readonly masthead: Masthead;
  readonly summaries: readonly MonthSummary[];
  readonly parsing: Parsing;
  readonly groups: Readonly<Record<string, GroupMemory>>;
  /** Whether pictures of the last build are gone, or others now. */
  readonly hasOtherPictures: boolean;
  /** What is wrong in its texts: where there is anything, it may be planned but not published. */
  readonly problems: readonly Problem[];
}

/** Ways to look into the months and the texts of a content folder. */
export interface LooksInto {
  readonly archive: Archive;
  readonly bodies: Bodies;
}

/** Parses groups of files that are not as they were; in several processes, where that pays. */
export type ParseGroups = (changed: readonly ScannedGroup[], parsing: Parsing) => Promise<readonly GroupNow[]>;

/**
 * Reads and parses what changed in a content folder since the last build; takes the rest from memory.
 *
 * @throws ProblemsFound with all problems of all files, where the content cannot be planned with them
 */
export async function contentNow(
  { content: folder, links, now, shows }: Wanted & Pick<Parsing, "shows">,
  cache: Cache,
  startedAt: number,
  parseGroups: ParseGroups,
): Promise<ContentNow> {
  const found = filesIn(folder);
  const inGroups = scanned(found, cache, startedAt);
  const own = inGroups.get(settingsGroup);
  const ofSettings = readFiles({ ...found, texts: own?.texts ?? [], pictures: own?.pictures ?? [] });
  const parsed = parseSettings(ofSettings.content);
  const settings = withLinks(parsed.value, links);
  const parsedBy = fingerprint(JSON.stringify([parsingCode(), folder, shows, readAgainst(settings)]));
  const terms = fingerprint(JSON.stringify([settings.tags, settings.storylines]));
  const groups = [...inGroups.values()].filter(({ name }) => name !== settingsGroup);
  const parsing = { found, cache, settings, parsedBy, terms, now, shows };
  const made = await parseGroups(groups, parsing);
  const told = [...ofSettings.problems, ...parsed.problems, ...made.flatMap((each) => each.problems)];
  const all = made.map(({ group }) => group);
  const problems = withFurther(told, claimedTwice(all, cache.memory));
  if (!canBePlanned(problems)) throw new ProblemsFound(problems);
  const isGone = (name: string) => !inGroups.has(name);
  const hasOtherPictures =
    groups.some(({ hasSamePictures }) => !hasSamePictures) || Object.keys(cache.memory?.groups ?? {}).some(isGone);
  const memories = Object.fromEntries(all.map(({ name, memory }) => [name, memory]));
  const pages = all.flatMap(({ memory }) => memory.pages);
  const summaries = all.flatMap(({ memory }) => memory.summaries);
  return {
    masthead: { ...settings, pages },
    summaries,
    ...lookingInto(all),
    parsing,
    groups: memories,
    hasOtherPictures,
    problems,
  };
}

function withLinks(settings: Settings, links: Wanted["links"]): Settings {
  return links ? { ...settings, site: { ...settings.site, links } } : settings;
}

/** Ways to look into groups. */
export function lookingInto(groups: readonly Group[]): LooksInto {
  const byMonth = new Map<string, Group>(groups.map((group) => [group.name.replace("/", "-"), group]));
  const of = (month: Month): Group => {
    const group = byMonth.get(month);
    if (!group) throw new Error(`Expected texts of ${month}.`);
    return group;
  };
  const archive: Archive = {
    month: (month) => of(month).month(),
    having: (month, addressOrSlug) => of(month).having(addressOrSlug),
  };
  const byName = new Map(groups.map((group) => [group.name, group]));
  const textOf = (key: BodyKey): Buffer => {
    const [path = ""] = key.split(" ", 1);
    const text = byName.get(groupOf(path))?.bodies()(key);
    if (text === undefined) throw new Error(`Expected the text ${key} among those that were parsed.`);
    return text;
  };
  const bodies: Bodies = {
    html: (key) => textOf(key).toString() as Html,
    utf8: (key) => utf8In(textOf(key)) as Html & Utf8,
  };
  return { archive, bodies };
}

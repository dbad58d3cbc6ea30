import { type MonthDigest, monthDigest, type Shows, shownAt, summaryOf } from "../model/model.ts";
import {
  type Claims,
  contextOf,
  doubleClaims,
  namedIn,
  othersIn,
  type ParsedFile,
  parseGroup,
  type Settings,
  stillMean,
} from "../parse/parse.ts";
import { type Found, readFiles } from "../read/read.ts";
import {
  asLines,
  type Cache,
  fingerprint,
  type GroupMemory,
  linesHaving,
  type Store,
  type Texts,
} from "../store/store.ts";
import type { Month } from "../values/day.ts";
import { earliestOf, type Instant } from "../values/instant.ts";
import type { Problem } from "../values/problem.ts";
import type { Html } from "../values/text/html.ts";
import type { ScannedGroup } from "./scan.ts";

/** A group of content files, parsed: what is to be remembered of it, and ways to look into it. */
export interface Group {
  readonly name: string;
  readonly memory: GroupMemory;
  /** Its files without their texts. */
  readonly files: () => readonly ParsedFile[];
  /** The month that it is, as readers see it now. */
  readonly month: () => MonthDigest;
  /** The same with no articles but some: those that have an address, or a slug as a topic, are among them. */
  readonly having: (addressOrSlug: string) => MonthDigest;
  /** The HTML of its texts, each read when it is asked for: they are most of an archive, and would fill the memory. */
  readonly bodies: () => Texts;
}

/** What a group is parsed with. */
export interface Parsing {
  readonly found: Found;
  readonly cache: Cache;
  readonly settings: Settings;
  readonly parsedBy: string;
  readonly terms: string;
  readonly now: Instant;
  readonly shows: Shows;
}

/** A group as far as it is right. It may be published only where there are no problems. */
export interface GroupNow {
  readonly group: Group;
  readonly problems: readonly Problem[];
}

/**
 * A group of files as it is now. One of which every file is as the last build saw it is not looked into at all; in one
 * that changed, only files with other bytes are parsed.
 */
export function groupNow(scanned: ScannedGroup, parsing: Parsing): GroupNow {
  const { cache, parsedBy, now } = parsing;
  const { memory, store } = cache;
  const before = stillRight(scanned, parsing);
  if (!before) return parsedAnew(scanned, parsing, []);
  const key = scanned.isTouched ? keyOf(scanned, parsedBy) : before.key;
  if (key !== before.key)
    return parsedAnew(scanned, parsing, withTexts(filesOf(before, store), store.findTexts(before.bodies)));
  const stamped = scanned.isTouched ? { ...before, stamps: store.keep(JSON.stringify(scanned.stamps)) } : before;
  const isOutdated = memory === undefined || now < memory.now || (before.next !== undefined && before.next <= now);
  const files = once(() => filesOf(before, store));
  const group = groupOf(scanned.name, stamped, parsing, files);
  return {
    group: isOutdated ? { ...group, memory: summarised(stamped, group, files(), parsing) } : group,
    problems: [],
  };
}

/** Whether some of a group's files may have to be parsed. */
export function isToParse(scanned: ScannedGroup, parsing: Parsing): boolean {
  return scanned.isTouched || stillRight(scanned, parsing) === undefined;
}

/** What is remembered of a group, where its files would be parsed to the same if they are the same. */
function stillRight({ name }: ScannedGroup, { cache, parsedBy, terms, settings }: Parsing): GroupMemory | undefined {
  const { memory } = cache;
  const before = memory?.parsedBy === parsedBy ? memory.groups[name] : undefined;
  return before && (memory?.terms === terms || stillMean(before.called, settings)) ? before : undefined;
}

function keyOf({ stamps }: ScannedGroup, parsedBy: string): string {
  const hashes = Object.entries(stamps).map(([path, [, hash]]) => [path, hash]);
  return fingerprint(`${parsedBy} ${JSON.stringify(hashes.sort())}`);
}

/** The files of a group without their texts. */
function filesOf({ files }: GroupMemory, store: Store): readonly ParsedFile[] {
  return store.find(files);
}

function withTexts(files: readonly ParsedFile[], bodies: Texts): readonly ParsedFile[] {
  return files.map((file) => ({ ...file, html: (bodies(file.key)?.toString() ?? file.html) as Html }));
}

function withoutTexts(files: readonly ParsedFile[]): readonly ParsedFile[] {
  return files.map((file) => ({ ...file, html: "" as Html }));
}

function parsedAnew(scanned: ScannedGroup, parsing: Parsing, known: readonly ParsedFile[]): GroupNow {
  const { found, cache, settings, parsedBy } = parsing;
  const still = known.filter((file) => isStill(file, scanned));
  const reused = new Set(still.map(({ path }) => path));
  const texts = scanned.texts.filter((path) => !reused.has(path));
  const { content, problems } = readFiles({ ...found, problems: [], unread: [], texts, pictures: scanned.pictures });
  const context = contextOf(settings, scanned.name, { ...content, unread: [...content.unread, ...found.unread] });
  const made = parseGroup(content.texts, context);
  const seen = withHashes(scanned, [...content.texts, ...content.pictures]);
  const files = [...made.flatMap(({ value }) => value ?? []), ...still].sort((a, b) => (a.path < b.path ? -1 : 1));
  const claims = files.flatMap((file) => (file.kind === "article" ? [file.claims] : []));
  const pages = files.flatMap((file) => (file.kind === "page" ? [file.page] : []));
  const kept = asLines(withoutTexts(files));
  // As they will be looked up, and not as they were parsed: titles and names that were cut out of a text would hold the
  // whole text in memory.
  const bare: readonly ParsedFile[] = JSON.parse(kept);
  const memory: GroupMemory = {
    key: keyOf(seen, parsedBy),
    stamps: cache.store.keep(JSON.stringify(seen.stamps)),
    files: cache.store.keep(kept),
    bodies: cache.store.keepTexts(files),
    summaries: [],
    pages,
    next: undefined,
    called: namedIn(files),
    claims: claims.filter(isUncommon),
  };
  const group = groupOf(scanned.name, memory, parsing, () => bare);
  return {
    group: { ...group, memory: summarised(memory, group, bare, parsing) },
    problems: [...problems, ...made.flatMap((each) => each.problems), ...doubleClaims(claims, othersIn(files))],
  };
}

/** Whether an article claims what one of another group could claim too. An id that follows from its address is its own. */
export function isUncommon({ aliases, id, address }: Claims): boolean {
  return aliases.length > 0 || !id.endsWith(`:${address}`);
}

/** The group with the hashes of files that were read now. */
function withHashes(
  scanned: ScannedGroup,
  read: readonly { readonly path: string; readonly hash: string }[],
): ScannedGroup {
  const hashes = new Map(read.map(({ path, hash }) => [path, hash]));
  const stamps = Object.fromEntries(
    Object.entries(scanned.stamps).map(([path, [stamp, hash]]) => [path, [stamp, hashes.get(path) ?? hash] as const]),
  );
  return { ...scanned, stamps };
}

/** Whether a file would be parsed to the same: its bytes are the same, and so are the pictures that it may show. */
function isStill(file: ParsedFile, { stamps, hasSamePictures }: ScannedGroup): boolean {
  if (stamps[file.path]?.[1] !== file.hash) return false;
  const showsNone =
    file.kind === "article"
      ? !file.article.image && file.article.pictures.length === 0
      : (file.kind === "note" ? file.note : file.page).pictures.length === 0;
  return hasSamePictures || showsNone;
}

/** A group that is remembered as it is now: its files are looked up when somebody asks for them. */
export function rememberedGroup(name: string, memory: GroupMemory, parsing: Parsing): Group {
  return groupOf(
    name,
    memory,
    parsing,
    once(() => filesOf(memory, parsing.cache.store)),
  );
}

// To read all articles of a month takes as long as to find some of them a few times.
const looksBeforeAll = 3;

function groupOf(name: string, memory: GroupMemory, parsing: Parsing, files: () => readonly ParsedFile[]): Group {
  const { store } = parsing.cache;
  let whole: MonthDigest | undefined;
  let looks = 0;
  const month = () => {
    whole ??= monthOf(name, parsing, files());
    return whole;
  };
  return {
    name,
    memory,
    files,
    month,
    having: (addressOrSlug) => {
      looks++;
      if (whole || looks > looksBeforeAll) return month();
      return monthOf(name, parsing, JSON.parse(linesHaving(store.findBytes(memory.files), addressOrSlug)));
    },
    bodies: once(() => store.findTexts(memory.bodies)),
  };
}

function monthOf(name: string, { settings, now, shows }: Parsing, files: readonly ParsedFile[]): MonthDigest {
  const { site, tags } = settings;
  const articles = files.flatMap((file) => (file.kind === "article" ? [file.article] : []));
  const notes = files.flatMap((file) => (file.kind === "note" ? [file.note] : []));
  return monthDigest(site, tags, name.replace("/", "-") as Month, shownAt(now, shows, articles), notes);
}

function summarised(
  memory: GroupMemory,
  group: Group,
  files: readonly ParsedFile[],
  { now, shows }: Parsing,
): GroupMemory {
  const { month, languages } = group.month();
  const scheduled = files.flatMap((file) =>
    file.kind === "article" && !file.article.draft && file.article.date > now ? [file.article.date] : [],
  );
  const next = earliestOf(scheduled);
  // A preview shows what is scheduled, and marks it until its hour comes: its pages follow from that too.
  const print = shows === "everything" ? (text: string) => fingerprint(`${next} ${text}`) : fingerprint;
  return { ...memory, summaries: languages.map((own) => summaryOf(month, own, print)), next };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

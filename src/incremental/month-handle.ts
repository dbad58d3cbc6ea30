import {
  buildMonthDigest,
  listScheduledMoments,
  type MonthDigest,
  selectVisible,
  summarizeMonth,
  type Visibility,
} from "../model/model.ts";
import { type ContentSettings, getGroupMonth, type ParsedFile } from "../parse/parse.ts";
import type { ContentFiles } from "../read/read.ts";
import { type BlobStore, type Cache, findJsonLines, hash, type MonthRecord, type TextPack } from "../store/store.ts";
import { findEarliest, type Instant } from "../values/instant.ts";

/** One parsed month (or the plain pages): its record for the manifest, and its content, read when needed. */
export interface MonthHandle {
  readonly name: string;
  readonly record: MonthRecord;
  /** The parsed files without their texts. */
  readonly getFiles: () => readonly ParsedFile[];
  /** The month as the build shows it: scheduled articles and drafts only in a preview. */
  readonly readMonth: () => MonthDigest;
  /**
   * The same with fewer articles: at least those that have this address, or a topic with this slug. Cheaper than the
   * whole month if few articles match.
   */
  readonly readMonthWith: (addressOrSlug: string) => MonthDigest;
  /** The HTML of its texts. Each is read when needed: they are most of an archive, and would fill the memory. */
  readonly getBodies: () => TextPack;
}

/** Everything that a month is loaded and parsed with. */
export interface ParseContext {
  readonly contentFiles: ContentFiles;
  readonly cache: Cache;
  readonly settings: ContentSettings;
  readonly parseKey: string;
  readonly termsKey: string;
  readonly now: Instant;
  readonly shows: Visibility;
}

/** Opens a month from its record; its files are read when needed. */
export function openMonth(name: string, record: MonthRecord, parseContext: ParseContext): MonthHandle {
  return createMonthHandle(
    name,
    record,
    parseContext,
    once(() => readParsedFiles(record, parseContext.cache.store)),
  );
}

// After this many searches for single articles the whole month is read: it costs about as much as a few searches.
const maxSearches = 3;

/** Makes the handle of a month whose parsed files are read by `getFiles`. */
export function createMonthHandle(
  name: string,
  record: MonthRecord,
  parseContext: ParseContext,
  getFiles: () => readonly ParsedFile[],
): MonthHandle {
  const { store } = parseContext.cache;
  let wholeMonth: MonthDigest | undefined;
  let searchCount = 0;
  const readMonth = () => {
    wholeMonth ??= buildMonth(name, parseContext, getFiles());
    return wholeMonth;
  };
  return {
    name,
    record,
    getFiles,
    readMonth,
    readMonthWith: (addressOrSlug) => {
      searchCount++;
      if (wholeMonth || searchCount > maxSearches) return readMonth();
      return buildMonth(name, parseContext, JSON.parse(findJsonLines(store.getBytes(record.filesBlob), addressOrSlug)));
    },
    getBodies: once(() => store.openTexts(record.bodiesBlob)),
  };
}

function buildMonth(name: string, { settings, now, shows }: ParseContext, files: readonly ParsedFile[]): MonthDigest {
  const { site, tags } = settings;
  const articles = files.flatMap((file) => (file.kind === "article" ? [file.article] : []));
  const notes = files.flatMap((file) => (file.kind === "note" ? [file.note] : []));
  return buildMonthDigest(site, tags, getGroupMonth(name), selectVisible(now, shows, articles), notes);
}

/** Adds to a record what the digest knows of its month at `now`, and the date of its next scheduled article. */
export function addSummaries(
  record: MonthRecord,
  handle: MonthHandle,
  files: readonly ParsedFile[],
  { now, shows }: ParseContext,
): MonthRecord {
  const { month, languages } = handle.readMonth();
  const scheduled = files.flatMap((file) => (file.kind === "article" ? listScheduledMoments(now, file.article) : []));
  const nextScheduled = findEarliest(scheduled);
  // A preview shows scheduled articles, marked until they are due. So its pages also depend on the next due date.
  const hashSummary = shows === "everything" ? (text: string) => hash(`${nextScheduled} ${text}`) : hash;
  return {
    ...record,
    summaries: languages.map((monthInLanguage) => summarizeMonth(month, monthInLanguage, hashSummary)),
    nextScheduled,
  };
}

/** A function that calls `create` once and then returns the same result. */
export function once<T>(create: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: create() };
    return result.value;
  };
}

/** Reads the parsed files of a month, without their texts. */
export function readParsedFiles({ filesBlob }: MonthRecord, store: BlobStore): readonly ParsedFile[] {
  return store.get(filesBlob);
}

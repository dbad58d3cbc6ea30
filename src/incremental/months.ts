// Decides which months, and which of their files, are parsed again, and parses these.
import {
  areTermsUnchanged,
  createTextContext,
  findCollisions,
  findUnusedMedia,
  listKeptDocuments,
  listKeptPictures,
  listOtherOwners,
  listStaticFiles,
  listTermReferences,
  listUsedMedia,
  type ParsedFile,
  parseTexts,
  shareAuthors,
  type UniqueKeys,
} from "../parse/parse.ts";
import { type ContentFiles, type ReadResult, readContentFiles } from "../read/read.ts";
import { hash, type MonthRecord, type TextPack, toJsonLines } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";
import { emptyHtml } from "../values/text/html.ts";
import {
  addSummaries,
  createMonthHandle,
  type MonthHandle,
  once,
  type ParseContext,
  readParsedFiles,
} from "./month-handle.ts";
import type { ScannedMonth } from "./scan.ts";

/** A month without the files that could not be parsed. It can be published only if there are no problems. */
export interface LoadedMonth {
  readonly handle: MonthHandle;
  readonly problems: readonly Problem[];
}

/** Brings a month up to date: skipped if no file changed, otherwise only files whose bytes changed are parsed. */
export function loadMonth(scannedMonth: ScannedMonth, parseContext: ParseContext): LoadedMonth {
  const { cache, parseKey, now } = parseContext;
  const { manifest, store } = cache;
  const previousRecord = findValidRecord(scannedMonth, parseContext);
  if (!previousRecord) return parseMonth(scannedMonth, parseContext, []);
  const inputsHash = scannedMonth.isTouched ? hashInputs(scannedMonth, parseKey) : previousRecord.inputsHash;
  if (inputsHash !== previousRecord.inputsHash)
    return parseMonth(
      scannedMonth,
      parseContext,
      attachBodies(readParsedFiles(previousRecord, store), store.openTexts(previousRecord.bodiesBlob)),
    );
  const record = scannedMonth.isTouched
    ? { ...previousRecord, stampsBlob: store.put(JSON.stringify(scannedMonth.stamps)) }
    : previousRecord;
  const isOutdated =
    manifest === undefined ||
    now < manifest.now ||
    (previousRecord.nextScheduled !== undefined && previousRecord.nextScheduled <= now);
  const getFiles = once(() => readParsedFiles(previousRecord, store));
  const handle = createMonthHandle(scannedMonth.name, record, parseContext, getFiles);
  return {
    handle: isOutdated ? { ...handle, record: addSummaries(record, handle, getFiles(), parseContext) } : handle,
    problems: [],
  };
}

/** Whether files of a month may have to be parsed. */
export function needsParsing(scannedMonth: ScannedMonth, parseContext: ParseContext): boolean {
  return scannedMonth.isTouched || findValidRecord(scannedMonth, parseContext) === undefined;
}

/** The record of a month, if unchanged files of it would still give the same parse results. */
function findValidRecord(
  { name }: ScannedMonth,
  { cache, parseKey, termsKey, settings }: ParseContext,
): MonthRecord | undefined {
  const { manifest } = cache;
  const record = manifest?.parseKey === parseKey ? manifest.months[name] : undefined;
  return record && (manifest?.termsKey === termsKey || areTermsUnchanged(record.termReferences, settings))
    ? record
    : undefined;
}

function hashInputs({ stamps }: ScannedMonth, parseKey: string): string {
  const hashes = Object.entries(stamps).map(([path, [, hash]]) => [path, hash]);
  return hash(`${parseKey} ${JSON.stringify(hashes.sort())}`);
}

function attachBodies(files: readonly ParsedFile[], bodies: TextPack): readonly ParsedFile[] {
  return files.map((file) => ({ ...file, html: bodies.readHtml(file.key) ?? file.html }));
}

function stripBodies(files: readonly ParsedFile[]): readonly ParsedFile[] {
  return files.map((file) => ({ ...file, html: emptyHtml }));
}

function parseMonth(
  scannedMonth: ScannedMonth,
  parseContext: ParseContext,
  previousFiles: readonly ParsedFile[],
): LoadedMonth {
  const { contentFiles, cache, settings, parseKey } = parseContext;
  const unchangedFiles = previousFiles.filter((file) => isReusable(file, scannedMonth));
  const reused = new Set(unchangedFiles.map(({ path }) => path));
  const texts = scannedMonth.texts.filter((path) => !reused.has(path));
  const { content, problems } = readFiles(scannedMonth, contentFiles, texts);
  const textContext = createTextContext(settings, scannedMonth.name, {
    ...content,
    unread: [...content.unread, ...contentFiles.unread],
  });
  const parsedFiles = parseTexts(content.texts, textContext);
  const hashedMonth = fillHashes(scannedMonth, [...content.texts, ...content.pictures, ...content.documents]);
  const files = shareAuthors(
    [...parsedFiles.flatMap(({ value }) => value ?? []), ...unchangedFiles].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
  const uniqueKeys = files.flatMap((file) => (file.kind === "article" ? [file.uniqueKeys] : []));
  const filesJson = toJsonLines(stripBodies(files));
  // Parsed again from JSON, because a title or name that is a slice of the source text keeps the whole text in memory.
  const storedFiles: readonly ParsedFile[] = JSON.parse(filesJson);
  const record: MonthRecord = {
    inputsHash: hashInputs(hashedMonth, parseKey),
    stampsBlob: cache.store.put(JSON.stringify(hashedMonth.stamps)),
    filesBlob: cache.store.put(filesJson),
    bodiesBlob: cache.store.putTexts(files),
    summaries: [],
    pages: files.flatMap((file) => (file.kind === "page" ? [file.page] : [])),
    keptPictures: listKeptPictures(textContext.pictures),
    keptDocuments: listKeptDocuments(textContext.documents),
    staticFiles: listStaticFiles(content.documents),
    warnings: findUnusedMedia(textContext, files),
    nextScheduled: undefined,
    termReferences: listTermReferences(files),
    uniqueKeys: uniqueKeys.filter(hasExplicitKeys),
  };
  const handle = createMonthHandle(scannedMonth.name, record, parseContext, () => storedFiles);
  return {
    handle: { ...handle, record: addSummaries(record, handle, storedFiles, parseContext) },
    problems: [
      ...problems,
      ...parsedFiles.flatMap((parsed) => parsed.problems),
      ...findCollisions(uniqueKeys, listOtherOwners(files)),
    ],
  };
}

/**
 * Whether an article has aliases or a custom id, which could collide with an article of another month. An id that is
 * derived from the address cannot.
 */
function hasExplicitKeys({ aliases, id, address }: UniqueKeys): boolean {
  return aliases.length > 0 || !id.endsWith(`:${address}`);
}

/** Reads these texts of a month, and all of its pictures and documents. */
function readFiles(
  { pictures, documents, stamps }: ScannedMonth,
  contentFiles: ContentFiles,
  texts: readonly string[],
): ReadResult {
  const knownHashes = new Map(documents.map((path) => [path, stamps[path]?.[1] ?? ""]));
  return readContentFiles({ ...contentFiles, problems: [], unread: [], texts, pictures, documents }, knownHashes);
}

/** Adds the hashes of the files that were just read. */
function fillHashes(
  scannedMonth: ScannedMonth,
  filesRead: readonly { readonly path: string; readonly hash: string }[],
): ScannedMonth {
  const hashes = new Map(filesRead.map(({ path, hash }) => [path, hash]));
  const stamps = Object.fromEntries(
    Object.entries(scannedMonth.stamps).map(([path, [stamp, hash]]) => [
      path,
      [stamp, hashes.get(path) ?? hash] as const,
    ]),
  );
  return { ...scannedMonth, stamps };
}

/** Whether the parse result of a file is still valid: its bytes, and pictures and documents of its month are the same. */
function isReusable(file: ParsedFile, { stamps, hasSameMedia }: ScannedMonth): boolean {
  if (stamps[file.path]?.[1] !== file.hash) return false;
  return hasSameMedia || listUsedMedia(file).length === 0;
}

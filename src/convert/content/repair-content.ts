import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Instant } from "../../values/instant.ts";
import type { Problem } from "../../values/problem.ts";
import type { ReportLoss } from "../losses.ts";
import { findAllProblems, findTextProblems } from "./check-content.ts";
import type { Draft } from "./drafts.ts";
import { type FormatContext, type FormattedDraft, formatDraft } from "./format-draft.ts";
import type { CopiedPicture } from "./pictures.ts";
import { repairDraft } from "./repair.ts";

/** What changes from one check to the next. */
export interface RepairState {
  readonly drafts: Map<string, Draft>;
  readonly formatted: Map<string, FormattedDraft>;
  /** By their path in the content folder. */
  readonly pictures: Map<string, CopiedPicture>;
  readonly badPictures: Set<string>;
  readonly context: FormatContext;
}

// Each round brings at least one block closer to its last form, so that there is an end anyway. Most archives take ten.
const maxRounds = 100;

/** Where new content is checked. */
export interface CheckRequest {
  /** The content folder. */
  readonly content: string;
  readonly now: Instant;
  readonly report: ReportLoss;
  readonly onProgress: (line: string) => void;
}

/**
 * Writes the drafts, checks them, and changes those that have problems, until there are none. Each text is checked by
 * itself first: the check of the whole site takes longer.
 */
export async function checkAndRepair(
  { content, now, report, onProgress }: CheckRequest,
  state: RepairState,
): Promise<void> {
  let changedPaths: ReadonlySet<string> = new Set(state.drafts.keys());
  for (let round = 1; ; round++) {
    onProgress(`writing and checking ${changedPaths.size} texts, round ${round}`);
    await writeDrafts(changedPaths, content, state);
    const textProblems = findTextProblems(content, [...changedPaths], [...state.pictures.keys()]);
    const problems = textProblems.length > 0 ? textProblems : await findAllProblems(content, now);
    if (problems.length === 0) return;
    changedPaths = repair(problems, content, state, report, round >= maxRounds);
  }
}

async function writeDrafts(paths: Iterable<string>, content: string, state: RepairState): Promise<void> {
  for (const path of paths) {
    // Between two texts, Ctrl-C is heard.
    await setImmediate();
    const draft = state.drafts.get(path);
    if (draft === undefined) continue;
    const formatted = formatDraft(draft, state.context);
    state.formatted.set(path, formatted);
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), formatted.contents);
  }
  for (const { from, to } of state.pictures.values()) {
    if (!state.badPictures.has(from) && !existsSync(join(content, to))) copyFileSync(from, join(content, to));
  }
}

/** @returns the paths of the texts to write again */
function repair(
  problems: readonly Problem[],
  content: string,
  state: RepairState,
  report: ReportLoss,
  isLast: boolean,
): ReadonlySet<string> {
  const changedPaths = new Set<string>();
  // Two problems of one block change its form once.
  const repairedLines = new Set<string>();
  for (const problem of problems) {
    const path = problem.at.file.slice(content.length + 1);
    const picture = state.pictures.get(path);
    if (picture) {
      state.badPictures.add(picture.from);
      state.pictures.delete(path);
      rmSync(join(content, path), { force: true });
      writeAllAgain(state, changedPaths);
      continue;
    }
    const draft = state.drafts.get(path);
    const formatted = state.formatted.get(path);
    // It was left out for another of its problems.
    if (draft === undefined && formatted !== undefined) continue;
    if (draft === undefined || formatted === undefined)
      throw new Error(`Expected ${problem.at.file} to be valid: ${problem.what}`);
    const block = formatted.blockLines.findLastIndex((line) => line <= problem.at.line);
    const key = block < 0 ? `${path} ${problem.what}` : `${path} ${block}`;
    if (repairedLines.has(key)) continue;
    repairedLines.add(key);
    if (!isLast && repairDraft(draft, formatted, problem, report)) changedPaths.add(path);
    else leaveOut(draft, problem, content, state, report, changedPaths);
  }
  return changedPaths;
}

/** Leaves a text out. Others may link to it: all are written again. */
function leaveOut(
  draft: Draft,
  { what }: Problem,
  content: string,
  state: RepairState,
  report: ReportLoss,
  changedPaths: Set<string>,
): void {
  report("left out", draft.text.file, what);
  rmSync(join(content, draft.path), { force: true });
  state.drafts.delete(draft.path);
  writeAllAgain(state, changedPaths);
}

function writeAllAgain({ drafts }: RepairState, changedPaths: Set<string>): void {
  for (const [path, { blocks }] of drafts) {
    changedPaths.add(path);
    for (const block of blocks) block.written = undefined;
  }
}

import type { AcceptedDifference } from "./addresses.ts";
import type { Pair, Run } from "./race.ts";

/** The results of the race at one size. */
export interface RaceResult {
  readonly size: number;
  /** The number of files of Dateline's site. */
  readonly files: number;
  readonly accepted: readonly AcceptedDifference[];
  readonly scenarios: readonly {
    readonly title: string;
    readonly fromNothing: boolean;
    readonly pairs: readonly Pair[];
  }[];
}

/** Date, machine and versions of the race. */
export interface RaceSetup {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly node: string;
  readonly dateline: string;
  readonly hugo: string;
  readonly rounds: number;
}

/** Formats all results as markdown, for the terminal and for the README. */
export function formatReport(setup: RaceSetup, results: readonly RaceResult[]): string {
  return [formatHeadline(setup), ...results.map(formatSize)].join("\n\n").concat("\n");
}

function formatHeadline({ date, commit, machine, node, dateline, hugo, rounds }: RaceSetup): string {
  return [
    `Measured on ${date} at commit ${commit}: ${dateline} on Node ${node} against ${hugo}.`,
    `Machine: ${machine}. Rounds: ${rounds}. Each cell: Dateline / Hugo, medians; ratios are of pairs: median (minimum to maximum).`,
  ].join("\n");
}

function formatSize({ size, files, accepted, scenarios }: RaceResult): string {
  const header = [
    "scenario",
    "wall s",
    "**wall ratio**",
    "CPU s",
    "CPU ratio",
    "peak MiB",
    "memory ratio",
    "files written",
    "MiB written",
    "MiB into caches",
  ];
  const rows = scenarios.map(({ title, pairs }) => [title, ...formatCells(pairs)]);
  return [
    `### ${size.toLocaleString("en")} articles, ${files.toLocaleString("en")} files`,
    "",
    formatTable([header, ...rows]),
    "",
    ...scenarios.filter(({ fromNothing }) => fromNothing).map(({ pairs }) => formatTimePerFile(files, pairs)),
    ...accepted.map(
      ({ what, why, count }) => `- Accepted difference (${count.toLocaleString("en")} addresses): ${what}. ${why}`,
    ),
  ].join("\n");
}

function formatCells(pairs: readonly Pair[]): readonly string[] {
  const formatMedians = (getValue: (run: Run) => number, digits: number) =>
    [pairs.map(({ dateline }) => getValue(dateline)), pairs.map(({ hugo }) => getValue(hugo))]
      .map((values) => computeMedian(values).toFixed(digits))
      .join(" / ");
  const formatRatio = (getValue: (run: Run) => number) =>
    formatSpread(pairs.map(({ dateline, hugo }) => getValue(dateline) / getValue(hugo)));
  return [
    formatMedians((run) => run.wallSeconds, 2),
    `**${formatRatio((run) => run.wallSeconds)}**`,
    formatMedians((run) => run.cpuSeconds, 2),
    formatRatio((run) => run.cpuSeconds),
    formatMedians((run) => run.peakMiB, 0),
    formatRatio((run) => run.peakMiB),
    formatMedians((run) => run.site.files, 0),
    formatMedians((run) => run.site.bytes / 2 ** 20, 1),
    formatMedians((run) => run.cache.bytes / 2 ** 20, 1),
  ];
}

function formatTimePerFile(files: number, pairs: readonly Pair[]): string {
  const wallSeconds = computeMedian(pairs.map(({ dateline }) => dateline.wallSeconds));
  return `- Dateline, nothing cached: ${((wallSeconds * 1000) / files).toFixed(2)} ms of wall time per published file.`;
}

/** Formats the median, minimum and maximum of some values: "0.61 (0.58 to 0.66)". */
export function formatSpread(values: readonly number[]): string {
  return `${computeMedian(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}

/** The middle value; for an even number of values, the mean of the two in the middle. */
export function computeMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const middleValues = Number.isInteger(middle)
    ? sorted.slice(middle - 1, middle + 1)
    : [sorted[Math.floor(middle)] ?? Number.NaN];
  return middleValues.reduce((sum, value) => sum + value, 0) / middleValues.length;
}

/** Formats rows as a markdown table with padded cells. All columns but the first are right-aligned. */
function formatTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((_, i) => Math.max(3, ...[header, ...rows].map((row) => row[i]?.length ?? 0)));
  const padCells = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
  const separator = widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [padCells(header), separator, ...rows.map(padCells)].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

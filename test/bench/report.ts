import type { Lawful } from "./addresses.ts";
import type { Pair, Run } from "./race.ts";

/** What one size of the race gave. */
export interface Result {
  readonly size: number;
  /** Files of Dateline's site. */
  readonly files: number;
  readonly lawful: readonly Lawful[];
  readonly scenarios: readonly {
    readonly title: string;
    readonly fromNothing: boolean;
    readonly pairs: readonly Pair[];
  }[];
}

/** When, where and with what the race was run. */
export interface Setup {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly node: string;
  readonly dateline: string;
  readonly hugo: string;
  readonly rounds: number;
}

/** All results as markdown: read in a terminal and put into the README alike. */
export function report(setup: Setup, results: readonly Result[]): string {
  return [headline(setup), ...results.map(ofSize)].join("\n\n").concat("\n");
}

function headline({ date, commit, machine, node, dateline, hugo, rounds }: Setup): string {
  return [
    `Measured on ${date} at commit ${commit}: ${dateline} on Node ${node} against ${hugo}.`,
    `Machine: ${machine}. Rounds: ${rounds}. Each cell: Dateline / Hugo, medians; ratios are pair by pair, median (least to most).`,
  ].join("\n");
}

function ofSize({ size, files, lawful, scenarios }: Result): string {
  const head = [
    "scenario",
    "wall s",
    "**wall ratio**",
    "CPU s",
    "CPU ratio",
    "peak MiB",
    "memory ratio",
    "files written",
    "MiB written",
    "beside the site",
  ];
  const rows = scenarios.map(({ title, pairs }) => [title, ...cells(pairs)]);
  return [
    `### ${size.toLocaleString("en")} articles, ${files.toLocaleString("en")} files`,
    "",
    table([head, ...rows]),
    "",
    ...scenarios.filter(({ fromNothing }) => fromNothing).map(({ pairs }) => perFile(files, pairs)),
    ...lawful.map(
      ({ what, why, count }) => `- Lawful difference (${count.toLocaleString("en")} addresses): ${what}. ${why}`,
    ),
  ].join("\n");
}

function cells(pairs: readonly Pair[]): readonly string[] {
  const both = (of: (run: Run) => number, digits: number) =>
    [pairs.map(({ dateline }) => of(dateline)), pairs.map(({ hugo }) => of(hugo))]
      .map((values) => median(values).toFixed(digits))
      .join(" / ");
  const ratio = (of: (run: Run) => number) => spread(pairs.map(({ dateline, hugo }) => of(dateline) / of(hugo)));
  return [
    both((run) => run.wallSeconds, 2),
    `**${ratio((run) => run.wallSeconds)}**`,
    both((run) => run.cpuSeconds, 2),
    ratio((run) => run.cpuSeconds),
    both((run) => run.peakMiB, 0),
    ratio((run) => run.peakMiB),
    both((run) => run.site.files, 0),
    both((run) => run.site.bytes / 2 ** 20, 1),
    both((run) => run.beside.bytes / 2 ** 20, 1),
  ];
}

function perFile(files: number, pairs: readonly Pair[]): string {
  const wall = median(pairs.map(({ dateline }) => dateline.wallSeconds));
  return `- Dateline, nothing cached: ${((wall * 1000) / files).toFixed(2)} ms of wall time a published file.`;
}

/** The median of some values, and the least and the most: "0.61 (0.58 to 0.66)". */
export function spread(values: readonly number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}

/** The one in the middle; between two, half-way. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const pair = Number.isInteger(middle)
    ? sorted.slice(middle - 1, middle + 1)
    : [sorted[Math.floor(middle)] ?? Number.NaN];
  return pair.reduce((sum, value) => sum + value, 0) / pair.length;
}

/** Rows as a table of markdown, its cells padded as formatters like it; all columns but the first to the right. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const padded = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
  const rule = widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [padded(head), rule, ...rows.map(padded)].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

import type { ParseContext } from "../incremental/month-handle.ts";
import type { PlanDiff } from "../incremental/plan-diff.ts";
import type { Progress } from "../incremental/progress.ts";
import type { RenderedPageGroup, RenderOptions } from "../incremental/render.ts";
import type { ScannedMonth } from "../incremental/scan.ts";
import type { MonthSummary, SiteSettings } from "../model/model.ts";
import type { MonthRecord } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";

/** Everything that a worker needs for its next tasks. Plain data, like every message; a new setup replaces the last. */
export interface Setup {
  /** With the folder of the cache instead of the open cache: each process opens it. */
  readonly parseContext: Omit<ParseContext, "cache"> & { readonly cacheFolder: string };
  /** What it takes to compute the same plan as the main process, and to render it; undefined while months are parsed. */
  readonly plan: PlanSetup | undefined;
}

export interface PlanSetup
  extends Pick<RenderOptions, "contentFolder" | "renderFolder" | "shard">,
    Pick<PlanDiff, "codeHash" | "renderKey"> {
  readonly siteSettings: SiteSettings;
  readonly summaries: readonly MonthSummary[];
  readonly monthRecords: Readonly<Record<string, MonthRecord>>;
}

/** What a worker can do. */
export type Task =
  | { readonly kind: "parse"; readonly month: ScannedMonth }
  | {
      readonly kind: "render";
      readonly groupNames: readonly string[];
      /** The records of these groups in the manifest. */
      readonly previousGroups: PlanDiff["previousGroups"];
    };

/** The result of a task, by its kind. */
export interface Result {
  readonly parse: { readonly record: MonthRecord; readonly problems: readonly Problem[] };
  readonly render: readonly RenderedPageGroup[];
}

/** A message to a worker. Tasks are numbered, so that their replies can be told apart. */
export type Request =
  | { readonly kind: "setup"; readonly setup: Setup }
  | { readonly kind: "task"; readonly id: number; readonly task: Task };

/** A message from a worker about the task with this number. */
export type Reply = { readonly id: number } & (
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly result: Result[keyof Result] }
  | { readonly kind: "failed"; readonly failure: Failure }
);

/** Why a task has no result. Errors cannot be sent as they are: their class would be lost. */
export type Failure =
  | { readonly kind: "content"; readonly problems: readonly Problem[] }
  | { readonly kind: "cache"; readonly message: string }
  | { readonly kind: "bug"; readonly stack: string };

// One build, as the six steps in order.
import type { LinkStyle } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";
import type { Problem } from "../values/problem.ts";

export interface BuildSettings {
  /** The folder that authors write in. */
  readonly content: string;
  /** The folder that is published. */
  readonly output: string;
  /** Where what can be made again is kept between builds. */
  readonly cache: string;
  /** Overrides site.yaml's. */
  readonly links: LinkStyle | undefined;
  readonly now: Instant;
}

export interface Built {
  readonly pages: number;
  readonly bytes: number;
}

/** Authors' slips, all of them: the site was not built. */
export class ProblemsFound extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = problems;
  }
}

export declare function build(settings: BuildSettings): Promise<Built>;

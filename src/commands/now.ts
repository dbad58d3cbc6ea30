import { type Instant, instantFrom } from "../values/instant.ts";

/**
 * When a build takes place: what DATELINE_NOW says, else what the clock says.
 *
 * @returns undefined where DATELINE_NOW is set but is no ISO instant with an offset
 */
export function nowFrom(environment: NodeJS.ProcessEnv, clock: Date): Instant | undefined {
  return instantFrom(environment.DATELINE_NOW ?? clock.toISOString());
}

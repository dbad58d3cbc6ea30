import { type Instant, parseInstant } from "../values/instant.ts";

/**
 * Reads the time of a build from DATELINE_NOW, or from the clock if that is not set.
 *
 * @returns undefined if DATELINE_NOW is set but is not an ISO instant with an offset
 */
export function readNow(environment: NodeJS.ProcessEnv, clock: Date): Instant | undefined {
  return parseInstant(environment.DATELINE_NOW ?? clock.toISOString());
}

import { type Instant, parseInstant } from "../values/instant.ts";
import { UserError } from "../values/user-error.ts";

/**
 * Reads the time of a build from DATELINE_NOW, or from the clock if that is not set.
 *
 * @throws UserError if DATELINE_NOW is not an ISO instant with an offset
 */
export function readNow(environment: NodeJS.ProcessEnv, clock: Date): Instant {
  const now = parseInstant(environment.DATELINE_NOW ?? clock.toISOString());
  if (!now) throw new UserError("DATELINE_NOW is not an ISO instant. Write it like 2024-07-11T06:00:00+03:00");
  return now;
}

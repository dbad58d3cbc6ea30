import type { Shard } from "../site/site.ts";
import type { Slip } from "../values/problem.ts";

/**
 * The part of a site that somebody asks for: `3/8`. `auto` leaves it to the environment of a job, and `auto/8` all but
 * the number of parts. There, which of them it is stands in CI_NODE_INDEX (GitLab, from 1) or JOB_COMPLETION_INDEX
 * (Kubernetes, from 0), and of how many in CI_NODE_TOTAL. Nothing is read unasked: a job that has these variables for
 * another reason would publish a part for the whole.
 *
 * @returns undefined for the one part of one, which is the whole
 */
export function shardFrom(text: string, environment: NodeJS.ProcessEnv): Shard | Slip | undefined {
  const written = /^auto(?:\/|$)/.test(text) ? fromEnvironment(text, environment) : text;
  if (typeof written !== "string") return written;
  const [, index, total] = /^(\d{1,4})\/([1-9]\d{0,3})$/.exec(written) ?? [];
  const asked = written === text ? `--shard ${text}` : `--shard ${text} (here ${written})`;
  if (index === undefined || total === undefined) {
    return { what: `${asked}: this does not say which part of how many.`, advice: "Write --shard 3/8" };
  }
  if (Number(index) < 1 || Number(index) > Number(total)) {
    return {
      what: `${asked}: there is no such part.`,
      advice: `Write --shard 1/${total} to --shard ${total}/${total}`,
    };
  }
  return total === "1" ? undefined : { index: Number(index), total: Number(total) };
}

function fromEnvironment(text: string, environment: NodeJS.ProcessEnv): string | Slip {
  const { CI_NODE_INDEX, CI_NODE_TOTAL, JOB_COMPLETION_INDEX } = environment;
  const total = text === "auto" ? CI_NODE_TOTAL : text.slice("auto/".length);
  if (total === undefined) {
    return {
      what: `--shard ${text}: CI_NODE_TOTAL does not say how many parts there are.`,
      advice: "Write --shard auto/8, or --shard 3/8",
    };
  }
  if (CI_NODE_INDEX !== undefined) return `${CI_NODE_INDEX}/${total}`;
  if (JOB_COMPLETION_INDEX !== undefined) return `${Number(JOB_COMPLETION_INDEX) + 1}/${total}`;
  // So GitLab tells a job that is not one of several.
  if (total === "1") return "1/1";
  return {
    what: `--shard ${text}: neither CI_NODE_INDEX nor JOB_COMPLETION_INDEX says which part this is.`,
    advice: "Write --shard 3/8",
  };
}

import type { Shard } from "../site/site.ts";
import type { ProblemText } from "../values/problem.ts";

/**
 * Parses the value of `--shard`: `3/8`, `auto/8` or `auto`. `auto/8` reads the index from the environment of a CI job:
 * CI_NODE_INDEX (GitLab, from 1) or JOB_COMPLETION_INDEX (Kubernetes, from 0). `auto` also reads the total, from
 * CI_NODE_TOTAL. The variables are read only on request: otherwise a job that has them for another reason would publish
 * a shard instead of the whole site.
 *
 * @returns undefined for shard 1 of 1, which is the whole site
 */
export function parseShard(text: string, environment: NodeJS.ProcessEnv): Shard | ProblemText | undefined {
  const shardText = /^auto(?:\/|$)/.test(text) ? readShardFromEnvironment(text, environment) : text;
  if (typeof shardText !== "string") return shardText;
  const [, index, total] = /^(\d{1,4})\/([1-9]\d{0,3})$/.exec(shardText) ?? [];
  const option = shardText === text ? `--shard ${text}` : `--shard ${text} (here ${shardText})`;
  if (index === undefined || total === undefined) {
    return { what: `${option}: expected a part and a total.`, advice: "Write --shard 3/8" };
  }
  if (Number(index) < 1 || Number(index) > Number(total)) {
    return {
      what: `${option}: there is no such part.`,
      advice: `Write --shard 1/${total} to --shard ${total}/${total}`,
    };
  }
  return total === "1" ? undefined : { index: Number(index), total: Number(total) };
}

function readShardFromEnvironment(text: string, environment: NodeJS.ProcessEnv): string | ProblemText {
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
  // GitLab sets only CI_NODE_TOTAL=1 for a job without `parallel`.
  if (total === "1") return "1/1";
  return {
    what: `--shard ${text}: neither CI_NODE_INDEX nor JOB_COMPLETION_INDEX says which part this is.`,
    advice: "Write --shard 3/8",
  };
}

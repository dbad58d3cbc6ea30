import type { Article, SourceCredit } from "../../parse/parse.ts";
import type { PlanContext } from "./context.ts";

/** Lists where an article comes from: own reporting first, if it is that, then the sources that it names. */
export function listSources({ words }: PlanContext, { original, sources }: Article): readonly SourceCredit[] {
  return original ? [{ name: words.ownReporting, url: undefined, published: undefined }, ...sources] : sources;
}

/** Formats the number of sources of an article: "3 sources"; "Own reporting", alone or before the number of sources. */
export function formatSourceCount({ words }: PlanContext, { original, sources }: Article): string {
  const count = words.sourceCount(sources.length);
  if (!original) return count;
  return sources.length === 0 ? words.ownReporting : `${words.ownReporting}, ${count}`;
}

import { maxStepsAround, type StorylineStep } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { formatDay } from "../../values/day.ts";
import { buildAddress } from "../parts/addresses.ts";
import type { StorylineStrip } from "../views/views.ts";
import type { MonthPlan } from "./context.ts";

/**
 * Creates the strip of an article's storyline: at most five steps around the article, oldest first, with the article
 * marked as current.
 *
 * @returns undefined if the article has no storyline, or is the only step of it
 */
export function createStorylineStrip(
  { context, content, adjacent }: MonthPlan,
  article: Article,
): StorylineStrip | undefined {
  const slug = article.storyline;
  const storyline = context.digest.topics.storylines.find((topic) => topic.slug === slug);
  if (!slug || !storyline) return undefined;
  const { earlier, later } = adjacent.storylines[slug] ?? { earlier: [], later: [] };
  const steps = [...earlier, ...content.articles.filter((other) => other.storyline === slug).reverse(), ...later];
  if (steps.length < 2) return undefined;
  return {
    title: storyline.title,
    address: buildAddress(context, "storylines", slug),
    steps: pickNearbySteps(steps, article).map(({ day, title, address }) => ({
      iso: day,
      date: formatDay(day, context.language),
      title,
      address,
      isCurrent: address === article.address,
    })),
  };
}

/**
 * Picks three steps before the article and one after it; more on one side if the other has fewer, five in all if
 * possible.
 */
function pickNearbySteps(oldestFirst: readonly StorylineStep[], article: Article): readonly StorylineStep[] {
  const index = oldestFirst.findIndex(({ address }) => address === article.address);
  const firstIndex = Math.max(0, Math.min(index - 3, oldestFirst.length - (maxStepsAround + 1)));
  return oldestFirst.slice(firstIndex, firstIndex + maxStepsAround + 1);
}

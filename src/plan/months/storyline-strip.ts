import { type Step, stepsAround } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { dayText } from "../../values/day.ts";
import { placeIn } from "../parts/context.ts";
import type { StorylineStrip } from "../views/views.ts";
import type { MonthPlan } from "./context.ts";

/**
 * The steps of an article's storyline around it, oldest first, at most five: where it stands among them is marked.
 *
 * @returns undefined where the article belongs to no storyline, or is all there is of it
 */
export function stripFor({ setting, own, around }: MonthPlan, article: Article): StorylineStrip | undefined {
  const slug = article.storyline;
  const storyline = setting.digest.topics.storylines.find((topic) => topic.slug === slug);
  if (!slug || !storyline) return undefined;
  const { earlier, later } = around.storylines[slug] ?? { earlier: [], later: [] };
  const steps = [...earlier, ...own.articles.filter((each) => each.storyline === slug).reverse(), ...later];
  if (steps.length < 2) return undefined;
  return {
    title: storyline.title,
    address: placeIn(setting, "storylines", slug),
    steps: near(steps, article).map(({ day, title, address }) => ({
      iso: day,
      date: dayText(day, setting.language),
      title,
      address,
      current: address === article.address,
    })),
  };
}

/** Three steps before and one after, or as many as there are on a side, so that there are five where there can be. */
function near(oldestFirst: readonly Step[], article: Article): readonly Step[] {
  const at = oldestFirst.findIndex(({ address }) => address === article.address);
  const first = Math.max(0, Math.min(at - 3, oldestFirst.length - (stepsAround + 1)));
  return oldestFirst.slice(first, first + stepsAround + 1);
}

import type { Article } from "../../parse/parse.ts";
import { countDaysBetween, formatDayWithYear } from "../../values/day.ts";
import { buildAddress } from "../parts/addresses.ts";
import type { PlanContext } from "../parts/context.ts";
import { createFeedLinks, createFrame } from "../parts/frame.ts";
import { createHeadline } from "../parts/headlines.ts";
import type { PlanUnit } from "../parts/unit.ts";
import type { StorylineView } from "../views/list-views.ts";
import { planTopicPages } from "./paging.ts";

// With a summary for each step, thirty keep a page within its size budget in any script.
const stepsPerPage = 30;

/** Plans the timeline pages of each storyline. */
export function planStorylines(context: PlanContext): readonly PlanUnit[] {
  return context.digest.topics.storylines.flatMap((topic) => {
    const { title, description } = topic;
    const feeds = createFeedLinks(title, buildAddress(context, "storylines", topic.slug));
    return planTopicPages(context, topic, stepsPerPage, ({ address, pager, languages }, newestFirst) => ({
      layout: "storyline",
      address,
      frame: createFrame(context, address, {
        title,
        description: description ?? context.words.aboutStoryline(title),
        feeds,
        languages,
      }),
      shows: { title, description, steps: createSteps(context, [...newestFirst].reverse()), pager, feeds },
    }));
  });
}

function createSteps(context: PlanContext, oldestFirst: readonly Article[]): StorylineView["steps"] {
  return oldestFirst.map((article, i) => {
    const previousArticle = oldestFirst[i - 1];
    const quietDays = previousArticle ? countDaysBetween(previousArticle.day, article.day) - 1 : 0;
    return {
      iso: article.day,
      date: formatDayWithYear(article.day, context.language),
      headline: createHeadline(context, article),
      quietDays: quietDays >= 7 ? quietDays : undefined,
    };
  });
}

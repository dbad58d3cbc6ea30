import type { Article } from "../../parse/parse.ts";
import { daysBetween, longDayText } from "../../values/day.ts";
import { placeIn, type Setting } from "../parts/context.ts";
import { feedLinks, framed } from "../parts/frame.ts";
import { headlineOf } from "../parts/headlines.ts";
import type { Unit } from "../parts/unit.ts";
import type { StorylineView } from "../views/list-views.ts";
import { topicPages } from "./paging.ts";

// With a sentence on each step, thirty keep a page within its budget in any script.
const stepsOnAPage = 30;

/** A timeline for each storyline. */
export function storylines(setting: Setting): readonly Unit[] {
  return setting.digest.topics.storylines.flatMap((topic) => {
    const { title, description } = topic;
    const feeds = feedLinks(title, placeIn(setting, "storylines", topic.slug));
    return topicPages(setting, topic, stepsOnAPage, ({ address, pager, languages }, newestFirst) => ({
      layout: "storyline",
      address,
      frame: framed(setting, address, {
        title,
        description: description ?? setting.words.aboutStoryline(title),
        feeds,
        languages,
      }),
      shows: { title, description, steps: stepsOf(setting, [...newestFirst].reverse()), pager, feeds },
    }));
  });
}

function stepsOf(setting: Setting, oldestFirst: readonly Article[]): StorylineView["steps"] {
  return oldestFirst.map((article, i) => {
    const before = oldestFirst[i - 1];
    const passed = before ? daysBetween(before.day, article.day) - 1 : 0;
    return {
      iso: article.day,
      date: longDayText(article.day, setting.language),
      headline: headlineOf(setting, article),
      quietDays: passed >= 7 ? passed : undefined,
    };
  });
}

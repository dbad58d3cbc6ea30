import type { Topic } from "../model/model.ts";
import type { Article } from "../parse/parse.ts";
import { daysBetween, dayText, longDayText } from "../values/day.ts";
import { feedLinks, framed } from "./frame.ts";
import { headlineOf } from "./headlines.ts";
import { pagedFromOldest } from "./listings.ts";
import type { Page, StorylineStrip, StorylineView } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** A timeline for each storyline. */
export function storylines(setting: Setting): readonly Page[] {
  return setting.digest.storylines.flatMap((topic) => storylinePages(setting, topic));
}

/**
 * The steps of an article's storyline around it, oldest first, at most five: where it stands among them is marked.
 *
 * @returns undefined where the article belongs to no storyline, or is all there is of it
 */
export function stripFor(setting: Setting, article: Article): StorylineStrip | undefined {
  const storyline = article.storyline && setting.storylines.get(article.storyline);
  if (!storyline || storyline.articles.length < 2) return undefined;
  const at = storyline.stepOf.get(article) ?? 0;
  const first = Math.max(0, Math.min(at - 3, storyline.articles.length - 5));
  return {
    ...storyline.link,
    steps: storyline.articles.slice(first, first + 5).map((step) => ({
      iso: step.day,
      date: dayText(step.day, setting.language),
      title: step.title,
      address: step.address,
      current: step === article,
    })),
    total: storyline.articles.length,
  };
}

// With a sentence on each step, thirty keep a page within its budget in any script.
const stepsOnAPage = 30;

function storylinePages(setting: Setting, { term, articles }: Topic): readonly Page[] {
  const folder = placeIn(setting, "storylines", term.slug);
  const title = term.title[setting.language];
  const description = term.description?.[setting.language];
  const feeds = feedLinks(title, folder);
  return pagedFromOldest(folder, articles, stepsOnAPage).map(({ address, items, pager }) => ({
    layout: "storyline",
    address,
    frame: framed(setting, address, { title, description: description ?? setting.words.aboutStoryline(title), feeds }),
    shows: { title, description, steps: stepsOf(setting, [...items].reverse()), pager, feeds },
  }));
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

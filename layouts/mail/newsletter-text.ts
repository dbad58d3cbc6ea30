import type { NewsletterStory, NewsletterView, Planned } from "../../src/plan/plan.ts";
import { absolute } from "../../src/values/address.ts";
import { localeOf } from "../../src/values/language.ts";
import { flowed } from "../../src/values/text/flowed.ts";
import { type Bodies, linked } from "../../src/values/text/html.ts";
import { paragraphsOf } from "../../src/values/text/plain-text.ts";
import { wordsIn } from "../../src/words/words.ts";

/**
 * An edition as a mail of plain text, in lines that mail programs join again (RFC 3676). It begins with a byte order mark:
 * many hosts name no charset for such a file, and browsers then take Cyrillic for anything but UTF-8.
 */
export function newsletterText({ shows }: Planned<"newsletter-text">, bodies: Bodies): string {
  const words = wordsIn(shows.language);
  const text = flowed([
    ...headOf(shows),
    ...noteOf(shows, bodies),
    ...sectionOf(shows, shows.leadSection, [shows.lead]),
    ...shows.sections.flatMap(({ title, stories }) => sectionOf(shows, title, stories)),
    ...(shows.left > 0 ? [words.moreStories(shows.left), shows.url, ""] : []),
    words.thatIsAllFor(shows.day.long),
    "",
  ]);
  return `\ufeff${text}-- \n${flowed(footOf(shows))}`;
}

function headOf({ language, site, day, stories, minutes, url }: NewsletterView): readonly string[] {
  const words = wordsIn(language);
  return [site.title, `${day.weekday}, ${day.long}`, `${words.stories(stories)}, ${words.minutes(minutes)}`, url, ""];
}

function noteOf({ note, site, language }: NewsletterView, bodies: Bodies): readonly string[] {
  if (!note) return [];
  const html = note.body && linked(bodies.html(note.body), (address) => absolute(site.url, address));
  const paragraphs = html ? paragraphsOf(html) : [];
  return ["", heading(language, note.title), "", ...paragraphs.flatMap((paragraph) => [paragraph, ""])];
}

function sectionOf(
  { language }: NewsletterView,
  title: string | undefined,
  stories: readonly NewsletterStory[],
): readonly string[] {
  const head = title === undefined ? [] : [heading(language, title), ""];
  return ["", ...head, ...stories.flatMap((story) => [...storyOf(language, story), ""])];
}

function storyOf(
  language: NewsletterView["language"],
  { title, summary, place, sources, url, mark }: NewsletterStory,
): readonly string[] {
  const dateline = place === undefined ? "" : `${heading(language, place)}. `;
  const marked = mark === undefined ? "" : `${wordsIn(language)[mark]}: `;
  const told = summary === undefined ? [] : [`${dateline}${summary}`];
  return [`${marked}${title}`, ...told, sources, url];
}

// Capitals are all that plain text has to set a line apart.
function heading(language: NewsletterView["language"], text: string): string {
  return text.toLocaleUpperCase(localeOf(language));
}

function footOf({ site, language, unsubscribe }: NewsletterView): readonly string[] {
  const words = wordsIn(language);
  return [
    site.description,
    `${words.subscribe}: ${site.feeds}`,
    ...(unsubscribe === undefined ? [] : [`${words.unsubscribe}: ${unsubscribe}`]),
  ];
}

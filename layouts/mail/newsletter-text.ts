import type { NewsletterStory, NewsletterView, PageOf } from "../../src/plan/plan.ts";
import { toAbsoluteUrl } from "../../src/values/address.ts";
import { toLocale } from "../../src/values/language.ts";
import { formatFlowed } from "../../src/values/text/flowed.ts";
import { type BodyReader, resolveSiteLinks } from "../../src/values/text/html.ts";
import { toParagraphs } from "../../src/values/text/plain-text.ts";
import { getWords } from "../../src/words/words.ts";

/**
 * Renders an edition as a plain text mail with flowed lines (RFC 3676). It begins with a byte order mark: many hosts
 * send no charset for such a file, and browsers then do not decode Cyrillic as UTF-8.
 */
export function renderNewsletterText({ shows }: PageOf<"newsletter-text">, bodies: BodyReader): string {
  const words = getWords(shows.language);
  const text = formatFlowed([
    ...formatHead(shows),
    ...formatNote(shows, bodies),
    ...formatSection(shows, shows.leadSection, [shows.lead]),
    ...shows.sections.flatMap(({ title, stories }) => formatSection(shows, title, stories)),
    ...(shows.omittedCount > 0 ? [words.moreStories(shows.omittedCount), shows.url, ""] : []),
    words.endOfDay(shows.day.long),
    "",
  ]);
  return `\ufeff${text}-- \n${formatFlowed(formatFoot(shows))}`;
}

function formatHead({ language, site, day, storyCount: stories, minutes, url }: NewsletterView): readonly string[] {
  const words = getWords(language);
  return [
    site.title,
    `${day.weekday}, ${day.long}`,
    `${words.storyCount(stories)}, ${words.readingMinutes(minutes)}`,
    url,
    "",
  ];
}

function formatNote({ note, site, language }: NewsletterView, bodies: BodyReader): readonly string[] {
  if (!note) return [];
  const html = note.body && resolveSiteLinks(bodies.readHtml(note.body), (address) => toAbsoluteUrl(site.url, address));
  const paragraphs = html ? toParagraphs(html) : [];
  return ["", toHeading(language, note.title), "", ...paragraphs.flatMap((paragraph) => [paragraph, ""])];
}

function formatSection(
  { language }: NewsletterView,
  title: string | undefined,
  stories: readonly NewsletterStory[],
): readonly string[] {
  const headingLines = title === undefined ? [] : [toHeading(language, title), ""];
  return ["", ...headingLines, ...stories.flatMap((story) => [...formatStory(language, story), ""])];
}

function formatStory(
  language: NewsletterView["language"],
  { title, summary, place, byline, sources, url, mark }: NewsletterStory,
): readonly string[] {
  const dateline = place === undefined ? "" : `${toHeading(language, place)}. `;
  const markPrefix = mark === undefined ? "" : `${getWords(language)[mark]}: `;
  const summaryLines = summary === undefined ? [] : [`${dateline}${summary}`];
  const bylineLines = byline === undefined ? [] : [byline];
  return [`${markPrefix}${title}`, ...summaryLines, ...bylineLines, sources, url];
}

// In plain text, capitals are the only way to emphasise a line.
function toHeading(language: NewsletterView["language"], text: string): string {
  return text.toLocaleUpperCase(toLocale(language));
}

function formatFoot({ site, language, unsubscribe }: NewsletterView): readonly string[] {
  const words = getWords(language);
  return [
    site.description,
    ...(site.licence ? [formatLicence(site.licence, words.licence)] : []),
    `${words.subscribe}: ${site.feeds}`,
    ...(unsubscribe === undefined ? [] : [`${words.unsubscribe}: ${unsubscribe}`]),
  ];
}

function formatLicence({ text, url }: NonNullable<NewsletterView["site"]["licence"]>, label: string): string {
  return url === undefined ? text : `${label}: ${text}, ${url}`;
}

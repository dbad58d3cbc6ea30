import { type Edition, mayShareSummary, mayShareText } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { toAbsoluteUrl } from "../../values/address.ts";
import { formatDayWithYear } from "../../values/day.ts";
import { findLatest, toInstant } from "../../values/instant.ts";
import { maxMailWidth } from "../../values/text/mail-html.ts";
import { createFeedImage, formatEditionTitle } from "../feeds/items.ts";
import { buildAddress, buildDateAddress, getNewsletterAddresses } from "../parts/addresses.ts";
import { formatByline } from "../parts/authors.ts";
import type { PlanContext } from "../parts/context.ts";
import { estimateReadingMinutes, getPreviewStatus } from "../parts/headlines.ts";
import { formatSourceCount, listSources } from "../parts/sources.ts";
import type { NewsletterStory, NewsletterView, Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";
import { createDayView } from "./editions.ts";

/** Plans the newsletter of each edition of a month, as HTML and as plain text. */
export function planNewsletterPages({ context, content }: MonthPlan): readonly Page[] {
  return content.editions.flatMap((edition): readonly Page[] => {
    const shows = createNewsletterView(context, edition);
    const { html, text } = getNewsletterAddresses(context, edition.day);
    return [
      { layout: "newsletter", address: html, shows },
      { layout: "newsletter-text", address: text, shows },
    ];
  });
}

// The next edition changes nothing in it, so a newsletter that is sent late is the same.
function createNewsletterView(context: PlanContext, edition: Edition): NewsletterView {
  const { site, language, siteFrame: frame, words } = context;
  const { articles, day, lead } = edition;
  const leadStory = createStoryView(context, lead);
  const note = createNoteView(context, edition);
  const topTexts = {
    note,
    lead: leadStory,
    leadImage: createLeadImage(context, lead),
    preview: leadStory.summary ?? words.storyCount(articles.length),
  };
  const sections = createMailSections(context, edition, countBytesLeft(topTexts, edition));
  const listedStories = sections.reduce((total, { stories }) => total + stories.length, 0);
  return {
    ...topTexts,
    language,
    day: createDayView(context, day),
    title: words.editionTitle(formatDayWithYear(day, language)),
    url: toAbsoluteUrl(site.url, buildDateAddress(context, day)),
    site: {
      title: frame.title,
      description: site.description[language],
      url: site.url,
      home: toAbsoluteUrl(site.url, frame.home),
      feeds: toAbsoluteUrl(site.url, buildAddress(context, "feeds")),
      licence: frame.licence,
    },
    storyCount: articles.length,
    minutes: articles.reduce((total, article) => total + estimateReadingMinutes(article), 0),
    leadSection: lead.section && context.tagLinks.get(lead.section)?.title,
    sections,
    omittedCount: articles.length - 1 - listedStories,
    unsubscribe: site.newsletter?.unsubscribe,
    mail: createMailHeader(context, edition),
  };
}

const maxNoteCharacters = 6000;

function createNoteView({ words }: PlanContext, { note }: Edition): NewsletterView["note"] {
  if (!note) return undefined;
  return {
    title: note.title ?? words.editorsNote,
    body: note.length > maxNoteCharacters ? undefined : note.body,
  };
}

// Some mail programs truncate a mail that is longer than 100 KB (Gmail: 102 KB of HTML). The markup and styles of a
// story take at most `storyOverheadBytes`, a character of an editor's note with absolute links at most
// `bytesPerNoteCharacter`, and the parts that are the same in every mail less than the 10 KB that remain.
const maxTextBytes = 88 * 1024;
const storyOverheadBytes = 750;
const bytesPerNoteCharacter = 4.4;

type TopTexts = Pick<NewsletterView, "note" | "lead" | "leadImage" | "preview">;

/** Counts the bytes that remain for all stories but the lead. */
function countBytesLeft({ note, lead, leadImage, preview }: TopTexts, edition: Edition): number {
  const noteBytes = note?.body === undefined ? 0 : (edition.note?.length ?? 0) * bytesPerNoteCharacter;
  const imageTexts = leadImage ? [leadImage.file, leadImage.alt, leadImage.caption ?? "", leadImage.credit] : [];
  const otherBytes = [note?.title ?? "", preview, ...imageTexts].reduce(
    (total, text) => total + countMaxBytes(text),
    0,
  );
  return maxTextBytes - noteBytes - otherBytes - countStoryBytes(lead);
}

function countStoryBytes(story: NewsletterStory): number {
  return Object.values(story).reduce((total, text) => total + countMaxBytes(text ?? ""), storyOverheadBytes);
}

/** Creates the sections of an edition with as many of their stories as fit in so many bytes. */
function createMailSections(context: PlanContext, { sections }: Edition, bytes: number): NewsletterView["sections"] {
  let bytesLeft = bytes;
  const fits = (story: NewsletterStory): boolean => {
    bytesLeft -= countStoryBytes(story);
    return bytesLeft >= 0;
  };
  return sections.flatMap(({ tag, articles }) => {
    const stories = articles.map((article) => createStoryView(context, article)).filter(fits);
    return stories.length > 0 ? [{ title: tag?.title[context.language] ?? context.words.otherStories, stories }] : [];
  });
}

const maxSourceCharacters = 200;

function createStoryView(context: PlanContext, article: Article): NewsletterStory {
  const { title, address, places } = article;
  const names = [...new Set(listSources(context, article).map(({ name }) => name))].join(", ");
  return {
    title,
    url: toAbsoluteUrl(context.site.url, address),
    summary: getMailSummary(article),
    place: places[0]?.name,
    byline: formatByline(context, article),
    sources: names.length > maxSourceCharacters ? formatSourceCount(context, article) : names,
    mark: getPreviewStatus(context, article),
  };
}

const maxReasonCharacters = 1000;

// The mail gives the reason of a retraction instead of the summary of a retracted article.
function getMailSummary(article: Article): string | undefined {
  const { retracted, summary } = article;
  if (retracted) return retracted.text.length > maxReasonCharacters ? undefined : retracted.text;
  return mayShareSummary(article) ? summary : undefined;
}

// Mail programs that block pictures show the alternative text. A picture with longer texts appears on the article's
// page only.
const maxImageCharacters = 1000;

function createLeadImage(context: PlanContext, article: Article): NewsletterView["leadImage"] {
  const image = mayShareText(article) && !article.retracted ? article.image : undefined;
  const texts = image ? [image.alt, image.caption, image.credit].join("") : "";
  const feedImage = texts.length <= maxImageCharacters && image ? createFeedImage(context, image) : undefined;
  if (!feedImage) return undefined;
  const { file, width, alt, caption, credit } = feedImage;
  return { file, width: Math.min(width, maxMailWidth), alt, caption, credit };
}

/**
 * Creates the header fields of the mail. The Message-ID gets a hash of the whole mail too (RFC 5322, 3.6.4: one id for
 * each version): mail programs and archives keep only the first mail of an id, and would never show a retraction. The
 * date moves with it, so that the mail of a corrected edition is not filed under old ones.
 */
function createMailHeader(context: PlanContext, edition: Edition): NewsletterView["mail"] {
  const { site, language, siteFrame: frame } = context;
  const { day } = edition;
  const [host = ""] = site.authority.split(",");
  const published = toInstant(day, site.hour, site.timezone);
  return {
    from: site.newsletter && { name: frame.title, address: site.newsletter.from },
    subject: formatEditionTitle(context, edition),
    date: findLatest([published, ...edition.articles.flatMap(({ updated }) => updated ?? [])]) ?? published,
    messageId: { name: `newsletter.${day}.${language}`, host },
    listId: `newsletter.${language}.${host}`,
  };
}

/**
 * Counts the most bytes that a text can take in HTML or XML: up to six per entity, up to three per other UTF-16 unit.
 */
function countMaxBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += '&<>"'.includes(text.charAt(i)) ? 6 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

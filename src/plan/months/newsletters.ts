import { type Edition, sharesSummary, sharesText } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { absolute } from "../../values/address.ts";
import { longDayText } from "../../values/day.ts";
import { instantAt } from "../../values/instant.ts";
import { mailPixels } from "../../values/text/mail-html.ts";
import { editionTitle, imageOf } from "../feeds/items.ts";
import { placeIn, type Setting } from "../parts/context.ts";
import { editionAddress, newslettersOf } from "../parts/edition-addresses.ts";
import { markOf, minutesOf } from "../parts/headlines.ts";
import type { NewsletterStory, NewsletterView, Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";
import { dayView } from "./editions.ts";

/** Each edition of a month as a mail: its HTML, and its plain text. */
export function newsletterPages({ setting, own }: MonthPlan): readonly Page[] {
  return own.editions.flatMap((edition): readonly Page[] => {
    const shows = newsletterView(setting, edition);
    const { html, text } = newslettersOf(setting, edition.day);
    return [
      { layout: "newsletter", address: html, shows },
      { layout: "newsletter-text", address: text, shows },
    ];
  });
}

// Nothing in it changes when the next edition comes out: who sends it late sends the same.
function newsletterView(setting: Setting, edition: Edition): NewsletterView {
  const { site, language, frame, words } = setting;
  const { articles, day, lead } = edition;
  const first = storyOf(setting, lead);
  const note = noteOf(setting, edition);
  const texts = {
    note,
    lead: first,
    leadImage: imageFor(setting, lead),
    preview: first.summary ?? words.stories(articles.length),
  };
  const sections = toldIn(setting, edition, roomBeside(texts, edition));
  const told = sections.reduce((total, { stories }) => total + stories.length, 0);
  return {
    ...texts,
    language,
    day: dayView(setting, day),
    title: words.editionOf(longDayText(day, language)),
    url: absolute(site.url, editionAddress(setting, day)),
    site: {
      title: frame.title,
      description: site.description[language],
      url: site.url,
      home: absolute(site.url, frame.home),
      feeds: absolute(site.url, placeIn(setting, "feeds")),
    },
    stories: articles.length,
    minutes: articles.reduce((total, article) => total + minutesOf(article), 0),
    leadSection: lead.section && setting.tagLinks.get(lead.section)?.title,
    sections,
    left: articles.length - 1 - told,
    unsubscribe: site.newsletter?.unsubscribe,
    mail: headOf(setting, edition),
  };
}

const mostCharactersOfNote = 6000;

function noteOf({ words }: Setting, { note }: Edition): NewsletterView["note"] {
  if (!note) return undefined;
  return {
    title: note.title ?? words.editorsNote,
    body: note.length > mostCharactersOfNote ? undefined : note.body,
  };
}

// Some programs cut off what is longer than 100 KB (Gmail: 102 KB of HTML). A story's elements and their styles weigh
// less than this, a character of an editor's note less than this with its links made absolute, and what is the same in
// every mail less than the 10 KB that remain.
const mostBytesOfTexts = 88 * 1024;
const bytesAroundStory = 750;
const bytesOfNoteCharacter = 4.4;

type Texts = Pick<NewsletterView, "note" | "lead" | "leadImage" | "preview">;

/** How many bytes there are for all stories but the first. */
function roomBeside({ note, lead, leadImage, preview }: Texts, edition: Edition): number {
  const noted = note?.body === undefined ? 0 : (edition.note?.length ?? 0) * bytesOfNoteCharacter;
  const shown = leadImage ? [leadImage.url, leadImage.alt, leadImage.caption ?? "", leadImage.credit] : [];
  const others = [note?.title ?? "", preview, ...shown].reduce((total, text) => total + mostBytes(text), 0);
  return mostBytesOfTexts - noted - others - bytesOf(lead);
}

function bytesOf(story: NewsletterStory): number {
  return Object.values(story).reduce((total, text) => total + mostBytes(text ?? ""), bytesAroundStory);
}

/** The sections of an edition with as many of their stories as there is room for in a mail. */
function toldIn(setting: Setting, { sections }: Edition, bytes: number): NewsletterView["sections"] {
  let room = bytes;
  const fits = (story: NewsletterStory): boolean => {
    room -= bytesOf(story);
    return room >= 0;
  };
  return sections.flatMap(({ tag, articles }) => {
    const stories = articles.map((article) => storyOf(setting, article)).filter(fits);
    return stories.length > 0 ? [{ title: tag?.title[setting.language] ?? setting.words.elsewhere, stories }] : [];
  });
}

const mostCharactersOfSources = 200;

function storyOf(setting: Setting, article: Article): NewsletterStory {
  const { title, address, places, sources } = article;
  const names = [...new Set(sources.map(({ name }) => name))].join(", ");
  return {
    title,
    url: absolute(setting.site.url, address),
    summary: toldOf(article),
    place: places[0]?.name,
    sources: names.length > mostCharactersOfSources ? setting.words.source(sources.length) : names,
    mark: markOf(setting, article),
  };
}

const mostCharactersOfReason = 1000;

// Of what was taken back a mail says why, and does not tell it again.
function toldOf(article: Article): string | undefined {
  const { retracted, summary } = article;
  if (retracted) return retracted.text.length > mostCharactersOfReason ? undefined : retracted.text;
  return sharesSummary(article) ? summary : undefined;
}

// Who sees no pictures reads what stands for this one; what is too long for a line or two is left to the article.
const mostCharactersOfImage = 1000;

function imageFor(setting: Setting, article: Article): NewsletterView["leadImage"] {
  const image = sharesText(article) && !article.retracted ? article.image : undefined;
  const texts = image ? [image.alt, image.caption, image.credit].join("") : "";
  const file = texts.length <= mostCharactersOfImage && image ? imageOf(setting, image) : undefined;
  if (!file) return undefined;
  const { url, width, alt, caption, credit } = file;
  return { url, width: Math.min(width, mailPixels), alt, caption, credit };
}

/** The head of the mail. What names the edition follows from its day and language alone, so that no copy is taken for another mail. */
function headOf(setting: Setting, edition: Edition): NewsletterView["mail"] {
  const { site, language, frame } = setting;
  const { day } = edition;
  const [host = ""] = site.authority.split(",");
  return {
    from: site.newsletter && { name: frame.title, address: site.newsletter.from },
    subject: editionTitle(setting, edition),
    date: instantAt(day, site.hour, site.timezone),
    id: `newsletter.${day}.${language}@${host}`,
    list: `newsletter.${language}.${host}`,
  };
}

/** What a text weighs at most in HTML or XML: a character that stands as an entity six bytes, any other three a UTF-16 unit. */
function mostBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += '&<>"'.includes(text.charAt(i)) ? 6 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

import type { Page, PageOf } from "../plan/plan.ts";
import { createRenderBuffers, renderPage } from "../render/render.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../site/site.ts";
import type { Day } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import { type Problem, toFileStart } from "../values/problem.ts";
import type { BodyReader } from "../values/text/html.ts";
import { UserError } from "../values/user-error.ts";
import { buildMail } from "./mail.ts";

/** An edition as a mail, in one language. */
export interface EditionMail {
  readonly language: Language;
  readonly subject: string;
  readonly bytes: Buffer;
}

/**
 * Builds the mails of the edition of a day, one per language.
 *
 * @throws UserError if no edition came out on that day
 * @throws ContentProblems if the content has problems, or site.yaml does not name the sender
 */
export async function buildEditionMails(siteOptions: SiteOptions, day: Day): Promise<readonly EditionMail[]> {
  const site = await planWholeSite(siteOptions);
  const editions = site.pages.filter((page) => page.layout === "newsletter");
  const editionsOfDay = editions.filter(({ shows }) => shows.day.iso === day);
  if (editionsOfDay.length === 0) throw new UserError(describeMissingEdition(day, editions));
  const mails: EditionMail[] = [];
  for (const edition of editionsOfDay) {
    const bytes = await buildEditionMail(edition, site);
    if (!bytes) throw new ContentProblems([createMissingSenderProblem(siteOptions.content)]);
    mails.push({ language: edition.shows.language, subject: edition.shows.mail.subject, bytes });
  }
  return mails;
}

type NewsletterPage = PageOf<"newsletter">;

/** Builds the mail of an edition; undefined if site.yaml does not name the sender. */
async function buildEditionMail(edition: NewsletterPage, { pages, bodies }: PlannedSite): Promise<Buffer | undefined> {
  const { shows } = edition;
  const { from } = shows.mail;
  const textPage = pages.find((page) => page.layout === "newsletter-text" && page.shows === shows);
  if (!textPage) throw new Error(`Expected ${shows.url} as plain text too.`);
  if (!from) return undefined;
  // A mail names its charset, so the byte order mark is not needed.
  const text = renderToText(textPage, bodies).replace(/^\ufeff/, "");
  const { unsubscribe, language } = shows;
  return buildMail({ ...shows.mail, from, unsubscribe, language, text, html: renderToText(edition, bodies) });
}

function renderToText(page: Page, bodies: BodyReader): string {
  return renderPage(page, { bodies, getFileSize: throwNoWeights, ...createRenderBuffers() }).toString();
}

function throwNoWeights(): never {
  throw new Error("Expected no feed among the pages of a mail.");
}

function createMissingSenderProblem(content: string): Problem {
  return {
    at: toFileStart(`${content}/site.yaml`),
    what: "newsletter: is missing; a mail needs a sender and an unsubscribe address.",
    advice: "Add it, as in: newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}",
  };
}

function describeMissingEdition(day: Day, editions: readonly NewsletterPage[]): string {
  const earlierDays = editions.map(({ shows }) => shows.day.iso).filter((editionDay) => editionDay < day);
  const previousDay = earlierDays.sort().at(-1);
  return `No edition has come out on ${day}.${previousDay === undefined ? "" : ` The last one before it is that of ${previousDay}.`}`;
}

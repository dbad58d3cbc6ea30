import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageOf } from "../../plan/plan.ts";
import { generateImages, renderMail } from "../../render/render.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../../site/site.ts";
import { prepareCacheFolder } from "../../store/store.ts";
import type { Address } from "../../values/address.ts";
import type { Day } from "../../values/day.ts";
import type { Language } from "../../values/language.ts";
import { type Problem, toFileStart } from "../../values/problem.ts";
import { UserError } from "../../values/user-error.ts";
import { listVariants } from "../../values/variants.ts";
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
    const bytes = await buildEditionMail(edition, site, siteOptions);
    if (!bytes) throw new ContentProblems([createMissingSenderProblem(siteOptions.content)]);
    mails.push({ language: edition.shows.language, subject: edition.shows.mail.subject, bytes });
  }
  return mails;
}

type NewsletterPage = PageOf<"newsletter">;

/** Builds the mail of an edition; undefined if site.yaml does not name the sender. */
async function buildEditionMail(
  edition: NewsletterPage,
  site: PlannedSite,
  siteOptions: SiteOptions,
): Promise<Buffer | undefined> {
  const { shows } = edition;
  const { from, messageId } = shows.mail;
  const textPage = site.pages.filter((page) => page.layout === "newsletter-text").find((page) => page.shows === shows);
  if (!textPage) throw new Error(`Expected ${shows.url} as plain text too.`);
  if (!from) return undefined;
  const toContentId = (file: Address) => `${file.slice(file.lastIndexOf("/") + 1)}@${messageId.host}`;
  const { html, text, pictures } = renderMail(edition, textPage, site.bodies, (file) => `cid:${toContentId(file)}`);
  const files = await readPictures(pictures, site, siteOptions);
  const { unsubscribe, language } = shows;
  const carried = files.map(({ address, bytes }) => ({ id: toContentId(address), bytes }));
  return buildMail({ ...shows.mail, from, unsubscribe, language, text, html, pictures: carried });
}

interface PictureBytes {
  readonly address: Address;
  readonly bytes: Buffer;
}

/** Reads the files of pictures; those that are not in the cache are generated. */
async function readPictures(
  addresses: readonly Address[],
  { pictures }: PlannedSite,
  { content, cache }: SiteOptions,
): Promise<readonly PictureBytes[]> {
  if (addresses.length === 0) return [];
  const wanted = new Set(addresses);
  const shown = pictures.filter(({ stem, width, height }) =>
    listVariants(stem, width, height).some(({ address }) => wanted.has(address)),
  );
  const { folder, release } = prepareCacheFolder(cache, cache);
  try {
    const images = await generateImages(shown, content, join(folder, "images"));
    if (!images.ok) throw new ContentProblems(images.problems);
    const paths = new Map(images.value.map(({ address, cachePath }) => [address, cachePath]));
    return addresses.map((address) => ({ address, bytes: readFileSync(paths.get(address) ?? "") }));
  } finally {
    release();
  }
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

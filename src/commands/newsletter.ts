import { writeFile } from "node:fs/promises";
import type { Page, Planned } from "../plan/plan.ts";
import { pageBytes } from "../render/render.ts";
import { type PlannedSite, ProblemsFound, plannedSite, type Wanted } from "../site/site.ts";
import type { Day } from "../values/day.ts";
import { type Problem, startOf } from "../values/problem.ts";
import type { Bodies } from "../values/text/html.ts";
import { mailOf } from "./mail.ts";
import { NoEdition } from "./no-edition.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes the edition of a day as a whole mail, for a person to open or a mailer to send: one file a language into the
 * folder that the command is started in, "2024-07-11.en.eml". The same edition gives the same bytes.
 *
 * @throws NoEdition where none has come out on that day
 * @throws ProblemsFound where the content has some, or site.yaml does not say who sends the mail
 */
export async function newsletter(wanted: Wanted, day: Day, terminal: Terminal): Promise<void> {
  const site = await plannedSite(wanted);
  const editions = site.pages.filter((page) => page.layout === "newsletter");
  const ofDay = editions.filter(({ shows }) => shows.day.iso === day);
  if (ofDay.length === 0) throw new NoEdition(noEditionOn(day, editions));
  for (const edition of ofDay) {
    const mail = await mailFrom(edition, site);
    if (!mail) throw new ProblemsFound([noSender(wanted.content)]);
    const file = `${day}.${edition.shows.language}.eml`;
    await writeFile(file, mail);
    terminal.print(`${file}: ${edition.shows.mail.subject}`);
  }
}

type Newsletter = Planned<"newsletter">;

/** The whole mail; undefined where the site does not say who sends it. */
async function mailFrom(edition: Newsletter, { pages, bodies }: PlannedSite): Promise<Buffer | undefined> {
  const { shows } = edition;
  const { from } = shows.mail;
  const plain = pages.find((page) => page.layout === "newsletter-text" && page.shows === shows);
  if (!plain) throw new Error(`Expected ${shows.url} as plain text too.`);
  if (!from) return undefined;
  // In a mail the charset is named: there it needs no byte order mark.
  const text = textOf(plain, bodies).replace(/^\ufeff/, "");
  const { unsubscribe, language } = shows;
  return mailOf({ ...shows.mail, from, unsubscribe, language, text, html: textOf(edition, bodies) });
}

function textOf(page: Page, bodies: Bodies): string {
  return pageBytes(page, bodies, noWeight).toString();
}

function noWeight(): never {
  throw new Error("Expected no feed among the pages of a mail.");
}

function noSender(content: string): Problem {
  return {
    at: startOf(`${content}/site.yaml`),
    what: "newsletter: is missing, and a mail says who sends it and where one leaves.",
    advice: "Add it, as in: newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}",
  };
}

function noEditionOn(day: Day, editions: readonly Newsletter[]): string {
  const before = editions.map(({ shows }) => shows.day.iso).filter((each) => each < day);
  const last = before.sort().at(-1);
  return `No edition has come out on ${day}.${last === undefined ? "" : ` The last one before it is that of ${last}.`}`;
}

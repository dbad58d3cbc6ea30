import type { VNode } from "preact";
import type { PageOf } from "../../src/plan/plan.ts";
import { type Address, toAbsoluteUrl, toRelativeUrl } from "../../src/values/address.ts";
import { mailPolicy } from "../../src/values/content-policy.ts";
import { type BodyReader, resolveSiteLinks } from "../../src/values/text/html.ts";
import { toMailHtml } from "../../src/values/text/mail-html.ts";
import { getWords } from "../../src/words/words.ts";
import { Prose } from "../page/prose.tsx";
import { mailLooks, mailStyleSheet, noteStyles } from "./mail.ts";
import { MailFoot } from "./mail-foot.tsx";
import {
  CenteredColumn,
  LayoutRow,
  LayoutTable,
  MailLead,
  type MailPartProps,
  MailStory,
  type PicturePartProps,
} from "./mail-story.tsx";

/** The page on the site that shows an edition as a mail. Its pictures are those of the site. */
export function Newsletter({ address, shows }: PageOf<"newsletter">, bodies: BodyReader): VNode {
  const toPictureUrl = (file: Address) => toRelativeUrl({ address, linkStyle: "folder" }, file);
  return <Mail shows={shows} bodies={bodies} toPictureUrl={toPictureUrl} policy={mailPolicy} />;
}

interface MailProps extends Pick<PicturePartProps, "shows" | "toPictureUrl"> {
  readonly bodies: BodyReader;
  /** The Content-Security-Policy. */
  readonly policy: string;
}

/** An edition as an HTML mail. It uses tables and inline styles, because mail programs support little else. */
export function Mail({ shows, bodies, toPictureUrl, policy }: MailProps): VNode {
  const look = mailLooks[shows.language];
  return (
    <html lang={shows.language}>
      <MailHead shows={shows} policy={policy} />
      <body {...look.body}>
        <div {...look.preview}>{shows.preview}</div>
        <main lang={shows.language}>
          <CenteredColumn look={look}>
            <MailMasthead shows={shows} look={look} />
            <MailNote shows={shows} look={look} toPictureUrl={toPictureUrl} bodies={bodies} />
            <MailSections shows={shows} look={look} toPictureUrl={toPictureUrl} />
            <MailFoot shows={shows} look={look} />
          </CenteredColumn>
        </main>
      </body>
    </html>
  );
}

function MailHead({ shows, policy }: Pick<MailProps, "shows" | "policy">): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <title>{`${shows.title} — ${shows.site.title}`}</title>
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <link rel="icon" href="data:," />
      <link rel="canonical" href={shows.url} />
      <style dangerouslySetInnerHTML={{ __html: mailStyleSheet }} />
    </head>
  );
}

function MailMasthead({ shows, look }: MailPartProps): VNode {
  const words = getWords(shows.language);
  const { day, site, url } = shows;
  return (
    <>
      <LayoutRow look={look.masthead}>
        <LayoutTable look={look.sheet}>
          <tr>
            <td {...look.title}>
              <a href={site.home} {...look.link}>
                {site.title}
              </a>
            </td>
            <td {...look.onSite}>
              <a href={url} {...look.footLink}>
                {words.readOnSite}
              </a>
            </td>
          </tr>
        </LayoutTable>
      </LayoutRow>
      <LayoutRow look={look.day}>
        <h1 {...look.date}>
          <time datetime={day.iso}>
            <span {...look.numeral}>{day.numeral}</span>{" "}
            <span {...look.month}>
              <span {...look.weekday}>{day.weekday}</span> {day.month}
            </span>
          </time>
        </h1>
        <p {...look.count}>
          {words.storyCount(shows.storyCount)} · {words.readingMinutes(shows.minutes)}
        </p>
      </LayoutRow>
    </>
  );
}

function MailNote({
  shows,
  look,
  toPictureUrl,
  bodies,
}: PicturePartProps & { readonly bodies: BodyReader }): VNode | null {
  const { note, site, url } = shows;
  if (!note) return null;
  const toUrl = (address: Address) => toAbsoluteUrl(site.url, address);
  return (
    <LayoutRow look={look.note}>
      <h2 {...look.noteTitle}>
        <a href={url} {...look.link}>
          {note.title}
        </a>
      </h2>
      {note.body && (
        <Prose html={resolveSiteLinks(toMailHtml(bodies.readHtml(note.body), noteStyles), toUrl, toPictureUrl)} />
      )}
    </LayoutRow>
  );
}

function MailSections({ shows, look, toPictureUrl }: PicturePartProps): VNode {
  const { leadSection, sections } = shows;
  return (
    <>
      <LayoutRow look={look.section}>{leadSection && <p {...look.sectionTitle}>{leadSection}</p>}</LayoutRow>
      <LayoutRow look={look.story}>
        <MailLead shows={shows} look={look} toPictureUrl={toPictureUrl} />
      </LayoutRow>
      {sections.map(({ title, stories }) => (
        <>
          <LayoutRow look={look.section}>
            <h2 {...look.sectionTitle}>{title}</h2>
          </LayoutRow>
          {stories.map((story, i) => (
            <LayoutRow look={i === 0 ? look.story : look.nextStory}>
              <MailStory shows={shows} look={look} story={story} />
            </LayoutRow>
          ))}
        </>
      ))}
    </>
  );
}

import type { VNode } from "preact";
import type { NewsletterView, Planned } from "../../src/plan/plan.ts";
import { absolute } from "../../src/values/address.ts";
import { type Bodies, type Html, linked } from "../../src/values/text/html.ts";
import { mailHtml } from "../../src/values/text/mail-html.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Prose } from "../page/prose.tsx";
import { mailLooks, mailSheet, noteStyles } from "./mail.ts";
import { MailFoot } from "./mail-foot.tsx";
import { Column, MailLead, type MailPart, MailStory, Row, Sheet } from "./mail-story.tsx";

/** An edition as a mail: tables, and a style on each element, since mail programs know little more. */
export function Newsletter({ shows }: Planned<"newsletter">, bodies: Bodies): VNode {
  const look = mailLooks[shows.language];
  return (
    <html lang={shows.language}>
      <Head shows={shows} />
      <body {...look.body}>
        <div {...look.preview}>{shows.preview}</div>
        <main lang={shows.language}>
          <Column look={look}>
            <MailHead shows={shows} look={look} />
            <Note shows={shows} look={look} bodies={bodies} />
            <Sections shows={shows} look={look} />
            <MailFoot shows={shows} look={look} />
          </Column>
        </main>
      </body>
    </html>
  );
}

function Head({ shows }: { readonly shows: NewsletterView }): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${shows.title} — ${shows.site.title}`}</title>
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <link rel="icon" href="data:," />
      <link rel="canonical" href={shows.url} />
      <style dangerouslySetInnerHTML={{ __html: mailSheet }} />
    </head>
  );
}

function MailHead({ shows, look }: MailPart): VNode {
  const words = wordsIn(shows.language);
  const { day, site, url } = shows;
  return (
    <>
      <Row look={look.masthead}>
        <Sheet look={look.sheet}>
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
        </Sheet>
      </Row>
      <Row look={look.day}>
        <h1 {...look.date}>
          <time datetime={day.iso}>
            <span {...look.numeral}>{day.numeral}</span>{" "}
            <span {...look.month}>
              <span {...look.weekday}>{day.weekday}</span> {day.month}
            </span>
          </time>
        </h1>
        <p {...look.count}>
          {words.stories(shows.stories)} · {words.minutes(shows.minutes)}
        </p>
      </Row>
    </>
  );
}

function Note({ shows, look, bodies }: MailPart & { readonly bodies: Bodies }): VNode | null {
  const { note, site, url } = shows;
  if (!note) return null;
  return (
    <Row look={look.note}>
      <h2 {...look.noteTitle}>
        <a href={url} {...look.link}>
          {note.title}
        </a>
      </h2>
      {note.body && <Prose html={mailHtml(absoluteIn(site.url, bodies.html(note.body)), noteStyles)} />}
    </Row>
  );
}

function absoluteIn(site: string, html: Html): Html {
  return linked(html, (address) => absolute(site, address));
}

function Sections({ shows, look }: MailPart): VNode {
  const { leadSection, sections } = shows;
  return (
    <>
      <Row look={look.section}>{leadSection && <p {...look.sectionTitle}>{leadSection}</p>}</Row>
      <Row look={look.story}>
        <MailLead shows={shows} look={look} />
      </Row>
      {sections.map(({ title, stories }) => (
        <>
          <Row look={look.section}>
            <h2 {...look.sectionTitle}>{title}</h2>
          </Row>
          {stories.map((story, i) => (
            <Row look={i === 0 ? look.story : look.nextStory}>
              <MailStory shows={shows} look={look} story={story} />
            </Row>
          ))}
        </>
      ))}
    </>
  );
}

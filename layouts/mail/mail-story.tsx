import type { ComponentChildren, VNode } from "preact";
import type { NewsletterStory, NewsletterView } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { MailLook, MailLooks } from "./mail.ts";

/** What every part of a mail is given. */
export interface MailPart {
  readonly shows: NewsletterView;
  readonly look: MailLooks;
}

interface Box {
  readonly look: MailLook;
  readonly children: ComponentChildren;
}

/** A table that a mail is laid out by: it is read as if it were none. */
export function Sheet({ look, children }: Box): VNode {
  return (
    <table role="presentation" {...look}>
      <tbody>{children}</tbody>
    </table>
  );
}

/**
 * The sheet that all of a mail is on, with its text in the midst. A cell takes the width that it asks for where there is
 * room: Outlook, which lays out as Word does, knows neither a widest width nor a margin that centres.
 */
export function Column({ look, children }: Pick<MailPart, "look"> & Pick<Box, "children">): VNode {
  return (
    <Sheet look={look.paper}>
      <tr>
        <td {...look.aside} />
        <td {...look.column}>
          <Sheet look={look.sheet}>{children}</Sheet>
        </td>
        <td {...look.aside} />
      </tr>
    </Sheet>
  );
}

/** A row of it. */
export function Row({ look, children }: Box): VNode {
  return (
    <tr>
      <td {...look}>{children}</td>
    </tr>
  );
}

/** The day's first story in a mail. */
export function MailLead({ shows, look }: MailPart): VNode {
  const { lead, leadImage } = shows;
  return (
    <>
      <h2 {...look.lead}>
        <a href={lead.url} {...look.link}>
          {lead.title}
        </a>
      </h2>
      {lead.summary && <p {...look.standfirst}>{lead.summary}</p>}
      <Facts shows={shows} look={look} story={lead} />
      {leadImage && <Picture image={leadImage} look={look} />}
    </>
  );
}

/** A story in a mail: headline, one sentence, where it happened and who reported it. */
export function MailStory({ shows, look, story }: MailPart & { readonly story: NewsletterStory }): VNode {
  return (
    <>
      <h3 {...look.headline}>
        <a href={story.url} {...look.link}>
          {story.title}
        </a>
      </h3>
      {story.summary && <p {...look.summary}>{story.summary}</p>}
      <Facts shows={shows} look={look} story={story} />
    </>
  );
}

function Facts({ shows, look, story }: MailPart & { readonly story: NewsletterStory }): VNode {
  const { place, sources, mark } = story;
  return (
    <p {...look.facts}>
      {mark && <b {...look.mark}>{wordsIn(shows.language)[mark]} · </b>}
      {place && <b {...look.place}>{place}</b>}
      {place && " · "}
      {sources}
    </p>
  );
}

interface Pictured {
  readonly image: NonNullable<NewsletterView["leadImage"]>;
  readonly look: MailLooks;
}

// Many programs show no picture until they are asked to: then its text stands here.
function Picture({ image, look }: Pictured): VNode {
  const { url, width, alt, caption, credit } = image;
  return (
    <>
      <img src={url} width={width} alt={alt} {...look.picture} />
      <p {...look.caption}>
        {caption} {credit}
      </p>
    </>
  );
}

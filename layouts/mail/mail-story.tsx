import type { ComponentChildren, VNode } from "preact";
import type { NewsletterStory, NewsletterView } from "../../src/plan/plan.ts";
import type { Address } from "../../src/values/address.ts";
import { getWords } from "../../src/words/words.ts";
import type { MailLook, MailLooks } from "./mail.ts";

/** The props of every part of a mail. */
export interface MailPartProps {
  readonly shows: NewsletterView;
  readonly look: MailLooks;
}

/** The props of the parts that show pictures: a mail carries them inside, a page has them beside it. */
export interface PicturePartProps extends MailPartProps {
  readonly toPictureUrl: (file: Address) => string;
}

interface BoxProps {
  readonly look: MailLook;
  readonly children: ComponentChildren;
}

/** A table for layout. Its role is "presentation", so that screen readers do not announce it as a table. */
export function LayoutTable({ look, children }: BoxProps): VNode {
  return (
    <table role="presentation" {...look}>
      <tbody>{children}</tbody>
    </table>
  );
}

/**
 * The outer table of a mail, with the content in a centred column. The column is a table cell with a width, because
 * Outlook, which renders with Word's engine, supports neither `max-width` nor `margin: auto`.
 */
export function CenteredColumn({ look, children }: Pick<MailPartProps, "look"> & Pick<BoxProps, "children">): VNode {
  return (
    <LayoutTable look={look.paper}>
      <tr>
        <td {...look.aside} />
        <td {...look.column}>
          <LayoutTable look={look.sheet}>{children}</LayoutTable>
        </td>
        <td {...look.aside} />
      </tr>
    </LayoutTable>
  );
}

/** A row of a `LayoutTable`, with one cell. */
export function LayoutRow({ look, children }: BoxProps): VNode {
  return (
    <tr>
      <td {...look}>{children}</td>
    </tr>
  );
}

/** The lead of the day in a mail. */
export function MailLead({ shows, look, toPictureUrl }: PicturePartProps): VNode {
  const { lead, leadImage } = shows;
  return (
    <>
      <h2 {...look.lead}>
        <a href={lead.url} {...look.link}>
          {lead.title}
        </a>
      </h2>
      {lead.summary && <p {...look.standfirst}>{lead.summary}</p>}
      <MailFacts shows={shows} look={look} story={lead} />
      {leadImage && <MailPicture image={leadImage} look={look} toPictureUrl={toPictureUrl} />}
    </>
  );
}

/** A story in a mail: headline, summary, authors, place and sources. */
export function MailStory({ shows, look, story }: MailPartProps & { readonly story: NewsletterStory }): VNode {
  return (
    <>
      <h3 {...look.headline}>
        <a href={story.url} {...look.link}>
          {story.title}
        </a>
      </h3>
      {story.summary && <p {...look.summary}>{story.summary}</p>}
      <MailFacts shows={shows} look={look} story={story} />
    </>
  );
}

function MailFacts({ shows, look, story }: MailPartProps & { readonly story: NewsletterStory }): VNode {
  const { byline, place, sources, mark } = story;
  return (
    <p {...look.facts}>
      {mark && <b {...look.mark}>{getWords(shows.language)[mark]} · </b>}
      {byline && `${byline} · `}
      {place && <b {...look.place}>{place}</b>}
      {place && " · "}
      {sources}
    </p>
  );
}

interface MailPictureProps extends Pick<PicturePartProps, "look" | "toPictureUrl"> {
  readonly image: NonNullable<NewsletterView["leadImage"]>;
}

// Many mail programs block pictures by default and show the alternative text instead.
function MailPicture({ image, look, toPictureUrl }: MailPictureProps): VNode {
  const { file, width, alt, caption, credit } = image;
  return (
    <>
      <img src={toPictureUrl(file)} width={width} alt={alt} {...look.picture} />
      <p {...look.caption}>
        {caption} {credit}
      </p>
    </>
  );
}

import type { VNode } from "preact";
import { wordsIn } from "../../src/words/words.ts";
import { type MailPart, Row } from "./mail-story.tsx";

/** The end of a mail: that it is one, where the rest is, and how to leave. */
export function MailFoot({ shows, look }: MailPart): VNode {
  const words = wordsIn(shows.language);
  const { site, url, left, unsubscribe, day } = shows;
  return (
    <>
      {left > 0 && (
        <Row look={look.more}>
          <a href={url} {...look.link}>
            {words.moreStories(left)}
          </a>
        </Row>
      )}
      <Row look={look.finis}>
        <span {...look.square}>■</span> {words.thatIsAllFor(day.long)}
      </Row>
      <Row look={look.foot}>
        <p {...look.footLine}>{site.description}</p>
        <p {...look.footLine}>
          <FootLink url={url} title={words.wholeEdition} look={look} /> ·{" "}
          <FootLink url={site.feeds} title={words.subscribe} look={look} />
          {unsubscribe && " · "}
          {unsubscribe && <FootLink url={unsubscribe} title={words.unsubscribe} look={look} />}
        </p>
      </Row>
    </>
  );
}

function FootLink({
  url,
  title,
  look,
}: Pick<MailPart, "look"> & { readonly url: string; readonly title: string }): VNode {
  return (
    <a href={url} {...look.footLink}>
      {title}
    </a>
  );
}

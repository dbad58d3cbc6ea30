import type { VNode } from "preact";
import { getWords } from "../../src/words/words.ts";
import { LayoutRow, type MailPartProps } from "./mail-story.tsx";

/** The foot of a mail: links to the remaining stories, to the edition on the site, to the feeds and to unsubscribe. */
export function MailFoot({ shows, look }: MailPartProps): VNode {
  const words = getWords(shows.language);
  const { site, url, omittedCount: left, unsubscribe, day } = shows;
  const { licence } = site;
  return (
    <>
      {left > 0 && (
        <LayoutRow look={look.more}>
          <a href={url} {...look.link}>
            {words.moreStories(left)}
          </a>
        </LayoutRow>
      )}
      <LayoutRow look={look.finis}>
        <span {...look.square}>■</span> {words.endOfDay(day.long)}
      </LayoutRow>
      <LayoutRow look={look.foot}>
        <p {...look.footLine}>{site.description}</p>
        {licence?.url && (
          <p {...look.footLine}>
            {words.licence}: <FootLink url={licence.url} title={licence.text} look={look} />
          </p>
        )}
        {licence && !licence.url && <p {...look.footLine}>{licence.text}</p>}
        <p {...look.footLine}>
          <FootLink url={url} title={words.wholeEdition} look={look} /> ·{" "}
          <FootLink url={site.feeds} title={words.subscribe} look={look} />
          {unsubscribe && " · "}
          {unsubscribe && <FootLink url={unsubscribe} title={words.unsubscribe} look={look} />}
        </p>
      </LayoutRow>
    </>
  );
}

function FootLink({
  url,
  title,
  look,
}: Pick<MailPartProps, "look"> & { readonly url: string; readonly title: string }): VNode {
  return (
    <a href={url} {...look.footLink}>
      {title}
    </a>
  );
}

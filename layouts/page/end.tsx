import type { VNode } from "preact";
import type { EditionPartView, Frame } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";
import { PageLink } from "../frame/links.tsx";

/** The end of an edition: it says that there is no more to read, and links to the next edition and to the mail. */
export function EditionEnd({
  frame,
  edition,
}: {
  readonly frame: Frame;
  readonly edition: EditionPartView["edition"];
}): VNode {
  const words = getWords(frame.language);
  const { later } = edition.neighbours;
  const { html, text } = edition.newsletters;
  return (
    <>
      <p class="finis">
        {edition.isLatest ? words.endOfToday : words.endOfDay(edition.day.long)}{" "}
        {edition.isLatest
          ? words.nextEdition(edition.publicationTime)
          : later && <PageLink frame={frame} link={later} rel="next" />}
      </p>
      <p class="facts">
        <PageLink frame={frame} link={{ title: words.mailLink, address: html }} />{" "}
        <PageLink frame={frame} link={{ title: words.mailTextLink, address: text }} />
      </p>
    </>
  );
}

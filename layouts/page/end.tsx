import type { VNode } from "preact";
import type { EditionView, Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { To } from "../frame/links.tsx";

/** The end: a digest is finite, and says so. */
export function End({ frame, edition }: { readonly frame: Frame; readonly edition: EditionView }): VNode {
  const words = wordsIn(frame.language);
  const { later } = edition.neighbours;
  const { html, text } = edition.newsletters;
  return (
    <>
      <p class="finis">
        {edition.latest ? words.thatIsAll : words.thatIsAllFor(edition.day.long)}{" "}
        {edition.latest ? words.nextEdition(edition.comesOut) : later && <To frame={frame} link={later} rel="next" />}
      </p>
      <p class="facts">
        <To frame={frame} link={{ title: words.asMail, address: html }} />{" "}
        <To frame={frame} link={{ title: words.asMailText, address: text }} />
      </p>
    </>
  );
}

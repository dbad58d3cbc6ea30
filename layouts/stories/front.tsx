import type { VNode } from "preact";
import type { EditionView, Frame } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import type { Bodies } from "../../src/values/text/html.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Document } from "../frame/document.tsx";
import { Day } from "../page/day.tsx";
import { End } from "../page/end.tsx";
import { Prose } from "../page/prose.tsx";
import { Calendar } from "./calendar.tsx";
import { Lead } from "./lead.tsx";
import { Neighbours } from "./neighbours.tsx";
import { Stories } from "./story.tsx";

interface Shown {
  readonly frame: Frame;
  readonly edition: EditionView;
  readonly bodies: Bodies;
}

/** One day's edition, whole: the day, its lead, the rest by section, and an end. */
export function Front({ frame, edition, bodies }: Shown): VNode {
  return (
    <Document frame={frame}>
      <div class="spread">
        <DayRail frame={frame} edition={edition} bodies={bodies} />
        <div class="column">
          <Lead frame={frame} edition={edition} />
          {edition.sections.map((section) => (
            <Section frame={frame} section={section} />
          ))}
          <End frame={frame} edition={edition} />
        </div>
        <div class="aside">
          <Calendar frame={frame} calendar={edition.calendar} />
        </div>
      </div>
    </Document>
  );
}

function DayRail({ frame, edition, bodies }: Shown): VNode {
  const words = wordsIn(frame.language);
  const { note } = edition;
  return (
    <header class="rail">
      <h1>
        <Day day={edition.day} />
      </h1>
      <p class="facts">
        <span>{words.stories(edition.stories)}</span> <span>{words.minutes(edition.minutes)}</span>
      </p>
      <Neighbours frame={frame} neighbours={edition.neighbours} />
      {note && (
        <section class="note">
          <h2>{note.title ?? words.editorsNote}</h2>
          <Prose html={bodies.html(note.body)} />
        </section>
      )}
    </header>
  );
}

function Section({
  frame,
  section: { tag, headlines },
}: {
  readonly frame: Frame;
  readonly section: EditionView["sections"][number];
}): VNode {
  return (
    <section>
      <h2 class="section">
        {tag ? <a href={relativeTo(frame.here, tag.address)}>{tag.title}</a> : wordsIn(frame.language).elsewhere}
      </h2>
      <Stories frame={frame} headlines={headlines} />
    </section>
  );
}

import type { VNode } from "preact";
import type { EditionView, Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import type { BodyReader } from "../../src/values/text/html.ts";
import { getWords } from "../../src/words/words.ts";
import { Document } from "../frame/document.tsx";
import { DateBanner } from "../page/day.tsx";
import { EditionEnd } from "../page/end.tsx";
import { Prose } from "../page/prose.tsx";
import { Calendar } from "./calendar.tsx";
import { LeadStory } from "./lead.tsx";
import { Neighbours } from "./neighbours.tsx";
import { StoryList } from "./story.tsx";

interface EditionPageProps {
  readonly frame: Frame;
  readonly edition: EditionView;
  readonly bodies: BodyReader;
}

/** The edition of a day: the date, the lead, the other stories by section, and the end. */
export function EditionPage({ frame, edition, bodies }: EditionPageProps): VNode {
  return (
    <Document frame={frame}>
      <div class="spread">
        <DayRail frame={frame} edition={edition} bodies={bodies} />
        <div class="column">
          <LeadStory frame={frame} edition={edition} />
          {edition.sections.map((section) => (
            <EditionSection frame={frame} section={section} />
          ))}
          {edition.nextPart ? (
            <Neighbours frame={frame} neighbours={{ earlier: undefined, later: edition.nextPart }} />
          ) : (
            <EditionEnd frame={frame} edition={edition} />
          )}
        </div>
        <div class="aside">
          <Calendar frame={frame} calendar={edition.calendar} />
        </div>
      </div>
    </Document>
  );
}

function DayRail({ frame, edition, bodies }: EditionPageProps): VNode {
  const words = getWords(frame.language);
  const { note } = edition;
  return (
    <header class="rail">
      <h1>
        <DateBanner day={edition.day} />
      </h1>
      <p class="facts">
        <span>{words.storyCount(edition.storyCount)}</span> <span>{words.readingMinutes(edition.minutes)}</span>
      </p>
      <Neighbours frame={frame} neighbours={edition.neighbours} />
      {note && (
        <section class="note">
          <h2>{note.title ?? words.editorsNote}</h2>
          <Prose html={bodies.readHtml(note.body)} />
        </section>
      )}
    </header>
  );
}

/** The stories of one section. */
export function EditionSection({
  frame,
  section: { tag, headlines },
}: {
  readonly frame: Frame;
  readonly section: EditionView["sections"][number];
}): VNode {
  return (
    <section>
      <h2 class="section">
        {tag ? (
          <a href={toRelativeUrl(frame.linkBase, tag.address)}>{tag.title}</a>
        ) : (
          getWords(frame.language).otherStories
        )}
      </h2>
      <StoryList frame={frame} headlines={headlines} />
    </section>
  );
}

import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Calendar } from "./stories/calendar.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** A year: the calendars of its months. */
export function Year({ frame, shows }: PageOf<"year">): VNode {
  const words = getWords(frame.language);
  return (
    <Document frame={frame}>
      <header class="heading">
        <h1>{shows.title}</h1>
        <p class="facts">
          <span>{words.editionCount(shows.editionCount)}</span> <span>{words.storyCount(shows.storyCount)}</span>
        </p>
        <Neighbours frame={frame} neighbours={shows.neighbours} />
      </header>
      <ol class="months">
        {shows.months.map(({ calendar, storyCount: stories }) => (
          <li>
            <Calendar frame={frame} calendar={calendar} />
            <p class="facts">{words.storyCount(stories)}</p>
          </li>
        ))}
      </ol>
    </Document>
  );
}

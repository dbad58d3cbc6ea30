import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Calendar } from "./stories/calendar.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** A year as the calendars of its months. */
export function Year({ frame, shows }: Planned<"year">): VNode {
  const words = wordsIn(frame.language);
  return (
    <Document frame={frame}>
      <header class="heading">
        <h1>{shows.title}</h1>
        <p class="facts">
          <span>{words.editions(shows.editions)}</span> <span>{words.stories(shows.stories)}</span>
        </p>
        <Neighbours frame={frame} neighbours={shows.neighbours} />
      </header>
      <ol class="months">
        {shows.months.map(({ calendar, stories }) => (
          <li>
            <Calendar frame={frame} calendar={calendar} />
            <p class="facts">{words.stories(stories)}</p>
          </li>
        ))}
      </ol>
    </Document>
  );
}

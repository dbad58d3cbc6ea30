import type { VNode } from "preact";
import type { CalendarDay, Frame, Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { To } from "./frame/links.tsx";
import { Weekdays } from "./stories/calendar.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** A month as a calendar whose days carry what led them. */
export function Month({ frame, shows }: Planned<"month">): VNode {
  const words = wordsIn(frame.language);
  const { calendar } = shows;
  return (
    <Document frame={frame}>
      <header class="heading">
        <h1>{shows.title}</h1>
        <p class="facts">
          <span>{words.editions(shows.editions)}</span> <span>{words.stories(shows.stories)}</span>{" "}
          <To frame={frame} link={shows.year} />
        </p>
        <Neighbours frame={frame} neighbours={shows.neighbours} />
      </header>
      <table class="month">
        <caption class="hidden">{calendar.title}</caption>
        <Weekdays weekdays={calendar.weekdays} />
        <tbody>
          {calendar.weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <td>{day && <LargeDay frame={frame} day={day} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Document>
  );
}

function LargeDay({ frame, day }: { readonly frame: Frame; readonly day: CalendarDay }): VNode {
  if (!day.address) return <>{day.numeral}</>;
  return (
    <>
      <a href={relativeTo(frame.here, day.address)}>
        <b>{day.numeral}</b> <span>{day.lead}</span>
      </a>{" "}
      <small>{wordsIn(frame.language).stories(day.stories)}</small>
    </>
  );
}

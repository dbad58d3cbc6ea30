import type { VNode } from "preact";
import type { CalendarDayView, Frame, PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { PageLink } from "./frame/links.tsx";
import { CalendarRows } from "./stories/calendar.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** A month as a calendar. Each day shows the headline of its lead. */
export function Month({ frame, shows }: PageOf<"month">): VNode {
  const words = getWords(frame.language);
  const { calendar } = shows;
  return (
    <Document frame={frame}>
      <header class="heading">
        <h1>{shows.title}</h1>
        <p class="facts">
          <span>{words.editionCount(shows.editionCount)}</span> <span>{words.storyCount(shows.storyCount)}</span>{" "}
          <PageLink frame={frame} link={shows.year} />
        </p>
        <Neighbours frame={frame} neighbours={shows.neighbours} />
      </header>
      <table class="month">
        <caption class="hidden">{calendar.title}</caption>
        <CalendarRows calendar={calendar} showDay={(day) => <LargeDay frame={frame} day={day} />} />
      </table>
    </Document>
  );
}

function LargeDay({ frame, day }: { readonly frame: Frame; readonly day: CalendarDayView }): VNode {
  if (!day.address) return <>{day.numeral}</>;
  return (
    <>
      <a href={toRelativeUrl(frame.linkBase, day.address)}>
        <b>{day.numeral}</b> <span>{day.lead}</span>
      </a>{" "}
      <small>{getWords(frame.language).storyCount(day.storyCount)}</small>
    </>
  );
}

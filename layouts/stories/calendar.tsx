import type { VNode } from "preact";
import type { CalendarDay, Frame, Calendar as Month } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";

/** A month, small: its days with editions are links. */
export function Calendar({ frame, calendar }: { readonly frame: Frame; readonly calendar: Month }): VNode {
  return (
    <table class="calendar">
      <caption>
        <a href={relativeTo(frame.here, calendar.address)}>{calendar.title}</a>
      </caption>
      <Weekdays weekdays={calendar.weekdays} />
      <tbody>
        {calendar.weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <td>{day && <SmallDay frame={frame} day={day} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The head of a calendar: Monday first. */
export function Weekdays({ weekdays }: { readonly weekdays: Month["weekdays"] }): VNode {
  return (
    <thead>
      <tr>
        {weekdays.map(({ short, long }) => (
          <th scope="col" abbr={long}>
            {short}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SmallDay({ frame, day }: { readonly frame: Frame; readonly day: CalendarDay }): VNode {
  if (!day.address) return <>{day.numeral}</>;
  return (
    <a href={relativeTo(frame.here, day.address)} aria-label={day.long} aria-current={day.current ? "date" : undefined}>
      {day.numeral}
    </a>
  );
}

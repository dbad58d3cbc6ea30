import type { VNode } from "preact";
import type { CalendarDayView, CalendarView as CalendarMonth, Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";

/** A small calendar of a month. Days with an edition are links. */
export function Calendar({ frame, calendar }: { readonly frame: Frame; readonly calendar: CalendarMonth }): VNode {
  return (
    <table class="calendar">
      <caption>
        <a href={toRelativeUrl(frame.linkBase, calendar.address)}>{calendar.title}</a>
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

/** The head row of a calendar, Monday first. */
export function Weekdays({ weekdays }: { readonly weekdays: CalendarMonth["weekdays"] }): VNode {
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

function SmallDay({ frame, day }: { readonly frame: Frame; readonly day: CalendarDayView }): VNode {
  if (!day.address) return <>{day.numeral}</>;
  return (
    <a
      href={toRelativeUrl(frame.linkBase, day.address)}
      aria-label={day.long}
      aria-current={day.isCurrent ? "date" : undefined}
    >
      {day.numeral}
    </a>
  );
}

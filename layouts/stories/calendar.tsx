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
      <CalendarRows calendar={calendar} showDay={(day) => <SmallDay frame={frame} day={day} />} />
    </table>
  );
}

interface CalendarRowsProps {
  readonly calendar: CalendarMonth;
  readonly showDay: (day: CalendarDayView) => VNode;
}

/** The rows of a calendar: the names of the days of the week, Monday first, then the weeks. */
export function CalendarRows({ calendar, showDay }: CalendarRowsProps): VNode {
  return (
    <>
      <thead>
        <tr>
          {calendar.weekdays.map(({ short, long }) => (
            <th scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendar.weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <td>{day && showDay(day)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
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

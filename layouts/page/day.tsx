import type { VNode } from "preact";
import type { DayView } from "../../src/plan/plan.ts";

/** The day as a masthead: the numeral is the largest thing on a page. Read aloud, it is the whole date. */
export function Day({ day }: { readonly day: DayView }): VNode {
  return (
    <time class="day" datetime={day.iso}>
      <b>{day.weekday}</b> <span>{day.numeral}</span> <i>{day.month}</i>
    </time>
  );
}

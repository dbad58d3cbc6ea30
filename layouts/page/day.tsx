import type { VNode } from "preact";
import type { DayView } from "../../src/plan/plan.ts";

/** The date of an edition in large type: its numeral is the largest element of a page. Its text is the full date. */
export function DateBanner({ day }: { readonly day: DayView }): VNode {
  return (
    <time class="day" datetime={day.iso}>
      <b>{day.weekday}</b> <span>{day.numeral}</span> <i>{day.month}</i>
    </time>
  );
}

import type { VNode } from "preact";
import type { Frame, ListingView } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { Document } from "../frame/document.tsx";
import { Heading } from "../page/heading.tsx";
import { FeedLinks } from "./feed-links.tsx";
import { Pager } from "./pager.tsx";
import { Stories } from "./story.tsx";

interface Shown {
  readonly frame: Frame;
  readonly view: ListingView;
  readonly kind: string;
}

/** All that was written about a tag, a person or a place, day by day. */
export function Listing({ frame, view, kind }: Shown): VNode {
  return (
    <Document frame={frame}>
      <Heading kind={kind} title={view.title} standfirst={view.description}>
        {view.feeds.length > 0 && <FeedLinks frame={frame} feeds={view.feeds} />}
      </Heading>
      <ol class="rows">
        {view.days.map((day) => (
          <li>
            <h2 class="date">
              <a href={relativeTo(frame.here, day.edition)}>
                <time datetime={day.iso}>{day.date}</time>
              </a>
            </h2>
            <Stories frame={frame} headlines={day.headlines} />
          </li>
        ))}
      </ol>
      <Pager frame={frame} pager={view.pager} />
    </Document>
  );
}

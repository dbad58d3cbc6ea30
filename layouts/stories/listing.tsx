import type { VNode } from "preact";
import type { Frame, ListingView } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { Document } from "../frame/document.tsx";
import { Heading } from "../page/heading.tsx";
import { FeedLinks } from "./feed-links.tsx";
import { Pager } from "./pager.tsx";
import { StoryList } from "./story.tsx";

interface ListingProps {
  readonly frame: Frame;
  readonly view: ListingView;
  readonly kind: string;
}

/** The stories of a tag, a person or a place, grouped by day. */
export function Listing({ frame, view, kind }: ListingProps): VNode {
  return (
    <Document frame={frame}>
      <Heading kind={kind} title={view.title} standfirst={view.description}>
        {view.feeds.length > 0 && <FeedLinks frame={frame} feeds={view.feeds} />}
      </Heading>
      <ListedDays frame={frame} view={view} />
    </Document>
  );
}

/** The stories of a page of a list, grouped by day, and the links to its other pages. */
export function ListedDays({ frame, view }: Omit<ListingProps, "kind">): VNode {
  return (
    <>
      <ol class="rows">
        {view.days.map((day) => (
          <li>
            <h2 class="date">
              <a href={toRelativeUrl(frame.linkBase, day.edition)}>
                <time datetime={day.iso}>{day.date}</time>
              </a>
            </h2>
            <StoryList frame={frame} headlines={day.headlines} />
          </li>
        ))}
      </ol>
      <Pager frame={frame} pager={view.pager} />
    </>
  );
}

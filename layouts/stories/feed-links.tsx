import type { VNode } from "preact";
import type { FeedLink, Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";

/** Links to the feed of one topic, in each format. */
export function FeedLinks({ frame, feeds }: { readonly frame: Frame; readonly feeds: readonly FeedLink[] }): VNode {
  return (
    <ul class="links">
      {feeds.map(({ address, label, mediaType, title }) => (
        <li>
          <a href={toRelativeUrl(frame.linkBase, address)} type={mediaType} title={title}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

import type { VNode } from "preact";
import type { FeedLink, Frame } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";

/** One topic's feed in each of its formats. */
export function FeedLinks({ frame, feeds }: { readonly frame: Frame; readonly feeds: readonly FeedLink[] }): VNode {
  return (
    <ul class="links">
      {feeds.map(({ address, label, mediaType, title }) => (
        <li>
          <a href={relativeTo(frame.here, address)} type={mediaType} title={title}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

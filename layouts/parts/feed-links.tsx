import type { VNode } from "preact";
import type { FeedLink, Frame } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";

/** How each format is called, and the media type by which feed readers find it. */
export const feedNames: { readonly [F in FeedLink["format"]]: { readonly name: string; readonly type: string } } = {
  rss: { name: "RSS", type: "application/rss+xml" },
  atom: { name: "Atom", type: "application/atom+xml" },
  json: { name: "JSON Feed", type: "application/feed+json" },
};

/** One topic's feed in each of its formats. */
export function FeedLinks({ frame, feeds }: { readonly frame: Frame; readonly feeds: readonly FeedLink[] }): VNode {
  return (
    <ul class="links">
      {feeds.map(({ address, format, title }) => (
        <li>
          <a href={relativeTo(frame.here, address)} type={feedNames[format].type} title={title}>
            {feedNames[format].name}
          </a>
        </li>
      ))}
    </ul>
  );
}

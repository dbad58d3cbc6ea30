import type { VNode } from "preact";
import type { FeedsView, Frame, PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { FeedLinks } from "./stories/feed-links.tsx";

/** Explains to readers how to subscribe, and lists all feeds. */
export function Feeds({ frame, shows }: PageOf<"feeds">): VNode {
  const words = getWords(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={words.subscribe} standfirst={words.subscribeIntroduction} />
      <div class="spread">
        <ol class="column steps">
          {words.subscribeSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </div>
      <div class="rows">
        {shows.groups.map((group) => (
          <FeedGroup frame={frame} group={group} />
        ))}
      </div>
      <div class="spread">
        <small class="after">{words.feedArchives}</small>
      </div>
    </Document>
  );
}

function FeedGroup({ frame, group }: { readonly frame: Frame; readonly group: FeedsView["groups"][number] }): VNode {
  return (
    <section>
      <h2 class="date">{group.title}</h2>
      <ul class="feeds">
        {group.topics.map((topic) => (
          <li>
            <a href={toRelativeUrl(frame.linkBase, topic.page)}>{topic.title}</a>
            <FeedLinks frame={frame} feeds={topic.feeds} />
            {topic.advice && <small>{topic.advice}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

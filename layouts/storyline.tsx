import type { VNode } from "preact";
import type { Frame, PageOf, StorylineView } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { FeedLinks } from "./stories/feed-links.tsx";
import { Pager } from "./stories/pager.tsx";
import { Story } from "./stories/story.tsx";

/** A story of several days: dates on the left, articles on the right, and between them the number of quiet days. */
export function Storyline({ frame, shows }: PageOf<"storyline">): VNode {
  return (
    <Document frame={frame}>
      <Heading kind={getWords(frame.language).storyline} title={shows.title} standfirst={shows.description}>
        {shows.feeds.length > 0 && <FeedLinks frame={frame} feeds={shows.feeds} />}
      </Heading>
      <ol class="timeline">
        {shows.steps.map((step) => (
          <TimelineStep frame={frame} step={step} />
        ))}
      </ol>
      <Pager frame={frame} pager={shows.pager} />
    </Document>
  );
}

function TimelineStep({
  frame,
  step,
}: {
  readonly frame: Frame;
  readonly step: StorylineView["steps"][number];
}): VNode {
  return (
    <li>
      {step.quietDays && <p class="quiet">{getWords(frame.language).quietDays(step.quietDays)}</p>}
      <time datetime={step.iso}>{step.date}</time>
      <Story frame={frame} headline={step.headline} level={2} />
    </li>
  );
}

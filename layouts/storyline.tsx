import type { VNode } from "preact";
import type { Frame, Planned, StorylineView } from "../src/plan/plan.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { FeedLinks } from "./stories/feed-links.tsx";
import { Pager } from "./stories/pager.tsx";
import { Story } from "./stories/story.tsx";

/** A story that goes on for longer than a day: dates left, what happened right, and the days of silence between. */
export function Storyline({ frame, shows }: Planned<"storyline">): VNode {
  return (
    <Document frame={frame}>
      <Heading kind={wordsIn(frame.language).storyline} title={shows.title} standfirst={shows.description}>
        {shows.feeds.length > 0 && <FeedLinks frame={frame} feeds={shows.feeds} />}
      </Heading>
      <ol class="timeline">
        {shows.steps.map((step) => (
          <Step frame={frame} step={step} />
        ))}
      </ol>
      <Pager frame={frame} pager={shows.pager} />
    </Document>
  );
}

function Step({ frame, step }: { readonly frame: Frame; readonly step: StorylineView["steps"][number] }): VNode {
  return (
    <li>
      {step.quietDays && <p class="quiet">{wordsIn(frame.language).quietDays(step.quietDays)}</p>}
      <time datetime={step.iso}>{step.date}</time>
      <Story frame={frame} headline={step.headline} level={2} />
    </li>
  );
}

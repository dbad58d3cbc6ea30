import type { VNode } from "preact";
import type { Frame, Headline } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Mark } from "../frame/mark.tsx";

interface Shown {
  readonly frame: Frame;
  readonly headline: Headline;
}

/** Articles as a section or a list shows them. */
export function Stories({
  frame,
  headlines,
}: {
  readonly frame: Frame;
  readonly headlines: readonly Headline[];
}): VNode {
  return (
    <ol class="stories">
      {headlines.map((headline) => (
        <li>
          <Story frame={frame} headline={headline} level={3} />
        </li>
      ))}
    </ol>
  );
}

/** An article in a list: headline, one sentence, and what is known of it at a glance. */
export function Story({ frame, headline, level }: Shown & { readonly level: 2 | 3 }): VNode {
  const Heading = `h${level}` as const;
  return (
    <article>
      <Heading>
        <a href={relativeTo(frame.here, headline.address)}>{headline.title}</a>
      </Heading>
      {headline.summary && <p>{headline.summary}</p>}
      <StoryFacts frame={frame} headline={headline} />
    </article>
  );
}

/** Where it happened, how long it takes to read, from how many sources it is. */
export function StoryFacts({ frame, headline }: Shown): VNode {
  const words = wordsIn(frame.language);
  return (
    <p class="facts">
      <Mark frame={frame} mark={headline.mark} /> {headline.place && <b>{headline.place}</b>}{" "}
      <span>{words.minutes(headline.minutes)}</span> <span>{words.source(headline.sources)}</span>{" "}
      {headline.updated && <span>{headline.updated}</span>}
    </p>
  );
}

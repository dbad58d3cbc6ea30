import type { VNode } from "preact";
import type { Frame, Headline } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { getWords } from "../../src/words/words.ts";
import { PreviewMark } from "../frame/mark.tsx";

interface StoryProps {
  readonly frame: Frame;
  readonly headline: Headline;
}

/** The stories of a section or of a list. */
export function StoryList({
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

/** An article in a list: headline, summary, facts. */
export function Story({ frame, headline, level }: StoryProps & { readonly level: 2 | 3 }): VNode {
  const HeadingTag = `h${level}` as const;
  return (
    <article>
      <HeadingTag>
        <a href={toRelativeUrl(frame.linkBase, headline.address)}>{headline.title}</a>
      </HeadingTag>
      {headline.summary && <p>{headline.summary}</p>}
      <StoryFacts frame={frame} headline={headline} />
    </article>
  );
}

/** The facts of a story: place, reading time, number of sources, last update. */
export function StoryFacts({ frame, headline }: StoryProps): VNode {
  const words = getWords(frame.language);
  return (
    <p class="facts">
      <PreviewMark frame={frame} mark={headline.mark} /> {headline.place && <b>{headline.place}</b>}{" "}
      <span>{words.readingMinutes(headline.minutes)}</span> <span>{headline.sources}</span>{" "}
      {headline.updated && <span>{headline.updated}</span>}
    </p>
  );
}

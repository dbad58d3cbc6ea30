import type { VNode } from "preact";
import type { Neighbours as Both, Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { To } from "../frame/links.tsx";

interface Shown {
  readonly frame: Frame;
  readonly neighbours: Both;
}

/** What came before and what came after: a day, a month, a page of a list. */
export function Neighbours({ frame, neighbours: { earlier, later } }: Shown): VNode | null {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label={wordsIn(frame.language).neighbours}>
      {earlier && <To frame={frame} link={earlier} rel="prev" />}{" "}
      {later && <To frame={frame} link={later} rel="next" />}
    </nav>
  );
}

/** The article before and the article after, by their headlines. */
export function OtherStories({ frame, neighbours: { earlier, later } }: Shown): VNode | null {
  const words = wordsIn(frame.language);
  if (!earlier && !later) return null;
  return (
    <nav class="others" aria-label={words.neighbours}>
      {earlier && (
        <p>
          <b>{words.earlierStory}</b> <To frame={frame} link={earlier} rel="prev" />
        </p>
      )}
      {later && (
        <p>
          <b>{words.laterStory}</b> <To frame={frame} link={later} rel="next" />
        </p>
      )}
    </nav>
  );
}

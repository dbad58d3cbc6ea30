import type { VNode } from "preact";
import type { Frame, NeighbourLinks as NeighbourPages } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";
import { PageLink } from "../frame/links.tsx";

interface NeighboursProps {
  readonly frame: Frame;
  readonly neighbours: NeighbourPages;
}

/** Links to the previous and the next page of the same kind: a day, a month, a page of a list. */
export function Neighbours({ frame, neighbours: { earlier, later } }: NeighboursProps): VNode | null {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label={getWords(frame.language).previousAndNext}>
      {earlier && <PageLink frame={frame} link={earlier} rel="prev" />}{" "}
      {later && <PageLink frame={frame} link={later} rel="next" />}
    </nav>
  );
}

/** Links to the previous and the next article, with their headlines. */
export function NeighbourStories({ frame, neighbours: { earlier, later } }: NeighboursProps): VNode | null {
  const words = getWords(frame.language);
  if (!earlier && !later) return null;
  return (
    <nav class="others" aria-label={words.previousAndNext}>
      {earlier && (
        <p>
          <b>{words.earlierStory}</b> <PageLink frame={frame} link={earlier} rel="prev" />
        </p>
      )}
      {later && (
        <p>
          <b>{words.laterStory}</b> <PageLink frame={frame} link={later} rel="next" />
        </p>
      )}
    </nav>
  );
}

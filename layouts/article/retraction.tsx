import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";

/** Why an article was taken back: before its text, so that nobody reads that without knowing. */
export function Retraction({
  frame,
  retracted,
}: {
  readonly frame: Frame;
  readonly retracted: NonNullable<ArticleView["retracted"]>;
}): VNode {
  return (
    <section class="correction" id="retraction">
      <h2>
        <time datetime={retracted.iso}>{wordsIn(frame.language).retractionOf(retracted.date)}</time>
      </h2>
      <p>{retracted.reason}</p>
    </section>
  );
}

import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { frameIds } from "../../src/values/frame-ids.ts";
import { getWords } from "../../src/words/words.ts";

/** Why an article was retracted. It precedes the text, so that nobody reads the text without this notice. */
export function Retraction({
  frame,
  retracted,
}: {
  readonly frame: Frame;
  readonly retracted: NonNullable<ArticleView["retraction"]>;
}): VNode {
  return (
    <section class="correction" id={frameIds.retraction}>
      <h2>
        <time datetime={retracted.iso}>{getWords(frame.language).retractionTitle(retracted.date)}</time>
      </h2>
      <p>{retracted.reason}</p>
    </section>
  );
}

import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";

/** What an article got wrong, under its text, each correction with an address of its own. */
export function CorrectionsBox({
  frame,
  corrections,
}: {
  readonly frame: Frame;
  readonly corrections: ArticleView["corrections"];
}): VNode {
  return (
    <>
      {corrections.map(({ id, iso, date, text }) => (
        <section class="correction" id={id}>
          <h2>
            <time datetime={iso}>{wordsIn(frame.language).correctionOf(date)}</time>
          </h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}

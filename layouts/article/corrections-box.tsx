import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";

/** The corrections of an article, under its text. Each has an id, so that it can be linked to. */
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
            <time datetime={iso}>{getWords(frame.language).correctionTitle(date)}</time>
          </h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}

import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { Retraction } from "./retraction.tsx";

interface BeforeTextProps {
  readonly frame: Frame;
  readonly article: ArticleView;
}

/** What a reader must know before the text: that and why it was retracted, and when it was last changed. */
export function BeforeText({ frame, article: { retraction, updated } }: BeforeTextProps): VNode {
  return (
    <>
      {retraction && <Retraction frame={frame} retracted={retraction} />}
      {updated && (
        <p class="facts">
          <time datetime={updated.iso}>{updated.text}</time>
        </p>
      )}
    </>
  );
}

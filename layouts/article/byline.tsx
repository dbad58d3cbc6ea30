import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";

interface BylineProps {
  readonly frame: Frame;
  readonly byline: ArticleView["byline"];
}

/** Who wrote an article, each with a link to the page of the author. Nothing if nobody is named. */
export function Byline({ frame, byline }: BylineProps): VNode | null {
  if (byline.length === 0) return null;
  return (
    <p class="byline">
      {byline.map(({ text, author }) =>
        author ? (
          <a rel="author" href={toRelativeUrl(frame.linkBase, author)}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}

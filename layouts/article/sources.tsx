import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { frameIds } from "../../src/values/frame-ids.ts";
import { getWords } from "../../src/words/words.ts";

/** The sources of an article, with links and dates. */
export function Sources({
  frame,
  sources,
}: {
  readonly frame: Frame;
  readonly sources: ArticleView["sources"];
}): VNode {
  return (
    <section class="aside sources" id={frameIds.sources}>
      <h2>{getWords(frame.language).sources}</h2>
      <ul>
        {sources.map(({ name, url, published }) => (
          <li>
            {url ? <a href={url}>{name}</a> : name}{" "}
            {published && <time datetime={published.iso}>{published.text}</time>}
          </li>
        ))}
      </ul>
    </section>
  );
}

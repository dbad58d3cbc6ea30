import type { VNode } from "preact";
import type { ArticleView, Frame, Link } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Links } from "../frame/links.tsx";

/** Where else an article belongs: its tags, and who and where it names. */
export function Topics({ frame, article }: { readonly frame: Frame; readonly article: ArticleView }): VNode {
  const words = wordsIn(frame.language);
  return (
    <dl class="topics">
      <Topic frame={frame} title={words.tags} links={article.tags} />
      <Topic frame={frame} title={words.people} links={article.people} />
      <Topic frame={frame} title={words.places} links={article.places} />
    </dl>
  );
}

interface Shown {
  readonly frame: Frame;
  readonly title: string;
  readonly links: readonly Link[];
}

function Topic({ frame, title, links }: Shown): VNode | null {
  if (links.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Links frame={frame} links={links} />
      </dd>
    </div>
  );
}

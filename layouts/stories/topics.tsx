import type { VNode } from "preact";
import type { ArticleView, Frame, Link } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";
import { LicenceText } from "../frame/licence.tsx";
import { LinkList } from "../frame/links.tsx";

/** The tags, people and places of an article, as links, and its licence. */
export function Topics({ frame, article }: { readonly frame: Frame; readonly article: ArticleView }): VNode {
  const words = getWords(frame.language);
  return (
    <dl class="topics">
      <TopicRow frame={frame} title={words.tags} links={article.tags} />
      <TopicRow frame={frame} title={words.people} links={article.people} />
      <TopicRow frame={frame} title={words.places} links={article.places} />
      {article.licence && (
        <div>
          <dt>{words.licence}</dt>
          <dd class="links">
            <LicenceText licence={article.licence} />
          </dd>
        </div>
      )}
    </dl>
  );
}

interface TopicRowProps {
  readonly frame: Frame;
  readonly title: string;
  readonly links: readonly Link[];
}

function TopicRow({ frame, title, links }: TopicRowProps): VNode | null {
  if (links.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <LinkList frame={frame} links={links} />
      </dd>
    </div>
  );
}

import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { frameIds } from "../../src/values/frame-ids.ts";
import { getWords } from "../../src/words/words.ts";
import { PageLink } from "../frame/links.tsx";
import { PreviewMark } from "../frame/mark.tsx";
import { Byline } from "./byline.tsx";
import { Picture } from "./picture.tsx";

interface ArticleHeadProps {
  readonly frame: Frame;
  readonly article: ArticleView;
}

/** The top of an article: section, headline, standfirst, byline, facts, picture. */
export function ArticleHead({ frame, article }: ArticleHeadProps): VNode {
  return (
    <header class="opening">
      {article.section && (
        <p class="section">
          <PageLink frame={frame} link={article.section} />
        </p>
      )}
      <h1>{article.title}</h1>
      <p class="standfirst">{article.summary}</p>
      <Byline frame={frame} byline={article.byline} />
      <ArticleFacts frame={frame} article={article} />
      {article.image && <Picture frame={frame} picture={article.image} />}
    </header>
  );
}

function ArticleFacts({ frame, article }: ArticleHeadProps): VNode {
  const words = getWords(frame.language);
  const { place, published, corrections } = article;
  const firstCorrection = corrections[0];
  return (
    <p class="facts">
      <PreviewMark frame={frame} mark={article.mark} />{" "}
      {place && (
        <b>
          <PageLink frame={frame} link={place} />
        </b>
      )}{" "}
      <time datetime={published.iso}>{published.text}</time> <span>{words.readingMinutes(article.minutes)}</span>{" "}
      <a href={`#${frameIds.sources}`}>{article.sourceCount}</a>{" "}
      {firstCorrection && <a href={`#${firstCorrection.id}`}>{words.correctionCount(corrections.length)}</a>}
    </p>
  );
}

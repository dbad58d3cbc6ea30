import type { VNode } from "preact";
import type { ArticleView, Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { To } from "../frame/links.tsx";
import { Mark } from "../frame/mark.tsx";
import { Picture } from "./picture.tsx";

interface Shown {
  readonly frame: Frame;
  readonly article: ArticleView;
}

/** How an article begins: section, headline, standfirst, facts, picture. */
export function ArticleHead({ frame, article }: Shown): VNode {
  return (
    <header class="opening">
      {article.section && (
        <p class="section">
          <To frame={frame} link={article.section} />
        </p>
      )}
      <h1>{article.title}</h1>
      <p class="standfirst">{article.summary}</p>
      <Facts frame={frame} article={article} />
      {article.image && <Picture frame={frame} picture={article.image} />}
    </header>
  );
}

function Facts({ frame, article }: Shown): VNode {
  const words = wordsIn(frame.language);
  const { place, published, updated, corrections } = article;
  const firstCorrection = corrections[0];
  return (
    <p class="facts">
      <Mark frame={frame} mark={article.mark} />{" "}
      {place && (
        <b>
          <To frame={frame} link={place} />
        </b>
      )}{" "}
      <time datetime={published.iso}>{published.text}</time> <span>{words.minutes(article.minutes)}</span>{" "}
      <a href="#sources">{words.source(article.sources.length)}</a>{" "}
      {updated && <time datetime={updated.iso}>{words.updated(updated.text)}</time>}{" "}
      {firstCorrection && <a href={`#${firstCorrection.id}`}>{words.correctionsCount(corrections.length)}</a>}
    </p>
  );
}

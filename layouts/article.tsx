import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import type { Bodies } from "../src/values/text/html.ts";
import { ArticleHead } from "./article/article-head.tsx";
import { CorrectionsBox } from "./article/corrections-box.tsx";
import { Retraction } from "./article/retraction.tsx";
import { Sources } from "./article/sources.tsx";
import { Document } from "./frame/document.tsx";
import { Day } from "./page/day.tsx";
import { Prose } from "./page/prose.tsx";
import { OtherStories } from "./stories/neighbours.tsx";
import { Strip } from "./stories/strip.tsx";
import { Topics } from "./stories/topics.tsx";

/** One story. Its sources come after its text, and stand in the rail beside it where there is room. */
export function Article({ frame, shows }: Planned<"article">, bodies: Bodies): VNode {
  return (
    <Document frame={frame}>
      <article class="spread">
        <p class="rail">
          <a href={relativeTo(frame.here, shows.edition)}>
            <Day day={shows.day} />
          </a>
        </p>
        <div class="column">
          <ArticleHead frame={frame} article={shows} />
          {shows.retracted && <Retraction frame={frame} retracted={shows.retracted} />}
          <Prose html={bodies.html(shows.body)} />
        </div>
        <Sources frame={frame} sources={shows.sources} />
        <div class="after">
          <CorrectionsBox frame={frame} corrections={shows.corrections} />
          {shows.storyline && <Strip frame={frame} strip={shows.storyline} level={2} />}
          <Topics frame={frame} article={shows} />
          <OtherStories frame={frame} neighbours={shows.neighbours} />
        </div>
      </article>
    </Document>
  );
}

import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import type { Bodies } from "../src/values/html.ts";
import { ArticleHead } from "./parts/article-head.tsx";
import { CorrectionsBox } from "./parts/corrections-box.tsx";
import { Day } from "./parts/day.tsx";
import { Document } from "./parts/document.tsx";
import { OtherStories } from "./parts/neighbours.tsx";
import { Prose } from "./parts/prose.tsx";
import { Retraction } from "./parts/retraction.tsx";
import { Sources } from "./parts/sources.tsx";
import { Strip } from "./parts/strip.tsx";
import { Topics } from "./parts/topics.tsx";

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

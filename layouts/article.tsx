import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import type { BodyReader } from "../src/values/text/html.ts";
import { BeforeText } from "./article/before-text.tsx";
import { CorrectionsBox } from "./article/corrections-box.tsx";
import { ArticleHead } from "./article/opening.tsx";
import { Sources } from "./article/sources.tsx";
import { Document } from "./frame/document.tsx";
import { DateBanner } from "./page/day.tsx";
import { Prose } from "./page/prose.tsx";
import { NeighbourStories } from "./stories/neighbours.tsx";
import { Strip } from "./stories/strip.tsx";
import { Topics } from "./stories/topics.tsx";

/** One article. Its sources follow the text in the document; a wide screen shows them in the rail beside the text. */
export function Article({ frame, shows }: PageOf<"article">, bodies: BodyReader): VNode {
  return (
    <Document frame={frame}>
      <article class="spread">
        <p class="rail">
          <a href={toRelativeUrl(frame.linkBase, shows.edition)}>
            <DateBanner day={shows.day} />
          </a>
        </p>
        <div class="column">
          <ArticleHead frame={frame} article={shows} />
          <Prose
            html={bodies.readHtml(shows.body)}
            before={<BeforeText frame={frame} article={shows} />}
            after={<CorrectionsBox frame={frame} corrections={shows.corrections} />}
          />
        </div>
        <Sources frame={frame} sources={shows.sources} />
        <div class="after">
          {shows.storyline && <Strip frame={frame} strip={shows.storyline} level={2} />}
          <Topics frame={frame} article={shows} />
          <NeighbourStories frame={frame} neighbours={shows.neighbours} />
        </div>
      </article>
    </Document>
  );
}

import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { To } from "./frame/links.tsx";
import { Heading } from "./page/heading.tsx";
import { Pager } from "./stories/pager.tsx";

/** What we got wrong, newest first. */
export function Corrections({ frame, shows }: Planned<"corrections">): VNode {
  const words = wordsIn(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={words.corrections} standfirst={words.correctionsPromise} />
      {shows.corrections.length === 0 && <p>{words.noCorrections}</p>}
      <ol class="rows">
        {shows.corrections.map((correction) => (
          <li>
            <time datetime={correction.iso}>{correction.date}</time>
            <article>
              <h2>
                <To frame={frame} link={correction.article} />
              </h2>
              <p>{correction.text}</p>
            </article>
          </li>
        ))}
      </ol>
      <Pager frame={frame} pager={shows.pager} />
    </Document>
  );
}

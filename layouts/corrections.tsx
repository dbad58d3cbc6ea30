import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { PageLink } from "./frame/links.tsx";
import { Heading } from "./page/heading.tsx";
import { Pager } from "./stories/pager.tsx";

/** The list of all corrections, newest first. */
export function Corrections({ frame, shows }: PageOf<"corrections">): VNode {
  const words = getWords(frame.language);
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
                <PageLink frame={frame} link={correction.article} />
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

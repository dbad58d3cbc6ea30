import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** All tags, storylines, people or places. */
export function Index({ frame, shows }: Planned<"index">): VNode {
  const words = wordsIn(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={shows.title} standfirst={frame.description} />
      <div class="spread">
        <ul class="column entries">
          {shows.entries.map((entry) => (
            <li>
              <a href={relativeTo(frame.here, entry.address)}>{entry.title}</a>{" "}
              <small>{words.stories(entry.stories)}</small>
              {entry.description && <p>{entry.description}</p>}
            </li>
          ))}
        </ul>
      </div>
      <Neighbours frame={frame} neighbours={shows.neighbours} />
    </Document>
  );
}

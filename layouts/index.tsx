import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { Neighbours } from "./stories/neighbours.tsx";

/** The list of all tags, storylines, people, places, authors or plain pages. */
export function Index({ frame, shows }: PageOf<"index">): VNode {
  const words = getWords(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={shows.title} standfirst={frame.description} />
      <div class="spread">
        <ul class="column entries">
          {shows.entries.map((entry) => (
            <li>
              <a href={toRelativeUrl(frame.linkBase, entry.address)}>{entry.title}</a>{" "}
              {entry.storyCount !== undefined && <small>{words.storyCount(entry.storyCount)}</small>}
              {entry.description && <p>{entry.description}</p>}
            </li>
          ))}
        </ul>
      </div>
      <Neighbours frame={frame} neighbours={shows.neighbours} />
    </Document>
  );
}

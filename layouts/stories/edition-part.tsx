import type { VNode } from "preact";
import type { PageOf } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { Document } from "../frame/document.tsx";
import { DateBanner } from "../page/day.tsx";
import { EditionEnd } from "../page/end.tsx";
import { EditionSection } from "./front.tsx";
import { Neighbours } from "./neighbours.tsx";

/** A further page of a very long edition. The last one says that there is no more to read. */
export function EditionPart({ frame, shows }: PageOf<"edition-part">): VNode {
  return (
    <Document frame={frame}>
      <div class="spread">
        <header class="rail">
          <h1>
            <a href={toRelativeUrl(frame.linkBase, shows.edition.address)}>
              <DateBanner day={shows.edition.day} />
            </a>
          </h1>
          <p class="facts">{shows.title}</p>
        </header>
        <div class="column">
          {shows.sections.map((section) => (
            <EditionSection frame={frame} section={section} />
          ))}
          <Neighbours frame={frame} neighbours={shows.parts} />
          {!shows.parts.later && <EditionEnd frame={frame} edition={shows.edition} />}
        </div>
      </div>
    </Document>
  );
}

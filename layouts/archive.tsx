import type { VNode } from "preact";
import type { ArchiveView, Frame, PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import { getWords } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";

/** The archive: all years with editions, and the months of each. */
export function Archive({ frame, shows }: PageOf<"archive">): VNode {
  const words = getWords(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={words.archive} standfirst={words.aboutArchive}>
        <span>{words.editionCount(shows.editionCount)}</span> <span>{words.storyCount(shows.storyCount)}</span>
      </Heading>
      <ol class="rows years">
        {shows.years.map((year) => (
          <ArchiveYear frame={frame} year={year} />
        ))}
      </ol>
    </Document>
  );
}

function ArchiveYear({ frame, year }: { readonly frame: Frame; readonly year: ArchiveView["years"][number] }): VNode {
  const words = getWords(frame.language);
  return (
    <li>
      <div class="rail">
        <h2>
          <a href={toRelativeUrl(frame.linkBase, year.address)}>{year.title}</a>
        </h2>
        <p class="facts">{words.storyCount(year.storyCount)}</p>
      </div>
      <ol class="entries">
        {year.months.map((month) => (
          <li>
            <a href={toRelativeUrl(frame.linkBase, month.address)}>{month.title}</a>{" "}
            <small>{words.storyCount(month.storyCount)}</small>
          </li>
        ))}
      </ol>
    </li>
  );
}

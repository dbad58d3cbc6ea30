import type { VNode } from "preact";
import type { ArchiveView, Frame, Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import { wordsIn } from "../src/words/words.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";

/** All editions there are: the years, and in each its months. */
export function Archive({ frame, shows }: Planned<"archive">): VNode {
  const words = wordsIn(frame.language);
  return (
    <Document frame={frame}>
      <Heading title={words.archive} standfirst={words.aboutArchive}>
        <span>{words.editions(shows.editions)}</span> <span>{words.stories(shows.stories)}</span>
      </Heading>
      <ol class="rows years">
        {shows.years.map((year) => (
          <Year frame={frame} year={year} />
        ))}
      </ol>
    </Document>
  );
}

function Year({ frame, year }: { readonly frame: Frame; readonly year: ArchiveView["years"][number] }): VNode {
  const words = wordsIn(frame.language);
  return (
    <li>
      <div class="rail">
        <h2>
          <a href={relativeTo(frame.here, year.address)}>{year.title}</a>
        </h2>
        <p class="facts">{words.stories(year.stories)}</p>
      </div>
      <ol class="entries">
        {year.months.map((month) => (
          <li>
            <a href={relativeTo(frame.here, month.address)}>{month.title}</a>{" "}
            <small>{words.stories(month.stories)}</small>
          </li>
        ))}
      </ol>
    </li>
  );
}

import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { wordsIn } from "../src/words/words.ts";
import { Listing } from "./stories/listing.tsx";

/** All stories that name one person. */
export function Person({ frame, shows }: Planned<"person">): VNode {
  return <Listing frame={frame} view={shows} kind={wordsIn(frame.language).people} />;
}

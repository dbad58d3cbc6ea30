import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";
import { Listing } from "./stories/listing.tsx";

/** All stories about one person. */
export function Person({ frame, shows }: PageOf<"person">): VNode {
  return <Listing frame={frame} view={shows} kind={getWords(frame.language).people} />;
}

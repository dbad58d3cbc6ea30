import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";
import { Listing } from "./stories/listing.tsx";

/** All stories of one place. */
export function Place({ frame, shows }: PageOf<"place">): VNode {
  return <Listing frame={frame} view={shows} kind={getWords(frame.language).places} />;
}

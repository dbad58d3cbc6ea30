import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { wordsIn } from "../src/words/words.ts";
import { Listing } from "./stories/listing.tsx";

/** All stories of one tag. */
export function Tag({ frame, shows }: Planned<"tag">): VNode {
  return <Listing frame={frame} view={shows} kind={wordsIn(frame.language).tags} />;
}

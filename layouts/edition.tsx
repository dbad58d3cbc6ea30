import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import type { Bodies } from "../src/values/text/html.ts";
import { Front } from "./stories/front.tsx";

/** A day's edition, where it stays. */
export function Edition({ frame, shows }: Planned<"edition">, bodies: Bodies): VNode {
  return <Front frame={frame} edition={shows} bodies={bodies} />;
}

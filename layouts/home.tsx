import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import type { Bodies } from "../src/values/text/html.ts";
import { Front } from "./stories/front.tsx";

/** The front page: the latest edition. */
export function Home({ frame, shows }: Planned<"home">, bodies: Bodies): VNode {
  return <Front frame={frame} edition={shows} bodies={bodies} />;
}

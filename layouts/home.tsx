import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import type { BodyReader } from "../src/values/text/html.ts";
import { EditionPage } from "./stories/front.tsx";

/** The front page: the latest edition. */
export function Home({ frame, shows }: PageOf<"home">, bodies: BodyReader): VNode {
  return <EditionPage frame={frame} edition={shows} bodies={bodies} />;
}

import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import type { BodyReader } from "../src/values/text/html.ts";
import { EditionPage } from "./stories/front.tsx";

/** The edition of a day, at its permanent address. */
export function Edition({ frame, shows }: PageOf<"edition">, bodies: BodyReader): VNode {
  return <EditionPage frame={frame} edition={shows} bodies={bodies} />;
}

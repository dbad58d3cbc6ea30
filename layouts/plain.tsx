import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import type { Bodies } from "../src/values/html.ts";
import { Document } from "./parts/document.tsx";
import { Heading } from "./parts/heading.tsx";
import { Prose } from "./parts/prose.tsx";

/** A page that belongs to no day: about, contact. */
export function Plain({ frame, shows }: Planned<"plain">, bodies: Bodies): VNode {
  return (
    <Document frame={frame}>
      <Heading title={shows.title} standfirst={shows.summary} />
      <div class="spread">
        <div class="column">
          <Prose html={bodies.html(shows.body)} />
        </div>
      </div>
    </Document>
  );
}

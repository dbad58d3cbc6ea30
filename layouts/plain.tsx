import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import type { Bodies } from "../src/values/text/html.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { Prose } from "./page/prose.tsx";

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

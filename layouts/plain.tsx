import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import type { BodyReader } from "../src/values/text/html.ts";
import { Document } from "./frame/document.tsx";
import { Heading } from "./page/heading.tsx";
import { Prose } from "./page/prose.tsx";

/** A page without a date: about, contact. */
export function Plain({ frame, shows }: PageOf<"plain">, bodies: BodyReader): VNode {
  return (
    <Document frame={frame}>
      <Heading title={shows.title} standfirst={shows.summary} />
      <div class="spread">
        <div class="column">
          <Prose html={bodies.readHtml(shows.body)} />
        </div>
      </div>
    </Document>
  );
}

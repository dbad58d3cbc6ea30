import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { frameIds } from "../../src/values/frame-ids.ts";
import { getWords } from "../../src/words/words.ts";
import { Foot } from "./foot.tsx";
import { Head } from "./head.tsx";
import { Masthead } from "./masthead.tsx";

/** A complete HTML page: head, masthead, main content, foot. */
export function Document({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }): VNode {
  return (
    <html lang={frame.language}>
      <Head frame={frame} />
      <body>
        <a class="skip" href={`#${frameIds.main}`}>
          {getWords(frame.language).skipToText}
        </a>
        <Masthead frame={frame} />
        <main id={frameIds.main}>{children}</main>
        <Foot frame={frame} />
      </body>
    </html>
  );
}

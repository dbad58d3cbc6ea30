import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Foot } from "./foot.tsx";
import { Head } from "./head.tsx";
import { Masthead } from "./masthead.tsx";

/** A whole page: its head, the site's name and navigation, what the page is about, and the foot. */
export function Document({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }): VNode {
  return (
    <html lang={frame.language}>
      <Head frame={frame} />
      <body>
        <a class="skip" href="#text">
          {wordsIn(frame.language).skipToText}
        </a>
        <Masthead frame={frame} />
        <main id="text">{children}</main>
        <Foot frame={frame} />
      </body>
    </html>
  );
}

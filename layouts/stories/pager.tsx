import type { VNode } from "preact";
import type { Frame, Pager as Position } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { To } from "../frame/links.tsx";

/** The way through a long list. */
export function Pager({ frame, pager }: { readonly frame: Frame; readonly pager: Position }): VNode | null {
  const words = wordsIn(frame.language);
  if (!pager.newer && !pager.older) return null;
  return (
    <nav class="neighbours" aria-label={words.pages}>
      {pager.newer && <To frame={frame} link={{ title: words.newer, address: pager.newer }} rel="prev" />}{" "}
      {pager.number && <span>{words.pageNumber(pager.number)}</span>}{" "}
      {pager.older && <To frame={frame} link={{ title: words.older, address: pager.older }} rel="next" />}
    </nav>
  );
}

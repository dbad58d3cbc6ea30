import type { VNode } from "preact";
import type { Frame, PagerView as PagerPages } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";
import { PageLink } from "../frame/links.tsx";

/** Links to the newer and the older page of a long list. */
export function Pager({ frame, pager }: { readonly frame: Frame; readonly pager: PagerPages }): VNode | null {
  const words = getWords(frame.language);
  if (!pager.newer && !pager.older) return null;
  return (
    <nav class="neighbours" aria-label={words.listPages}>
      {pager.newer && <PageLink frame={frame} link={{ title: words.newer, address: pager.newer }} rel="prev" />}{" "}
      {pager.number && <span>{words.pageNumber(pager.number)}</span>}{" "}
      {pager.older && <PageLink frame={frame} link={{ title: words.older, address: pager.older }} rel="next" />}
    </nav>
  );
}

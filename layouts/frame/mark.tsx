import type { VNode } from "preact";
import type { Frame, PreviewStatus as MarkKind } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";

/** Marks a draft or a scheduled article in a preview. */
export function PreviewMark({ frame, mark }: { readonly frame: Frame; readonly mark: MarkKind }): VNode | null {
  return mark ? <strong class="mark">{getWords(frame.language)[mark]}</strong> : null;
}

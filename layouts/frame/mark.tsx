import type { VNode } from "preact";
import type { Frame, Mark as Kind } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";

/** Said in a preview of what readers cannot see yet. */
export function Mark({ frame, mark }: { readonly frame: Frame; readonly mark: Kind }): VNode | null {
  return mark ? <strong class="mark">{wordsIn(frame.language)[mark]}</strong> : null;
}

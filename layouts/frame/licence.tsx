import type { VNode } from "preact";
import type { LicenceView } from "../../src/plan/plan.ts";

/** The licence of a page, with a link to its terms by which programs know it. */
export function LicenceText({ licence: { text, url } }: { readonly licence: LicenceView }): VNode {
  return url ? (
    <a rel="license" href={url}>
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}

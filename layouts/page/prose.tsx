import type { VNode } from "preact";
import type { Html } from "../../src/values/text/html.ts";

/** A text of an author's. The one place where HTML enters a page: only the markdown reader makes `Html`. */
export function Prose({ html }: { readonly html: Html }): VNode {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

import type { VNode } from "preact";
import type { Html } from "../../src/values/text/html.ts";

/** A text by an author. Only here does raw HTML enter a page, and only the Markdown parser creates `Html`. */
export function Prose({ html }: { readonly html: Html }): VNode {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

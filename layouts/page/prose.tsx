import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Html } from "../../src/values/text/html.ts";

interface ProseProps {
  readonly html: Html;
  /** What the page itself says before and after the text of the author. */
  readonly before?: VNode;
  readonly after?: VNode;
}

/**
 * A text by an author. Only here does raw HTML enter a page, and only the Markdown parser creates `Html`.
 *
 * What must never be read without the text, nor the text without it, belongs into the same element: the reader views of
 * browsers keep the element with most paragraphs, and drop those around it.
 */
export function Prose({ html, before, after }: ProseProps): VNode {
  const [start, end] = [before, after].map((part) => (part ? renderToString(part) : ""));
  return <div class="prose" dangerouslySetInnerHTML={{ __html: `${start}${html}${end}` }} />;
}

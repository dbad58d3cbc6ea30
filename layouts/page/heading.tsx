import type { ComponentChildren, VNode } from "preact";

interface Shown {
  /** What kind of page it is: "Tags", "Storyline". */
  readonly kind?: string;
  readonly title: string;
  readonly standfirst?: string | undefined;
  /** Stands in the rail where there is one. */
  readonly children?: ComponentChildren;
}

/** How a page begins that is headed by a title and not by a day. */
export function Heading({ kind, title, standfirst, children }: Shown): VNode {
  return (
    <header class="heading spread">
      {kind && <p class="section">{kind}</p>}
      <h1>{title}</h1>
      {standfirst && <p class="standfirst">{standfirst}</p>}
      {children && <div class="facts">{children}</div>}
    </header>
  );
}

import type { ComponentChildren, VNode } from "preact";

interface HeadingProps {
  /** The kind of page: "Tags", "Storyline". */
  readonly kind?: string;
  readonly title: string;
  readonly standfirst?: string | undefined;
  /** Facts about the page; a wide screen shows them in the rail. */
  readonly children?: ComponentChildren;
}

/** The top of a page that has a title instead of a date. */
export function Heading({ kind, title, standfirst, children }: HeadingProps): VNode {
  return (
    <header class="heading spread">
      {kind && <p class="section">{kind}</p>}
      <h1>{title}</h1>
      {standfirst && <p class="standfirst">{standfirst}</p>}
      {children && <div class="facts">{children}</div>}
    </header>
  );
}

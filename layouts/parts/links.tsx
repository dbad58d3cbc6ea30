import type { VNode } from "preact";
import type { Frame, Link } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";

/** A link to another page of the site, relative to this one. */
export function To({ frame, link, rel }: { readonly frame: Frame; readonly link: Link; readonly rel?: string }): VNode {
  const { here } = frame;
  return (
    <a
      href={relativeTo(here, link.address)}
      rel={rel}
      aria-current={link.address === here.address ? "page" : undefined}
    >
      {link.title}
    </a>
  );
}

/** A row of links. */
export function Links({ frame, links }: { readonly frame: Frame; readonly links: readonly Link[] }): VNode {
  return (
    <ul class="links">
      {links.map((link) => (
        <li>
          <To frame={frame} link={link} />
        </li>
      ))}
    </ul>
  );
}

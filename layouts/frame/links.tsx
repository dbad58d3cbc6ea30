import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Frame, Link } from "../../src/plan/plan.ts";
import { type Address, relativeTo } from "../../src/values/address.ts";

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

interface LinksShown {
  readonly frame: Frame;
  readonly links: readonly Link[];
}

/** A row of links. */
export function Links(shown: LinksShown): VNode {
  return (
    <ul class="links">
      <Items {...shown} />
    </ul>
  );
}

function Items({ frame, links }: LinksShown): VNode {
  return (
    <>
      {links.map((link) => (
        <li>
          <To frame={frame} link={link} />
        </li>
      ))}
    </>
  );
}

/** A row of links around every page: made once for all pages in a folder, the twenty articles of a day say. */
export function SiteLinks(shown: LinksShown): VNode {
  const { here } = shown.frame;
  const folder = above(here.address);
  // Those that lead into that folder lead elsewhere from each page in it.
  if (shown.links.some((link) => link.address.startsWith(folder))) return <Links {...shown} />;
  const known = madeOf.get(shown.links) ?? new Map<string, string>();
  const key = `${folder} ${relativeTo(here, folder)}`;
  const items = known.get(key) ?? renderToString(<Items {...shown} />);
  madeOf.set(shown.links, known.set(key, items));
  return <ul class="links" dangerouslySetInnerHTML={{ __html: items }} />;
}

const madeOf = new WeakMap<readonly Link[], Map<string, string>>();

/** The folder that a page's own folder is in: "/2024/07/11/" of "/2024/07/11/summit/". */
function above(address: Address): Address {
  return address.slice(0, address.lastIndexOf("/", address.length - 2) + 1) as Address;
}

import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Frame, Link } from "../../src/plan/plan.ts";
import { getParentFolder, toRelativeUrl } from "../../src/values/address.ts";
import { memoizeByIdentity } from "../../src/values/memory/memoize.ts";

/** A relative link to a page of the site. */
export function PageLink({
  frame,
  link,
  rel,
}: {
  readonly frame: Frame;
  readonly link: Link;
  readonly rel?: string;
}): VNode {
  const { linkBase: here } = frame;
  return (
    <a
      href={toRelativeUrl(here, link.address)}
      rel={rel}
      aria-current={link.address === here.address ? "page" : undefined}
    >
      {link.title}
    </a>
  );
}

interface LinkListProps {
  readonly frame: Frame;
  readonly links: readonly Link[];
}

/** A list of links in a row. */
export function LinkList(props: LinkListProps): VNode {
  return (
    <ul class="links">
      <LinkItems {...props} />
    </ul>
  );
}

function LinkItems({ frame, links }: LinkListProps): VNode {
  return (
    <>
      {links.map((link) => (
        <li>
          <PageLink frame={frame} link={link} />
        </li>
      ))}
    </>
  );
}

/** A `LinkList` that every page has. It is rendered once per folder, for example once for the articles of a day. */
export function SiteLinkList(props: LinkListProps): VNode {
  const { linkBase: here } = props.frame;
  const folder = getParentFolder(here.address);
  // A link into that folder has another relative URL on each page, so it cannot be cached.
  if (props.links.some((link) => link.address.startsWith(folder))) return <LinkList {...props} />;
  const cachedItems = getCachedItems(props.links);
  const key = `${folder} ${toRelativeUrl(here, folder)}`;
  const itemsHtml = cachedItems.get(key) ?? renderToString(<LinkItems {...props} />);
  cachedItems.set(key, itemsHtml);
  return <ul class="links" dangerouslySetInnerHTML={{ __html: itemsHtml }} />;
}

const getCachedItems = memoizeByIdentity((_: readonly Link[]) => new Map<string, string>());

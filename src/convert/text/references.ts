import type { PhrasingContent, RootContent } from "mdast";
import { getNodeText, mapNodes } from "./tree.ts";

/** Says where the references of a text lead in the new content. */
export interface References {
  /** The new form of a link; undefined if it leads nowhere, so that only its words can stay. */
  readonly resolveLink: (url: string) => string | undefined;
  /** The name of a picture beside the new text; undefined if it is not in the archive, so that a link stands for it. */
  readonly resolvePicture: (url: string) => string | undefined;
  /** Where a link to a picture that is not in the content leads; undefined if nowhere. */
  readonly linkPicture: (url: string) => string | undefined;
  /** Whether a link leads to a picture, such as the larger copy of one in the text. */
  readonly isPicture: (url: string) => boolean;
  /** A description for a picture without one. */
  readonly describePicture: (url: string) => string;
}

/** Replaces links and pictures by what they lead to. */
export function resolveReferences(nodes: readonly RootContent[], references: References): readonly RootContent[] {
  return mapNodes(nodes, (node) => {
    if (node.type === "image") return resolveImage(node, references);
    if (node.type === "link") return resolveLinkNode(node, references);
    return node;
  });
}

function resolveImage(node: Extract<RootContent, { type: "image" }>, references: References): RootContent[] {
  const alt = (node.alt ?? "").trim();
  const url = references.resolvePicture(node.url);
  if (url !== undefined) return [{ ...node, url, alt: alt === "" ? references.describePicture(node.url) : alt }];
  const words = alt === "" ? references.describePicture(node.url) : alt;
  const link = references.linkPicture(node.url);
  const children: PhrasingContent[] = [{ type: "text", value: words }];
  const caption: RootContent[] = node.title ? [{ type: "text", value: ` ${node.title}` }] : [];
  return link === undefined ? [...children, ...caption] : [{ type: "link", url: link, children }, ...caption];
}

function resolveLinkNode(node: Extract<RootContent, { type: "link" }>, references: References): RootContent[] {
  const { children } = node;
  const pictures = children.filter(({ type }) => type === "image");
  const words = children.map(getNodeText).join("").trim();
  // A link from a picture to its larger copy: the page has one picture for all widths.
  if (pictures.length === 1 && children.length === 1 && references.isPicture(node.url)) return children;
  const url = references.resolveLink(node.url);
  if (url === undefined) return children;
  // Links cannot be nested: a picture that became a link gives its words.
  const inner = children.flatMap((child) => (child.type === "link" ? child.children : [child])) as PhrasingContent[];
  if (words === "" && pictures.length === 0) return [{ ...node, url, children: [{ type: "text", value: url }] }];
  return [{ ...node, url, title: null, children: inner }, ...toTitleText(node.title, words)];
}

// Nobody sees the title of a link on a phone, so that only one that says more than the words is kept.
function toTitleText(title: string | null | undefined, words: string): RootContent[] {
  if (!title || words.includes(title) || title.startsWith("http")) return [];
  return [{ type: "text", value: ` (${title})` }];
}

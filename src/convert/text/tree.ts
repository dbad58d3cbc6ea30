import type { Nodes, RootContent } from "mdast";

/** All nodes of a type below some nodes, in their order. */
export function findNodes(nodes: readonly Nodes[], type: string): readonly Nodes[] {
  return nodes.flatMap((node) => [
    ...(node.type === type ? [node] : []),
    ...("children" in node ? findNodes(node.children, type) : []),
  ]);
}

/** The words of a node, without marks. A picture gives its description. */
export function getNodeText(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const isFlow = node.children.some(({ type }) => flowTypes.includes(type));
  return node.children.map(getNodeText).join(isFlow ? "\n" : "");
}

const flowTypes: readonly string[] = [
  "paragraph",
  "heading",
  "listItem",
  "list",
  "blockquote",
  "tableRow",
  "tableCell",
];

/** Replaces nodes below some nodes, children first. The nodes themselves stay as they are. */
export function mapNodes(
  nodes: readonly RootContent[],
  map: (node: RootContent) => RootContent | readonly RootContent[],
): readonly RootContent[] {
  return nodes.flatMap((node) => {
    if (!("children" in node)) return map(node);
    const children = mapNodes(node.children as RootContent[], map);
    return map({ ...node, children } as RootContent);
  });
}

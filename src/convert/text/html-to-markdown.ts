// The only file that reads HTML. In: HTML. Out: the nodes of markdown.
import type { Element, Parents } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type Handle, type State, toMdast } from "hast-util-to-mdast";
import type { Link, Paragraph, PhrasingContent, RootContent } from "mdast";
import { type Embed, nameEmbed } from "./embeds.ts";
import type { TextReport } from "./report.ts";
import { toScript } from "./scripts.ts";
import { findNodes, getNodeText } from "./tree.ts";

/** The element that stands for a footnote mark while a text is HTML. */
export const footnoteElement = "x-footnote";

/** Converts HTML into blocks of markdown. All its words are kept; what has no form in markdown is reported. */
export function convertHtml(html: string, report: TextReport): readonly RootContent[] {
  const tree = fromHtml(html, { fragment: true });
  const root = toMdast(tree, {
    document: true,
    newlines: true,
    handlers: createHandlers(report),
    nodeHandlers: {
      comment: (_, { value }: { readonly value: string }) => {
        if (!/^\s*more\s*$/.test(value)) report("comment", value.trim());
        return undefined;
      },
    },
  });
  return root.type === "root" ? root.children : [];
}

function createHandlers(report: TextReport): Record<string, Handle> {
  const drop: Handle = (_, element) => {
    report("script", describeElement(element));
    return undefined;
  };
  const embed: Handle = (state, element, parent) => standAlone(convertEmbed(state, element, report), parent);
  return {
    a: convertAnchor,
    audio: embed,
    button: (state, element) => state.all(element),
    embed,
    figure: convertFigure,
    iframe: embed,
    img: convertPicture,
    input: drop,
    noscript: (state, element) => state.all(element),
    object: embed,
    script: (_, element, parent) => standAlone(convertScript(element, report), parent),
    select: drop,
    style: drop,
    sub: (state, element) => convertRaised(state, element, "sub", report),
    sup: (state, element) => convertRaised(state, element, "sup", report),
    svg: drop,
    template: (state, element) => state.all(element),
    video: embed,
    [footnoteElement]: (_, element) => ({ type: "footnoteReference", identifier: getText(element, "name") }),
  };
}

function describeElement({ tagName, properties }: Element): string {
  const [detail] = [properties.src, properties.href, properties.type, properties.className].flat();
  return `<${tagName}>${detail === undefined || detail === null ? "" : ` ${detail}`}`;
}

function getText({ properties }: Element, name: string): string {
  const value = properties[name];
  return value === null || value === undefined ? "" : String(value);
}

function convertAnchor(state: State, element: Element) {
  const children = state.all(element) as PhrasingContent[];
  const url = getText(element, "href").trim();
  return url === "" ? children : ({ type: "link", url, title: null, children } as const);
}

function convertPicture(_: State, element: Element) {
  // Scripts that load pictures late keep the address in another attribute.
  const src = [element.properties.dataSrc, element.properties.dataOrigFile, element.properties.src].find(
    (value) => typeof value === "string" && value !== "" && !value.startsWith("data:"),
  );
  const alt = getText(element, "alt").replace(/\s+/g, " ").trim();
  const title = getText(element, "title").replace(/\s+/g, " ").trim();
  if (src === undefined) return alt === "" ? undefined : ({ type: "text", value: alt } as const);
  return { type: "image", url: String(src).trim(), alt, title: title === "" || title === alt ? null : title } as const;
}

/** A figure of pictures is a paragraph of them; the caption is the title of the last one. */
function convertFigure(state: State, element: Element): RootContent[] {
  const isCaption = (child: Element["children"][number]) => child.type === "element" && child.tagName === "figcaption";
  const toNodes = (children: Element["children"]) => state.all({ ...element, children }) as RootContent[];
  const content = toNodes(element.children.filter((child) => !isCaption(child)));
  const caption = toNodes(element.children.filter(isCaption));
  const last = findNodes(content, "image").at(-1);
  const captionText = caption.map(getNodeText).join(" ").replace(/\s+/g, " ").trim();
  const isPlain = !["link", "image", "break"].some((type) => findNodes(caption, type).length > 0);
  if (last?.type !== "image" || !isPlain) return [...wrap(content), ...wrap(caption)];
  if (captionText !== "") last.title = captionText;
  return wrap(content);
}

function wrap(nodes: readonly RootContent[]): RootContent[] {
  const isPhrasing = nodes.every(({ type }) => ["text", "image", "link", "emphasis", "strong", "break"].includes(type));
  if (!isPhrasing) return [...nodes];
  const children = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "") as PhrasingContent[];
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
}

function convertEmbed(state: State, element: Element, report: TextReport) {
  const source = element.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "source",
  );
  const url = [
    getText(element, "src"),
    getText(element, "dataSrc"),
    getText(element, "data"),
    source && getText(source, "src"),
  ].find((address) => address !== undefined && address !== "" && address !== "about:blank");
  const content = element.tagName === "iframe" ? [] : (state.all(element) as PhrasingContent[]);
  if (url === undefined) return content;
  report("embed", url);
  const link = createLink(nameEmbed(url, getText(element, "title")));
  const hasWords = content.some((node) => getNodeText(node).trim() !== "");
  return hasWords ? [link, { type: "text" as const, value: " " }, ...content] : link;
}

/** A link in the place of a block is a paragraph. */
function standAlone(
  nodes: Link | PhrasingContent[] | undefined,
  parent: Parents | undefined,
): Paragraph | PhrasingContent[] {
  const isBlock = parent?.type === "root" || (parent?.type === "element" && flowElements.includes(parent.tagName));
  const children = nodes === undefined ? [] : [nodes].flat();
  return isBlock && children.length > 0 ? { type: "paragraph", children } : children;
}

const flowElements: readonly string[] = ["article", "body", "center", "details", "div", "figure", "main", "section"];

function convertScript(element: Element, report: TextReport) {
  const src = getText(element, "src");
  if (!/^(?:https?:)?\/\/gist\.github\.com\//.test(src)) {
    report("script", describeElement(element));
    return undefined;
  }
  report("embed", src);
  return createLink(nameEmbed(src.replace(/\.js(?=$|\?)/, ""), ""));
}

function convertRaised(state: State, element: Element, kind: "sub" | "sup", report: TextReport) {
  const children = state.all(element) as PhrasingContent[];
  const [only] = children;
  if (children.length !== 1 || only?.type !== "text") return children;
  const characters = toScript(only.value, kind);
  if (characters === undefined) report("raised text", only.value);
  return { type: "text", value: characters ?? only.value } as const;
}

function createLink({ url, words }: Embed): Link {
  return { type: "link", url, title: null, children: [{ type: "text", value: words }] };
}

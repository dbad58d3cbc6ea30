import { posix } from "node:path";
import type { RootContent } from "mdast";
import { isDocumentPath } from "../../read/read.ts";
import { toSlug } from "../../values/slug.ts";
import type { ArchiveSite, ArchiveText } from "../archive.ts";
import type { ReportLoss } from "../losses.ts";
import { writeMarkdown } from "../text/markdown-text.ts";
import { type References, resolveReferences } from "../text/references.ts";
import { getNodeText, mapNodes } from "../text/tree.ts";
import type { FindTarget } from "./addresses.ts";
import type { Draft, DraftBlock } from "./drafts.ts";
import { formatHead } from "./head.ts";
import { type ArchiveFiles, type CopiedPicture, describeByName, isPicture, isPublishedPicture } from "./pictures.ts";

/** What the texts of the new content refer to. */
export interface FormatContext {
  readonly site: ArchiveSite;
  readonly files: ArchiveFiles;
  readonly findTarget: FindTarget;
  /** The new path of a text; undefined if it is not in the content. */
  readonly findPath: (text: ArchiveText) => string | undefined;
  readonly namePicture: (from: string, folder: string, slug: string) => CopiedPicture;
  /** Pictures that Dateline could not read. */
  readonly badPictures: ReadonlySet<string>;
  /** Is told of each picture that a text shows. */
  readonly usePicture: (picture: CopiedPicture) => void;
  readonly report: ReportLoss;
}

/** A text as it is written, and the line on which each of its blocks begins, from 1. */
export interface FormattedDraft {
  readonly contents: string;
  readonly blockLines: readonly number[];
}

/** Formats a draft as a file. */
export function formatDraft(draft: Draft, context: FormatContext): FormattedDraft {
  const references = createReferences(draft, context);
  let contents = `${formatHead(draft.head)}\n`;
  let line = contents.split("\n").length;
  const blockLines: number[] = [];
  for (const block of draft.blocks) {
    block.written ??= formatBlock(block, references);
    const text = block.written;
    blockLines.push(line + 1);
    if (text === "") continue;
    contents += `\n${text}\n`;
    line += text.split("\n").length + 1;
  }
  return { contents, blockLines };
}

function formatBlock(draftBlock: DraftBlock, references: References): string {
  const { block, form } = draftBlock;
  if (form === "source" && block.source !== undefined && canStay(draftBlock, references)) return block.source;
  if (form === "source") draftBlock.form = "markdown";
  const nodes = resolveReferences(block.getNodes(), references).filter((node) => !isEmptyHeading(node));
  const linkedNodes =
    draftBlock.links === "all" ? nodes : mapNodes(nodes, draftBlock.links === "pages" ? cutFragment : unlink);
  if (form === "code") {
    const value = block.source ?? linkedNodes.map(getNodeText).join("\n");
    return writeMarkdown([{ type: "code", value }], "markdown");
  }
  const text = writeMarkdown(linkedNodes, form === "source" ? "markdown" : form);
  if (block.note === undefined || text === "") return text;
  // A note that nothing refers to becomes a paragraph, which readers can see.
  return form === "dialects" || form === "all"
    ? `${block.note}: ${text}`
    : `[^${block.note}]: ${text.replace(/\n(?=.)/g, "\n    ")}`;
}

function canStay({ block, links }: DraftBlock, references: References): boolean {
  return (
    links === "all" &&
    block.links.every((url) => references.resolveLink(url) === url) &&
    block.pictures.every(({ url, alt }) => alt !== "" && references.resolvePicture(url) === url)
  );
}

function isEmptyHeading(node: RootContent): boolean {
  return node.type === "heading" && getNodeText(node).trim() === "";
}

/** The words of a link within the site; other links stay. */
function unlink(node: RootContent): RootContent | readonly RootContent[] {
  return node.type === "link" && isInside(node.url) ? node.children : node;
}

/** A link to a page of the site without the place in it; the words of one to a place in its own page. */
function cutFragment(node: RootContent): RootContent | readonly RootContent[] {
  if (node.type !== "link" || !isInside(node.url)) return node;
  return node.url.startsWith("#") ? node.children : { ...node, url: node.url.replace(/#.*$/, "") };
}

function isInside(url: string): boolean {
  return !/^(?:https?|mailto):/i.test(url);
}

/** Headings get their ids from their words: "#Our-Plan" of another generator is "#our-plan". */
function toNewFragment(fragment: string): string {
  if (fragment === "") return "";
  let words = fragment.slice(1);
  try {
    words = decodeURIComponent(words);
  } catch {
    // The fragment stands as it is.
  }
  return `#${toSlug(words) ?? words}`;
}

function createReferences(draft: Draft, context: FormatContext): References {
  const { text } = draft;
  const { site, files, report } = context;
  return {
    isPicture: (url) => isPicture(url.replace(/[?#].*$/, "")),
    describePicture: (url) => {
      report("picture description", text.file, url);
      return describeByName(url);
    },
    resolvePicture: (url) => {
      const from = files.find(url, text);
      if (from === undefined) {
        report(
          /^(?:https?:)?\/\//.test(url) && !isOwn(url, site) ? "picture elsewhere" : "picture missing",
          text.file,
          url,
        );
        return undefined;
      }
      if (!isPublishedPicture(from) || context.badPictures.has(from)) {
        report("picture format", text.file, url);
        return undefined;
      }
      return placeFile(from, draft, context);
    },
    linkPicture: (url) => resolveLink(url, draft, context, () => undefined),
    resolveLink: (url) => resolveLink(url, draft, context, report),
  };
}

/** Has a file copied beside a text. Returns its name there. */
function placeFile(from: string, { path }: Draft, { namePicture, usePicture }: FormatContext): string {
  const picture = namePicture(from, posix.dirname(path), posix.basename(path).split(".")[0] ?? "");
  usePicture(picture);
  return posix.basename(picture.to);
}

/** Where a link leads in the new content, or else on the old site; undefined if nowhere. */
function resolveLink(url: string, draft: Draft, context: FormatContext, report: ReportLoss): string | undefined {
  const { site, files, findTarget, findPath } = context;
  const { text, path: from } = draft;
  const target = findTarget(url, text);
  if (target.kind === "outside") return target.url;
  if (target.kind === "text") {
    const path = findPath(target.text);
    const fragment = toNewFragment(target.fragment);
    if (target.text === text && fragment !== "") return fragment;
    if (path !== undefined) return posix.relative(posix.dirname(from), path) + fragment;
  }
  if (target.kind === "path" && target.path === "/") return "/";
  const path =
    target.kind === "path" ? target.path : target.kind === "text" ? (target.text.addresses[0] ?? "/") : undefined;
  const file = path === undefined ? undefined : files.find(url, text);
  if (file !== undefined && isDocumentPath(file) && !context.badPictures.has(file))
    return placeFile(file, draft, context);
  report(file === undefined ? "link" : "file", text.file, url);
  return path === undefined || site.url === undefined ? undefined : toOldUrl(site.url, path);
}

function isOwn(url: string, site: ArchiveSite): boolean {
  return site.url !== undefined && url.includes(new URL(site.url).host);
}

function toOldUrl(siteUrl: string, path: string): string | undefined {
  const url = siteUrl.replace(/\/$/, "") + (path.startsWith("/") ? path : `/${path}`);
  return URL.canParse(url) ? new URL(url).href : undefined;
}

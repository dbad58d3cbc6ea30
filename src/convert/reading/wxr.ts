// The only file that reads XML. In: an export of WordPress. Out: its items, as plain texts.
import { SaxesParser } from "saxes";
import { UserError } from "../../values/user-error.ts";

/** An item of an export: a post, a page or an attachment. */
export interface WxrItem {
  /** The texts of its elements by name, without the prefix of the namespace but for `content:` and `excerpt:`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly categories: readonly { readonly domain: string; readonly nicename: string; readonly name: string }[];
  /** Values by key. */
  readonly meta: ReadonlyMap<string, string>;
  readonly commentCount: number;
}

/** An export: the texts of its channel, its authors by their login, its items. */
export interface Wxr {
  readonly channel: Readonly<Record<string, string>>;
  readonly authors: ReadonlyMap<string, string>;
  readonly items: readonly WxrItem[];
}

interface OpenItem {
  readonly texts: Record<string, string>;
  readonly categories: { domain: string; nicename: string; name: string }[];
  readonly meta: Map<string, string>;
  commentCount: number;
}

/**
 * Parses an export of WordPress.
 *
 * @throws UserError if it is not XML
 */
export function parseWxr(xml: string, file: string): Wxr {
  const channel: Record<string, string> = {};
  const authors = new Map<string, string>();
  const items: OpenItem[] = [];
  const path: string[] = [];
  let text = "";
  let attributes: Readonly<Record<string, string>> = {};
  let group: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    path.push(tag.name);
    text = "";
    attributes = tag.attributes as Readonly<Record<string, string>>;
    if (tag.name === "item") items.push({ texts: {}, categories: [], meta: new Map(), commentCount: 0 });
    if (groups.includes(tag.name)) group = {};
  });
  parser.on("text", (piece) => (text += piece));
  parser.on("cdata", (piece) => (text += piece));
  parser.on("closetag", ({ name }) => {
    path.pop();
    const parent = path.at(-1) ?? "";
    const item = path.includes("item") ? items.at(-1) : undefined;
    if (groups.includes(parent)) group[shorten(name)] = text;
    else if (name === "wp:postmeta") item?.meta.set(group.meta_key ?? "", group.meta_value ?? "");
    else if (name === "wp:comment" && item) item.commentCount += 1;
    else if (name === "wp:author") authors.set(group.author_login ?? "", group.author_display_name ?? "");
    else if (parent === "item" && item && name === "category")
      item.categories.push({
        domain: attributes.domain ?? "category",
        nicename: attributes.nicename ?? "",
        name: text,
      });
    else if (parent === "item" && item) item.texts[shorten(name)] = text;
    else if (parent === "channel") channel[shorten(name)] ??= text;
    text = "";
  });
  parser.on("error", (error) => {
    throw new UserError(`${file} is not XML: ${error.message}`);
  });
  parser.write(xml).close();
  return { channel, authors, items };
}

const groups: readonly string[] = ["wp:postmeta", "wp:comment", "wp:author", "wp:category", "wp:tag", "wp:term"];

/** "post_date" for "wp:post_date"; "content:encoded" and "excerpt:encoded" stay apart. */
function shorten(name: string): string {
  return name.endsWith(":encoded") ? name : name.slice(name.indexOf(":") + 1);
}

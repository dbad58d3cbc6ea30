import { escapeHtml } from "../../values/text/escape.ts";
import { nameEmbed } from "./embeds.ts";
import { expandShortcodes, type ShortcodeSyntax } from "./paired-shortcodes.ts";
import type { TextReport } from "./report.ts";
import { type Shortcode, writeShortcode } from "./shortcodes.ts";

/** Makes whole HTML of a text as WordPress stores it: shortcodes written out, and paragraphs where lines are empty. */
export function convertWordpressText(text: string, report: TextReport): string {
  const withoutComments = text.replace(/<!--([\s\S]*?)-->/g, (_, comment: string) => {
    if (!/^\s*(?:\/?wp:|more|nextpage|noteaser)/.test(comment)) report("comment", comment.trim());
    return "";
  });
  const html = expandShortcodes(linkEmbeds(withoutComments, report), wordpressSyntax, report);
  return text.includes("<!-- wp:") ? html : addParagraphs(html);
}

// An address alone on its line is an embedded player.
function linkEmbeds(text: string, report: TextReport): string {
  return text.replace(/^([ \t]*)(https?:\/\/[^\s<>[\]]+)[ \t]*$/gm, (_, indent: string, url: string) => {
    report("embed", url);
    const { url: page } = nameEmbed(url, "");
    return `${indent}<p><a href="${escapeHtml(page)}">${escapeHtml(page)}</a></p>`;
  });
}

const wordpressSyntax: ShortcodeSyntax = {
  tag: /(?<!\[)\[(?<close>\/)?(?<name>caption|wp_caption|gallery|embed|audio|video|youtube|vimeo|playlist|code|sourcecode|php|html|css|gist|tweet|instagram|soundcloud|contact-form(?:-7)?|quote|blockquote|pullquote|toc|more|slideshow|polldaddy|googlemaps|wpvideo|dailymotion|ted|vine|spotify|flickr|slideshare|scribd|archives|latex)(?<words>(?:\s|=)[^\]]*)?\/?\](?!\])/gi,
  ends: "by name",
  write: writeWordpressShortcode,
};

function writeWordpressShortcode(shortcode: Shortcode, report: TextReport): string {
  const { name, named, inner } = shortcode;
  if (name === "caption" || name === "wp_caption") return writeCaption(inner ?? "", named.caption);
  if (inner !== undefined && /^(?:code|sourcecode|php|html|css)$/.test(name))
    return `<pre><code>${inner.replace(/^\n|\n$/g, "")}</code></pre>`;
  if (name === "pullquote") return writeShortcode({ ...shortcode, name: "quote" }, report);
  return writeShortcode(shortcode, report);
}

/** `[caption]<img …> words[/caption]`: what follows the picture is its caption. */
function writeCaption(inner: string, caption: string | undefined): string {
  const [, picture = "", words = ""] = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner) ?? [];
  if (picture === "") return inner;
  const text = (caption ?? words).trim();
  return `<figure>${picture}${text === "" ? "" : `<figcaption>${text}</figcaption>`}</figure>`;
}

const blockStart =
  /^\s*<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|object|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/i;

/** Makes paragraphs of a text between empty lines, and line breaks of its other lines, as WordPress shows it. */
function addParagraphs(html: string): string {
  return html
    .split(/(<(?:pre|script|style|textarea)\b[\s\S]*?<\/(?:pre|script|style|textarea)>)/i)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .split(/\n\s*\n/)
            .map(addParagraph)
            .join("\n\n"),
    )
    .join("");
}

function addParagraph(text: string): string {
  if (text.trim() === "" || blockStart.test(text)) return text;
  const lines = text.trim().split("\n");
  const end = lines.findIndex((line) => blockStart.test(line));
  const words = end < 0 ? lines : lines.slice(0, end);
  return `<p>${words.join("<br>\n")}</p>${end < 0 ? "" : `\n${lines.slice(end).join("\n")}`}`;
}

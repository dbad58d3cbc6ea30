import type { CheerioAPI } from "cheerio";

/** A URL in a page, as written. If `loads` is true, the browser fetches it by itself; else it is a link. */
export interface Reference {
  readonly url: string;
  readonly loads: boolean;
  /**
   * The element, its `rel` or `property`, and the attribute: "img srcset", "link canonical href", "meta og:image
   * content".
   */
  readonly from: string;
}

/** Every URL that a page links to or loads. */
export function findReferences(find: CheerioAPI): readonly Reference[] {
  return [
    ...urlAttributes.flatMap((urlAttribute) => findReferencesInAttribute(urlAttribute, find)),
    ...find("style")
      .toArray()
      .flatMap((element) => findCssUrls(find(element).text()))
      .map((url) => ({ url, loads: true, from: "style" })),
    ...find("[style]")
      .toArray()
      .flatMap((element) => findCssUrls(find(element).attr("style") ?? ""))
      .map((url) => ({ url, loads: true, from: "style attribute" })),
  ];
}

/** Every URL that a style sheet loads. */
export function findCssUrls(css: string): readonly string[] {
  const urlMatches = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)];
  const importMatches = [...css.matchAll(/@import\s+["']([^"']*)/g)];
  return [...urlMatches, ...importMatches].flatMap((match) => match[1] ?? []);
}

interface UrlAttribute {
  readonly selector: string;
  readonly attribute: string;
  readonly loads: boolean;
  /** Finds the URLs in the attribute's value. undefined: the whole value is one URL. */
  readonly parseUrls?: (value: string) => readonly string[];
}

const fetchedLinks = [
  "stylesheet",
  "icon",
  "preload",
  "modulepreload",
  "prefetch",
  "manifest",
  "preconnect",
  "dns-prefetch",
]
  .map((rel) => `link[rel~="${rel}"]`)
  .join(", ");

// The attributes of the HTML standard and the Open Graph properties that contain URLs.
const urlAttributes: readonly UrlAttribute[] = [
  { selector: "a, area", attribute: "href", loads: false },
  { selector: "a", attribute: "ping", loads: false },
  { selector: fetchedLinks, attribute: "href", loads: true },
  { selector: `link:not(${fetchedLinks})`, attribute: "href", loads: false },
  { selector: "img, source, video, audio, track, iframe, embed, script, input", attribute: "src", loads: true },
  { selector: "img, source", attribute: "srcset", loads: true, parseUrls: parseSrcset },
  { selector: "link", attribute: "imagesrcset", loads: true, parseUrls: parseSrcset },
  { selector: "video", attribute: "poster", loads: true },
  { selector: "object", attribute: "data", loads: true },
  { selector: "use, image", attribute: "href", loads: true },
  { selector: "form", attribute: "action", loads: false },
  { selector: "blockquote, q, del, ins", attribute: "cite", loads: false },
  { selector: 'meta[property="og:url"], meta[property="og:image"]', attribute: "content", loads: false },
  { selector: 'meta[http-equiv="refresh"]', attribute: "content", loads: false, parseUrls: parseRefresh },
];

function findReferencesInAttribute(
  { selector, attribute, loads, parseUrls }: UrlAttribute,
  find: CheerioAPI,
): readonly Reference[] {
  return find(selector)
    .toArray()
    .flatMap((element) => {
      if (!("attribs" in element)) return [];
      const { [attribute]: value, rel, property } = element.attribs;
      if (value === undefined) return [];
      const from = [element.name, rel ?? property, attribute].filter((part) => part !== undefined).join(" ");
      return (parseUrls ? parseUrls(value) : [value]).map((url) => ({ url, loads, from }));
    });
}

function parseSrcset(srcset: string): readonly string[] {
  return srcset.split(",").flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
}

function parseRefresh(content: string): readonly string[] {
  return content.split(/url=/i).slice(1);
}

import type { CheerioAPI } from "cheerio";

/** A URL in a page, as written. What `loads` is fetched by the browser without being asked. */
export interface Reference {
  readonly url: string;
  readonly loads: boolean;
  /** The element, what it says it is for, and the attribute: "img srcset", "link canonical href", "meta og:image content". */
  readonly from: string;
}

/** Every URL that a page leads to or loads. */
export function referencesIn(find: CheerioAPI): readonly Reference[] {
  return [
    ...places.flatMap((place) => referencesAt(place, find)),
    ...find("style")
      .toArray()
      .flatMap((element) => referencesInCss(find(element).text()))
      .map((url) => ({ url, loads: true, from: "style" })),
    ...find("[style]")
      .toArray()
      .flatMap((element) => referencesInCss(find(element).attr("style") ?? ""))
      .map((url) => ({ url, loads: true, from: "style attribute" })),
  ];
}

/** Every URL that a style sheet loads. */
export function referencesInCss(css: string): readonly string[] {
  const inUrl = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)];
  const inImport = [...css.matchAll(/@import\s+["']([^"']*)/g)];
  return [...inUrl, ...inImport].flatMap((match) => match[1] ?? []);
}

interface Place {
  readonly selector: string;
  readonly attribute: string;
  readonly loads: boolean;
  /** The URLs in the attribute's value; without it, the value is one. */
  readonly urls?: (value: string) => readonly string[];
}

const fetched = ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect", "dns-prefetch"]
  .map((rel) => `link[rel~="${rel}"]`)
  .join(", ");

// The attributes of the HTML standard that hold URLs, and those properties of Open Graph that do.
const places: readonly Place[] = [
  { selector: "a, area", attribute: "href", loads: false },
  { selector: "a", attribute: "ping", loads: false },
  { selector: fetched, attribute: "href", loads: true },
  { selector: `link:not(${fetched})`, attribute: "href", loads: false },
  { selector: "img, source, video, audio, track, iframe, embed, script, input", attribute: "src", loads: true },
  { selector: "img, source", attribute: "srcset", loads: true, urls: urlsInSrcset },
  { selector: "link", attribute: "imagesrcset", loads: true, urls: urlsInSrcset },
  { selector: "video", attribute: "poster", loads: true },
  { selector: "object", attribute: "data", loads: true },
  { selector: "use, image", attribute: "href", loads: true },
  { selector: "form", attribute: "action", loads: false },
  { selector: "blockquote, q, del, ins", attribute: "cite", loads: false },
  { selector: 'meta[property="og:url"], meta[property="og:image"]', attribute: "content", loads: false },
  { selector: 'meta[http-equiv="refresh"]', attribute: "content", loads: false, urls: urlsInRefresh },
];

function referencesAt({ selector, attribute, loads, urls }: Place, find: CheerioAPI): readonly Reference[] {
  return find(selector)
    .toArray()
    .flatMap((element) => {
      if (!("attribs" in element)) return [];
      const { [attribute]: value, rel, property } = element.attribs;
      if (value === undefined) return [];
      const from = [element.name, rel ?? property, attribute].filter((part) => part !== undefined).join(" ");
      return (urls ? urls(value) : [value]).map((url) => ({ url, loads, from }));
    });
}

function urlsInSrcset(srcset: string): readonly string[] {
  return srcset.split(",").flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
}

function urlsInRefresh(content: string): readonly string[] {
  return content.split(/url=/i).slice(1);
}

import type { Site } from "../parse/parse.ts";
import { absolute } from "../values/address.ts";
import type { Frame, Page } from "./page.ts";

/**
 * The same pages, each told of its translations. A page's translation stands at the same address under another
 * language's prefix: an article's, because its file is named alike, and an edition's, a tag's, a month's.
 */
export function withTranslations(site: Site, pages: readonly Page[]): readonly Page[] {
  const groups = new Map<string, Frame[]>();
  for (const page of pages) {
    if (!translatable(page)) continue;
    const shared = sharedAddress(site, page.frame);
    const group = groups.get(shared);
    if (group) group.push(page.frame);
    else groups.set(shared, [page.frame]);
  }
  return pages.map((page) => {
    const group = translatable(page) ? (groups.get(sharedAddress(site, page.frame)) ?? []) : [];
    if (!translatable(page) || group.length < 2) return page;
    const others = group.filter((frame) => frame !== page.frame);
    const translations = [page.frame, ...others].map(({ language, here: { address } }) => ({
      language,
      address,
      url: absolute(site.url, address),
    }));
    return { ...page, frame: { ...page.frame, translations } };
  });
}

// Numbered pages and the site's one 404 page have no counterpart: page 3 of another language lists other articles.
function translatable(page: Page): page is Page & { readonly frame: Frame } {
  return "frame" in page && page.layout !== "missing" && !page.address.includes("/page/");
}

function sharedAddress(site: Site, { language, here }: Frame): string {
  return language === site.language ? here.address : here.address.slice(language.length + 1);
}

import type { SiteConfig } from "../../parse/parse.ts";
import { type Address, isPageAddress, toAbsoluteUrl } from "../../values/address.ts";
import { getWords } from "../../words/words.ts";
import type { CopiedFile, Page, PageOf } from "../views/page.ts";

/** Whether a page stands for another one, at an old address of it. */
export function isAliasPage(page: Page): page is PageOf<"redirect" | "copy" | "moved-text"> {
  return page.layout === "redirect" || page.layout === "copy" || page.layout === "moved-text";
}

/**
 * Creates what answers at an old address of a page: a redirect, for browsers; at the address of a file the same bytes,
 * because feed readers and other programs cannot follow a page.
 */
export function createAliasPage(site: SiteConfig, page: Page, address: Address): Page {
  if (page.layout === "redirect") {
    return { ...page, address, shows: { ...page.shows, linkBase: { ...page.shows.linkBase, address } } };
  }
  const isFile = !isPageAddress(address);
  if (page.layout === "copy") return isFile ? { ...page, address } : createAliasPage(site, page.shows.of, address);
  const language = "frame" in page ? page.frame.language : site.language;
  const canonical = toAbsoluteUrl(site.url, page.address);
  if (isFile && isCopied(page)) return { layout: "copy", address, shows: { of: page } };
  if (isFile)
    return {
      layout: "moved-text",
      address,
      shows: { to: page.address, text: `${getWords(language).movedTo}\n${canonical}\n` },
    };
  const title = "frame" in page ? page.frame.title : page.address;
  const linkBase = { address, linkStyle: site.links };
  return { layout: "redirect", address, shows: { linkBase, language, to: page.address, title, canonical } };
}

function isCopied(page: Page): page is CopiedFile {
  return !("frame" in page) && !isPageAddress(page.address) && page.layout !== "moved-text";
}

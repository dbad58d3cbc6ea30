import type { PublishedFile, SiteConfig } from "../../parse/parse.ts";
import { type Address, isPageAddress, toAbsoluteUrl, toOutputPath } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
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
  if (isFile && isCopied(page)) return { layout: "copy", address, shows: { of: page } };
  const { language, title } = "frame" in page ? page.frame : { language: site.language, title: page.address };
  return createMovedPage(site, address, { to: page.address, language, title });
}

/** Whether a static file stands at an old address of it as it is; if not, `createFileAliasPage` makes what stands there. */
export function isSameBytes(file: PublishedFile, address: Address): boolean {
  return !isPageAddress(address) && !isPageAddress(file.address);
}

/** Creates what answers at an old address of a static file where one of the two is a page. */
export function createFileAliasPage(site: SiteConfig, file: PublishedFile, address: Address): Page {
  return createMovedPage(site, address, {
    to: file.address,
    language: site.language,
    title: `/${toOutputPath(file.address)}`,
  });
}

/** A redirect, or at the address of a file a text that says where it has gone. */
function createMovedPage(
  site: SiteConfig,
  address: Address,
  { to, language, title }: { readonly to: Address; readonly language: Language; readonly title: string },
): Page {
  const canonical = toAbsoluteUrl(site.url, to);
  if (!isPageAddress(address))
    return { layout: "moved-text", address, shows: { to, text: `${getWords(language).movedTo}\n${canonical}\n` } };
  const linkBase = { address, linkStyle: site.links };
  return { layout: "redirect", address, shows: { linkBase, language, to, title, canonical } };
}

function isCopied(page: Page): page is CopiedFile {
  return !("frame" in page) && !isPageAddress(page.address) && page.layout !== "moved-text";
}

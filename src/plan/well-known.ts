import { absolute, fileIn, pageAddress } from "../values/address.ts";
import { placeIn, type Setting } from "./parts/context.ts";
import { framed } from "./parts/frame.ts";
import { iconAddress, logo, stylesheetAddress } from "./parts/site-frame.ts";
import { type Unit, unitOf } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/** What hosts, browsers and search engines ask for by its name: one of each for the whole site. */
export function wellKnown(own: Setting): readonly Unit[] {
  const { site } = own;
  const sitemap = absolute(site.url, fileIn(pageAddress(), "sitemap.xml"));
  return [
    unitOf("404", [], () => [missingPage(own)]),
    unitOf("robots", sitemap, () => [
      { layout: "robots", address: fileIn(pageAddress(), "robots.txt"), shows: { sitemap } },
    ]),
    unitOf("style", [], () => [{ layout: "stylesheet", address: stylesheetAddress, shows: {} }]),
    unitOf("pictures", [], () => [
      { layout: "picture", address: iconAddress, shows: { file: "icon.png" } },
      { layout: "picture", address: logo.address, shows: { file: "logo.png" } },
    ]),
  ];
}

function missingPage(own: Setting): Page {
  const address = fileIn(pageAddress(), "404.html");
  const { site, words, language } = own;
  const told = { title: words.notFound, description: words.notFoundAdvice, languages: [language] };
  return {
    layout: "missing",
    address,
    frame: { ...framed(own, address, told), schema: undefined },
    shows: { homeUrl: absolute(site.url, own.frame.home), archiveUrl: absolute(site.url, placeIn(own, "archive")) },
  };
}

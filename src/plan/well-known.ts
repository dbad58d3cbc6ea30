import type { Digest } from "../model/model.ts";
import { absolute, fileIn, pageAddress } from "../values/address.ts";
import { framed } from "./frame.ts";
import type { Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";
import { stylesheetAddress } from "./site-frame.ts";

/** What hosts, browsers and search engines ask for by its name: one of each for the whole site. */
export function wellKnown({ site }: Digest, own: Setting): readonly Page[] {
  const missing = fileIn(pageAddress(), "404.html");
  return [
    {
      layout: "missing",
      address: missing,
      frame: {
        ...framed(own, missing, { title: own.words.notFound, description: own.words.notFoundAdvice }),
        schema: undefined,
      },
      shows: { homeUrl: absolute(site.url, own.frame.home), archiveUrl: absolute(site.url, placeIn(own, "archive")) },
    },
    {
      layout: "robots",
      address: fileIn(pageAddress(), "robots.txt"),
      shows: { sitemap: absolute(site.url, fileIn(pageAddress(), "sitemap.xml")) },
    },
    { layout: "stylesheet", address: stylesheetAddress, shows: {} },
  ];
}

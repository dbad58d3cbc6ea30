import { toAbsoluteUrl, toFileAddress, toPageAddress } from "../values/address.ts";
import { buildAddress, type PlanContext } from "./parts/context.ts";
import { createFrame } from "./parts/frame.ts";
import { iconAddress, logo, stylesheetAddress } from "./parts/site-frame.ts";
import { createUnit, type PlanUnit } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/**
 * Plans the files that hosts, browsers and search engines request by a fixed name: one of each for the whole site.
 *
 * @param mainContext the context of the site's own language
 */
export function planWellKnownFiles(mainContext: PlanContext): readonly PlanUnit[] {
  const { site } = mainContext;
  const sitemap = toAbsoluteUrl(site.url, toFileAddress(toPageAddress(), "sitemap.xml"));
  return [
    createUnit("404", [], () => [createMissingPage(mainContext)]),
    createUnit("robots", sitemap, () => [
      { layout: "robots", address: toFileAddress(toPageAddress(), "robots.txt"), shows: { sitemap } },
    ]),
    createUnit("style", [], () => [{ layout: "stylesheet", address: stylesheetAddress, shows: {} }]),
    createUnit("pictures", [], () => [
      { layout: "picture", address: iconAddress, shows: { file: "icon.png" } },
      { layout: "picture", address: logo.address, shows: { file: "logo.png" } },
    ]),
  ];
}

function createMissingPage(mainContext: PlanContext): Page {
  const address = toFileAddress(toPageAddress(), "404.html");
  const { site, words, language } = mainContext;
  const meta = { title: words.notFound, description: words.notFoundAdvice, languages: [language] };
  return {
    layout: "missing",
    address,
    frame: { ...createFrame(mainContext, address, meta), schema: undefined },
    shows: {
      homeUrl: toAbsoluteUrl(site.url, mainContext.siteFrame.home),
      archiveUrl: toAbsoluteUrl(site.url, buildAddress(mainContext, "archive")),
    },
  };
}

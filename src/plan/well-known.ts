import { toAbsoluteUrl } from "../values/address.ts";
import { ownFiles } from "../values/own-addresses.ts";
import { buildAddress } from "./parts/addresses.ts";
import type { PlanContext } from "./parts/context.ts";
import { createFrame } from "./parts/frame.ts";
import { createUnit, type PlanUnit } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/**
 * Plans the files that hosts, browsers and search engines request by a fixed name: one of each for the whole site.
 *
 * @param mainContext the context of the site's own language
 */
export function planWellKnownFiles(mainContext: PlanContext): readonly PlanUnit[] {
  const { site } = mainContext;
  const sitemap = toAbsoluteUrl(site.url, ownFiles.sitemap);
  return [
    createUnit("404", undefined, [], () => [createMissingPage(mainContext)]),
    createUnit("robots", undefined, sitemap, () => [
      { layout: "robots", address: ownFiles.robots, shows: { sitemap } },
    ]),
    createUnit("style", undefined, [], () => [{ layout: "stylesheet", address: ownFiles.stylesheet, shows: {} }]),
    createUnit("pictures", undefined, [], () => [
      { layout: "picture", address: ownFiles.icon, shows: { file: "icon.png" } },
      { layout: "picture", address: ownFiles.logo, shows: { file: "logo.png" } },
    ]),
  ];
}

function createMissingPage(mainContext: PlanContext): Page {
  const address = ownFiles.missing;
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

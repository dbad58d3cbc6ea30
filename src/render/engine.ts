import type { UserConfig } from "@11ty/eleventy";
import type { Page } from "../plan/plan.ts";
import { toOutputPath } from "../values/address.ts";

/** Renders a page. Called at the moment when Eleventy writes it. */
export type PageRenderer = (page: Page) => string | Buffer;

/**
 * Adds the planned pages to Eleventy: one virtual template per layout, paginated over the addresses of its pages.
 *
 * A template renders only the page's address, and a transform replaces it by the page: Eleventy keeps the output of
 * templates until the end, but writes the output of transforms without keeping it (10,000 pages of 9 KB: 450 MiB
 * instead of 793).
 */
export function addPages(config: UserConfig, pages: readonly Page[], renderPage: PageRenderer): void {
  const pagesByAddress = new Map<string, Page>(pages.map((page) => [page.address, page]));
  config.setTemplateFormats(["11ty.js"]);
  // Eleventy warns if a transform takes a large share of the time; here one transform renders all pages.
  config.benchmarkManager.get("Configuration").setMinimumThresholdPercent(100);
  config.addGlobalData("planned", groupAddressesByLayout(pages));
  for (const layout of new Set(pages.map((page) => page.layout))) {
    config.addTemplate(`${layout}.11ty.js`, {
      data: {
        pagination: { data: `planned.${layout}`, size: 1, alias: "address", addAllPagesToCollections: false },
        eleventyExcludeFromCollections: true,
        permalink: ({ address }: TemplateData) => toOutputPath(address),
        // An old feed may have had the address "/feed".
        eleventyAllowMissingExtension: true,
      },
      render: ({ address }: TemplateData) => address,
    });
  }
  config.addTransform("page", (address) => {
    const page = pagesByAddress.get(address);
    if (!page) throw new Error(`Expected ${address} to be planned.`);
    return renderPage(page);
  });
}

interface TemplateData {
  readonly address: Page["address"];
}

function groupAddressesByLayout(pages: readonly Page[]): Readonly<Record<string, readonly string[]>> {
  const addresses: Record<string, string[]> = {};
  for (const page of pages) {
    addresses[page.layout] ??= [];
    addresses[page.layout]?.push(page.address);
  }
  return addresses;
}

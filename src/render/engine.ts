import type { UserConfig } from "@11ty/eleventy";
import type { Page } from "../plan/plan.ts";
import { outputFile } from "../values/address.ts";

/** A page's text, made when Eleventy comes to write it. */
export type Texts = (page: Page) => string | Buffer;

/**
 * Gives Eleventy the planned pages: one virtual template for each layout, paginated over the addresses of its pages.
 *
 * The template gives only the page's address, and a transform puts the page in its place: what a template renders
 * Eleventy keeps to the end, what a transform returns it writes and forgets (10,000 pages of 9 KB: 793 MiB against 450).
 */
export function addPages(config: UserConfig, pages: readonly Page[], texts: Texts): void {
  const byAddress = new Map<string, Page>(pages.map((page) => [page.address, page]));
  config.setTemplateFormats(["11ty.js"]);
  // Eleventy warns where a transform takes a large share of the time; here all pages are made in one.
  config.benchmarkManager.get("Configuration").setMinimumThresholdPercent(100);
  config.addGlobalData("planned", addressesByLayout(pages));
  for (const layout of new Set(pages.map((page) => page.layout))) {
    config.addTemplate(`${layout}.11ty.js`, {
      data: {
        pagination: { data: `planned.${layout}`, size: 1, alias: "address", addAllPagesToCollections: false },
        eleventyExcludeFromCollections: true,
        permalink: ({ address }: Addressed) => outputFile(address),
      },
      render: ({ address }: Addressed) => address,
    });
  }
  config.addTransform("page", (address) => {
    const page = byAddress.get(address);
    if (!page) throw new Error(`Expected ${address} to be planned.`);
    return texts(page);
  });
}

interface Addressed {
  readonly address: Page["address"];
}

function addressesByLayout(pages: readonly Page[]): Readonly<Record<string, readonly string[]>> {
  const addresses: Record<string, string[]> = {};
  for (const page of pages) {
    addresses[page.layout] ??= [];
    addresses[page.layout]?.push(page.address);
  }
  return addresses;
}

import { absolute } from "../values/address.ts";
import type { Page } from "./page.ts";
import type { Setting } from "./setting.ts";

/** At each old address of an article, the way to where it is now. */
export function aliases({ site, language, digest }: Setting): readonly Page[] {
  return digest.articles.flatMap(({ aliases: old, address: to, title }) =>
    old.map((address) => ({
      layout: "redirect" as const,
      address,
      shows: { here: { address, links: site.links }, language, to, title, canonical: absolute(site.url, to) },
    })),
  );
}

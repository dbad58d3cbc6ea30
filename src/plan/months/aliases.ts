import { absolute } from "../../values/address.ts";
import type { Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";

/** At each old address of a month's articles, the way to where it is now. */
export function aliasPages({ setting: { site, language }, own }: MonthPlan): readonly Page[] {
  return own.articles.flatMap(({ aliases, address: to, title }) =>
    aliases.map((address) => ({
      layout: "redirect" as const,
      address,
      shows: { here: { address, links: site.links }, language, to, title, canonical: absolute(site.url, to) },
    })),
  );
}

import { toAbsoluteUrl } from "../../values/address.ts";
import type { Page } from "../views/page.ts";
import type { MonthPlan } from "./context.ts";

/** Plans a redirect page at each alias of a month's articles. */
export function planAliasPages({ context: { site, language }, content }: MonthPlan): readonly Page[] {
  return content.articles.flatMap(({ aliases, address: to, title }) =>
    aliases.map((address) => ({
      layout: "redirect" as const,
      address,
      shows: {
        linkBase: { address, linkStyle: site.links },
        language,
        to,
        title,
        canonical: toAbsoluteUrl(site.url, to),
      },
    })),
  );
}

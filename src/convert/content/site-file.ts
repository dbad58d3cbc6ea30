import type { Language } from "../../values/language.ts";
import type { ArchiveSite } from "../archive.ts";
import { formatValue } from "./head.ts";

/**
 * Formats site.yaml from what an archive says of its site, with comments where the publisher must decide.
 *
 * @param year of the newest text: the host was the publisher's then
 * @param sections the tags that are used most
 */
export function formatArchiveSite(
  site: ArchiveSite,
  language: Language,
  year: string,
  sections: readonly string[],
  clean: (text: string) => string,
): string {
  const host = site.url === undefined ? "dispatch.example" : new URL(site.url).hostname;
  const title = clean(site.title ?? "") || host;
  return `# Made of the settings of the archive: read each line again.
title: ${formatValue(title)}
description: ${formatValue(clean(site.description ?? "") || title)}
url: ${JSON.stringify(site.url ?? "https://dispatch.example/")}
# The ids in the feeds are made from it: never change it once the site is published.
authority: "${host},${year}"
language: ${language}
timezone: ${site.timezone}
hour: "06:00"
publisher:
  name: ${formatValue(title)}
# The tags in the order of the front page.
sections: [${sections.map(formatValue).join(", ")}]
links: folder
`;
}

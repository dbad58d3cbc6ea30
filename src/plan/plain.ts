import { framed } from "./frame.ts";
import type { Page } from "./page.ts";
import type { Setting } from "./setting.ts";

/** The pages that belong to no day: about, contact. */
export function plain(setting: Setting): readonly Page[] {
  return setting.digest.pages.map(({ address, title, summary, body }) => ({
    layout: "plain",
    address,
    frame: framed(setting, address, {
      title,
      description: summary,
      schema: { "@type": "WebPage", name: title, description: summary, inLanguage: setting.language },
    }),
    shows: { title, summary, body },
  }));
}

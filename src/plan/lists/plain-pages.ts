import type { PlainPage } from "../../parse/parse.ts";
import type { Language } from "../../values/language.ts";
import { toFileStart } from "../../values/problem.ts";
import { createAliasPage } from "../parts/alias-pages.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame, createSitemapEntry } from "../parts/frame.ts";
import { listDocuments, listPictures } from "../parts/pictures.ts";
import type { PlanUnit } from "../parts/unit.ts";
import type { Page } from "../views/page.ts";

/** Plans the pages without a date: about, contact. */
export function planPlainPages(context: PlanContext): readonly PlanUnit[] {
  const stemsByLanguage = new Map(
    context.siteDigest.languages.map(({ language, pages }) => [language, new Set(pages.map(({ stem }) => stem))]),
  );
  return context.digest.pages.map((page) => {
    const languages = findLanguages(context, ({ language }) => stemsByLanguage.get(language)?.has(page.stem) ?? false);
    return {
      group: "pages",
      name: `pages ${page.address}`,
      inputs: [page, languages],
      sitemapPages: [createSitemapEntry(context, page.address, languages)],
      estimatedPages: 1,
      plan: () => {
        const planned = createPlainPage(context, page, languages);
        return {
          pages: [planned, ...page.aliases.map((alias) => createAliasPage(context.site, planned, alias))],
          pictures: listPictures([page]),
          files: listDocuments([page]),
          links: page.links,
          anchorLinks: page.anchorLinks,
          anchors: [[page.address, page.ids]],
          aliases: page.aliases.map((to, i) => ({ to, at: page.aliasLocations[i] ?? toFileStart(page.file) })),
        };
      },
    };
  });
}

function createPlainPage(context: PlanContext, page: PlainPage, languages: readonly Language[]): Page {
  const { address, title, summary, body } = page;
  const schema = { "@type": "WebPage", name: title, description: summary, inLanguage: context.language };
  const frame = createFrame(context, address, { title, description: summary, languages, schema });
  return { layout: "plain", address, frame, shows: { title, summary, body } };
}

import type { PlainPage } from "../../parse/parse.ts";
import type { Language } from "../../values/language.ts";
import { languagesWith, type Setting } from "../parts/context.ts";
import { framed, listedAt } from "../parts/frame.ts";
import { picturesIn } from "../parts/pictures.ts";
import type { Unit } from "../parts/unit.ts";
import type { Page } from "../views/page.ts";

/** The pages that belong to no day: about, contact. */
export function plain(setting: Setting): readonly Unit[] {
  return setting.digest.pages.map((page) => {
    const languages = languagesWith(setting, ({ pages }) => pages.some(({ stem }) => stem === page.stem));
    return {
      name: `pages ${page.address}`,
      follows: [page, languages],
      listed: [listedAt(setting, page.address, languages)],
      about: 1,
      planned: () => ({
        pages: [plainPage(setting, page, languages)],
        pictures: picturesIn([page]),
        links: page.links,
        aliases: [],
      }),
    };
  });
}

function plainPage(setting: Setting, page: PlainPage, languages: readonly Language[]): Page {
  const { address, title, summary, body } = page;
  const schema = { "@type": "WebPage", name: title, description: summary, inLanguage: setting.language };
  const frame = framed(setting, address, { title, description: summary, languages, schema });
  return { layout: "plain", address, frame, shows: { title, summary, body } };
}

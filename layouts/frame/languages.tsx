import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { getWords } from "../../src/words/words.ts";

/** Links to all languages: to the translation of this page if there is one, else to the front page of the language. */
export function LanguageSwitcher({ frame }: { readonly frame: Frame }): VNode {
  return (
    <nav aria-label={getWords(frame.language).languages}>
      <ul class="links">
        {frame.site.languages.map(({ language, address }) => {
          const translation = frame.translations.find((candidate) => candidate.language === language);
          return (
            <li>
              <a
                href={toRelativeUrl(frame.linkBase, translation?.address ?? address)}
                lang={language}
                hreflang={language}
                title={getWords(language).nativeName}
                aria-current={language === frame.language ? "true" : undefined}
              >
                {getWords(language).abbreviation}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

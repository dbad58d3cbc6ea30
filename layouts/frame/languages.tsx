import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { wordsIn } from "../../src/words/words.ts";

/** The site's languages: to this page's translation where there is one, to the language's front page otherwise. */
export function Languages({ frame }: { readonly frame: Frame }): VNode {
  return (
    <nav aria-label={wordsIn(frame.language).languages}>
      <ul class="links">
        {frame.site.languages.map(({ language, address }) => {
          const translation = frame.translations.find((each) => each.language === language);
          return (
            <li>
              <a
                href={relativeTo(frame.here, translation?.address ?? address)}
                lang={language}
                hreflang={language}
                title={wordsIn(language).ownName}
                aria-current={language === frame.language ? "true" : undefined}
              >
                {wordsIn(language).code}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { getWords } from "../../src/words/words.ts";
import { LanguageSwitcher } from "./languages.tsx";
import { PageLink, SiteLinkList } from "./links.tsx";

/** The site's name and sections. The name is small, because the date is the largest element of a page. */
export function Masthead({ frame }: { readonly frame: Frame }): VNode {
  const { site } = frame;
  return (
    <header class="masthead">
      <p>
        <PageLink frame={frame} link={{ title: site.title, address: site.home }} rel="home" />
      </p>
      {site.languages.length > 0 && <LanguageSwitcher frame={frame} />}
      <nav class="sections" aria-label={getWords(frame.language).navigation}>
        <SiteLinkList frame={frame} links={site.navigation} />
      </nav>
    </header>
  );
}

import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { wordsIn } from "../../src/words/words.ts";
import { Languages } from "./languages.tsx";
import { SiteLinks, To } from "./links.tsx";

/** The site's name, small, and its sections: the day is what a page is headed by. */
export function Masthead({ frame }: { readonly frame: Frame }): VNode {
  const { site } = frame;
  return (
    <header class="masthead">
      <p>
        <To frame={frame} link={{ title: site.title, address: site.home }} rel="home" />
      </p>
      {site.languages.length > 0 && <Languages frame={frame} />}
      <nav class="sections" aria-label={wordsIn(frame.language).navigation}>
        <SiteLinks frame={frame} links={site.navigation} />
      </nav>
    </header>
  );
}

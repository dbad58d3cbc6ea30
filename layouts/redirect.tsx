import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { toRelativeUrl } from "../src/values/address.ts";
import { pagePolicy } from "../src/values/content-policy.ts";
import { getWords } from "../src/words/words.ts";

/**
 * The page at an old address. It redirects browsers, names the new address to search engines, and links to it. It is not
 * `noindex`: search engines take a refresh after 0 seconds for a permanent redirect, and hand on what they know of the
 * old address; of a page that must not be indexed they hand on nothing.
 */
export function Redirect({ shows }: PageOf<"redirect">): VNode {
  const words = getWords(shows.language);
  const href = toRelativeUrl(shows.linkBase, shows.to);
  return (
    <html lang={shows.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={pagePolicy} />
        <meta http-equiv="refresh" content={`0; url=${href}`} />
        <title>{words.moved}</title>
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={shows.canonical} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>{words.moved}</h1>
          <p>
            {words.movedTo} <a href={href}>{shows.title}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

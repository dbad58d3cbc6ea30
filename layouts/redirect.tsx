import type { VNode } from "preact";
import type { Planned } from "../src/plan/plan.ts";
import { relativeTo } from "../src/values/address.ts";
import { wordsIn } from "../src/words/words.ts";

/** What stands at an old address: the way to the new one, for browsers, search engines and people. */
export function Redirect({ shows }: Planned<"redirect">): VNode {
  const words = wordsIn(shows.language);
  const to = relativeTo(shows.here, shows.to);
  return (
    <html lang={shows.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={`0; url=${to}`} />
        <title>{words.moved}</title>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={shows.canonical} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>{words.moved}</h1>
          <p>
            {words.movedTo} <a href={to}>{shows.title}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

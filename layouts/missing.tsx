import type { VNode } from "preact";
import type { PageOf } from "../src/plan/plan.ts";
import { getWords } from "../src/words/words.ts";

/**
 * The 404 page. It is served at any depth, where no relative link works, so its styles are inline.
 *
 * @param policy its Content-Security-Policy, which names its style element by a hash
 */
export function NotFound({ frame, shows }: PageOf<"missing">, policy: string): VNode {
  const words = getWords(frame.language);
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{`${words.notFound} — ${frame.site.title}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: missingStyle }} />
      </head>
      <body>
        <main>
          <p>
            <b>{frame.site.title}</b>
          </p>
          <h1>{words.notFound}</h1>
          <p>{words.notFoundAdvice}</p>
          <ul>
            <li>
              <a href={shows.homeUrl}>{words.frontPage}</a>
            </li>
            <li>
              <a href={shows.archiveUrl}>{words.archive}</a>
            </li>
          </ul>
        </main>
      </body>
    </html>
  );
}

// It uses the system colours, so that nothing must be kept in sync with tokens.css.
/** The text of its style element. */
export const missingStyle =
  ":root{color-scheme:light dark;font:1.125rem/1.55 'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,serif}" +
  "body{margin:0 auto;max-width:36rem;padding:0 1.25rem;overflow-wrap:anywhere}h1{font-size:2.5rem;line-height:1.1;margin:3rem 0 1rem}" +
  "b{display:block;padding:1rem 0;border-bottom:1px solid}ul{padding:0;list-style:''}a{color:inherit;line-height:2}";

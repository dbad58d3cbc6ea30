import { type MarkdownContext, type Marked, markdownToHtml } from "../../../src/parse/markdown/markdown.ts";
import type { Shown } from "../../../src/parse/parse.ts";
import { type Address, absolute, addressFrom, fileIn, pageAddress } from "../../../src/values/address.ts";
import { problemLine } from "../../../src/values/problem.ts";
import { linked } from "../../../src/values/text/html.ts";
import { type HtmlPage, htmlPage } from "../readers/html-reader.ts";

/** A picture that lies beside every text, as "map.png" and under a name with spaces. */
export const map: Shown = {
  path: "2024/07/11/map.png",
  file: "content/2024/07/11/map.png",
  hash: "1f0c9a2e",
  stem: fileIn(pageAddress("2024", "07", "11"), "map"),
  width: 1000,
  height: 500,
};

/** An English text of 11 July 2024, whose first line is the tenth of its file; with what else is given. */
export function marked(text: string, given: Partial<MarkdownContext> = {}): Marked {
  return markdownToHtml(text, {
    language: "en",
    file: "content/2024/07/11/summit.md",
    firstLine: 10,
    path: "2024/07/11/summit.md",
    pictureAt: (path) => (/^2024\/07\/11\/map( of the front)?\.png$/.test(path) ? { ...map, path } : undefined),
    addressAt,
    ...given,
  });
}

function addressAt(path: string): Address | undefined {
  return /^[\da-z/-]+\.md$/.test(path) ? addressFrom(`/${path.replace(/\.md$/, "/")}`) : undefined;
}

/** The same text as a reader of https://dispatch.example/ gets it. */
export function markedPage(text: string, given: Partial<MarkdownContext> = {}): HtmlPage {
  return htmlPage(linked(marked(text, given).html, (to) => absolute("https://dispatch.example/", to)));
}

/** What the author of the text is told, line by line. */
export function markedProblems(text: string): readonly string[] {
  return marked(text).problems.map(problemLine);
}

/** Texts of up to 14 pieces, chosen by a generator that gives the same on every run. */
export function strewn(pieces: string | readonly string[], count: number): readonly string[] {
  let state = 20_240_711;
  const below = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
  const all = [...pieces];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(14) }, () => all[below(all.length)] ?? "").join(""),
  );
}

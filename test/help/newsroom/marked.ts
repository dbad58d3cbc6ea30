import { type MarkdownContext, type RenderedMarkdown, renderMarkdown } from "../../../src/parse/markdown/markdown.ts";
import type { PublishedImage } from "../../../src/parse/parse.ts";
import {
  type Address,
  parseAddress,
  toAbsoluteUrl,
  toFileAddress,
  toPageAddress,
} from "../../../src/values/address.ts";
import { formatProblem } from "../../../src/values/problem.ts";
import { resolveSiteLinks } from "../../../src/values/text/html.ts";
import { type HtmlPage, readHtml } from "../readers/html-reader.ts";

/** The picture in the folder of every sample text: "map.png", and "map of the front.png" for a name with spaces. */
export const mapPicture: PublishedImage = {
  path: "2024/07/11/map.png",
  file: "content/2024/07/11/map.png",
  hash: "1f0c9a2e",
  stem: toFileAddress(toPageAddress("2024", "07", "11"), "map"),
  width: 1000,
  height: 500,
};

/** Renders an English text of 11 July 2024 that begins on line 10 of its file. `overrides` replace this context. */
export function renderSample(text: string, overrides: Partial<MarkdownContext> = {}): RenderedMarkdown {
  return renderMarkdown(text, {
    language: "en",
    file: "content/2024/07/11/summit.md",
    firstLine: 10,
    path: "2024/07/11/summit.md",
    findPicture: (path) =>
      /^2024\/07\/11\/map( of the front)?\.png$/.test(path) ? { ...mapPicture, path } : undefined,
    findDocument: () => undefined,
    findNearestDocument: () => undefined,
    findAddress,
    ...overrides,
  });
}

function findAddress(path: string): Address | undefined {
  return /^[\da-z/-]+\.md$/.test(path) ? parseAddress(`/${path.replace(/\.md$/, "/")}`) : undefined;
}

/** Renders the same text with absolute links to https://dispatch.example/ and reads the HTML back. */
export function renderMarkdownPage(text: string, overrides: Partial<MarkdownContext> = {}): HtmlPage {
  return readHtml(
    resolveSiteLinks(renderSample(text, overrides).html, (to) => toAbsoluteUrl("https://dispatch.example/", to)),
  );
}

/** The problem lines that the author of the text gets. */
export function findMarkdownProblems(text: string): readonly string[] {
  return renderSample(text).problems.map(formatProblem);
}

/** `count` texts of 1 to 14 random pieces. The seed is fixed, so every run gets the same texts. */
export function combineRandomly(pieces: string | readonly string[], count: number): readonly string[] {
  let state = 20_240_711;
  const randomBelow = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
  const choices = [...pieces];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + randomBelow(14) }, () => choices[randomBelow(choices.length)] ?? "").join(""),
  );
}

import * as assert from "uvu/assert";
import { type Feed, feedFormats } from "../../../src/feeds/feeds.ts";
import {
  makeArticleContent,
  makeFeed,
  makeFeedImage,
  makeFeedItem,
  renderFeedText,
} from "../../help/newsroom/sample-feeds.ts";
import { type ParsedFeed, type ParsedFeedItem, readFeeds } from "../../help/readers/feed-reader.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";

// Four items: an article with all that an article can have, a translated one, a whole edition, a title with its summary.
const summit = makeFeedItem({
  id: "tag:dispatch.example,2024:/2024/07/11/summit/",
  url: "https://dispatch.example/2024/07/11/summit/",
  title: "Moscow & Kyiv: “no” to <talks>",
  summary: 'A "failure", says R&D; 3 < 4.',
  published: "2024-07-11T04:00:00Z",
  updated: "2024-07-12T11:30:00Z",
  categories: [
    { term: "russia", scheme: "https://dispatch.example/tags/", label: "Russia" },
    { term: "arms", scheme: "https://dispatch.example/tags/", label: "Arms & armies" },
  ],
  image: makeFeedImage({ alt: 'A road, "closed"', caption: "From the summit to the refusal" }),
  content: makeArticleContent(
    [
      '<p>Russia will not come, <a href="site:/2024/06/16/swiss/#end">unlike before</a>.',
      '<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup></p>',
      '<picture><source type="image/avif" srcset="site:/2024/07/11/map-320.avif 320w, site:/2024/07/11/map-640.avif 640w">',
      '<img src="site:/2024/07/11/map-640.jpg" alt="A map"></picture>',
      '<ol><li id="fn1"><p>Says Geneva. <a href="#fnref1">↩</a></p></li></ol>',
    ].join("\n"),
    {
      corrections: [{ heading: "Correction, 12 July 2024", text: "It was Bürgenstock, not Geneva & Bern." }],
      sources: {
        heading: "Sources",
        list: [
          { name: "RIA & others", url: "https://ria.example/?id=1&page=2", published: "11 July 2024" },
          { name: "A witness", url: undefined, published: undefined },
        ],
      },
    },
  ),
});
const translated = makeFeedItem({
  id: "tag:dispatch.example,2024:/ru/2024/07/11/summit/",
  url: "https://dispatch.example/ru/2024/07/11/summit/",
  title: "Россия не приедет",
  summary: "Галузин назвал встречу провалом.",
  language: "ru",
});
const edition = makeFeedItem({
  id: "tag:dispatch.example,2024:/2024/07/10/",
  url: "https://dispatch.example/2024/07/10/",
  published: "2024-07-10T04:00:00Z",
  updated: "2024-07-10T04:00:00Z",
  content: {
    kind: "edition",
    note: makeArticleContent("<p>Two tones today.</p>").body,
    sections: [
      {
        title: undefined,
        articles: [
          {
            title: "Envoys & aides",
            url: "https://dispatch.example/2024/07/10/envoys/",
            summary: "They met.",
            corrections: [{ heading: "Correction, 12 July 2024", text: "It was Bürgenstock & Bern." }],
          },
        ],
      },
      {
        title: "Russia",
        articles: [
          {
            title: "A law",
            url: "https://dispatch.example/2024/07/10/law/",
            summary: "It passed: 3 < 4.",
            corrections: [],
          },
        ],
      },
    ],
  },
});
const brief = makeFeedItem({ id: "tag:dispatch.example,2024:/2024/07/09/brief/", content: undefined });

const feed: Feed = makeFeed({
  title: "The Dispatch: Russia & Ukraine",
  description: "What is known about <both>",
  page: "https://dispatch.example/tags/russia/",
  self: {
    rss: "https://dispatch.example/tags/russia/rss.xml",
    atom: "https://dispatch.example/tags/russia/atom.xml",
    json: "https://dispatch.example/tags/russia/feed.json",
  },
  updated: "2024-07-12T11:30:00Z",
  items: [summit, translated, edition, brief],
});
const selfLinks = feedFormats.map((format) => feed.self[format]);

const texts = feedFormats.map((format) => renderFeedText(format, feed));
const read = readFeeds(texts);

// What every format promises, by what a reader finds: written down by hand from the feed above.
const ofTheFeed: readonly [promise: string, found: (feed: ParsedFeed) => unknown, expected: unknown][] = [
  ["breaks no rule of its format", ({ complaints }) => complaints, []],
  ["has its title as text", ({ title }) => title, "The Dispatch: Russia & Ukraine"],
  ["says what it is about", ({ description }) => description, "What is known about <both>"],
  ["leads to the page whose news it carries", ({ page }) => page, "https://dispatch.example/tags/russia/"],
  ["names its language", ({ language }) => language, "en"],
  [
    "keeps its items in order, under permanent ids",
    ({ items }) => items.map(({ id }) => id),
    [
      "tag:dispatch.example,2024:/2024/07/11/summit/",
      "tag:dispatch.example,2024:/ru/2024/07/11/summit/",
      "tag:dispatch.example,2024:/2024/07/10/",
      "tag:dispatch.example,2024:/2024/07/09/brief/",
    ],
  ],
  ["names each item's own language", ({ items }) => items.map(({ language }) => language), ["en", "ru", "en", "en"]],
  ["names an author with each item", ({ items }) => items.map(({ author }) => author), Array(4).fill("The Dispatch")],
];

const ofTheArticle: readonly [promise: string, found: (item: ParsedFeedItem) => unknown, expected: unknown][] = [
  ["title, as text", ({ title }) => title, "Moscow & Kyiv: “no” to <talks>"],
  ["summary, as text", ({ summary }) => summary, 'A "failure", says R&D; 3 < 4.'],
  ["page", ({ url }) => url, "https://dispatch.example/2024/07/11/summit/"],
  ["first publication", ({ published }) => published, "2024-07-11T04:00:00Z"],
  ["last change, apart from it", ({ updated }) => updated, "2024-07-12T11:30:00Z"],
  ["tags, by their titles", ({ tags }) => tags, ["Russia", "Arms & armies"]],
  ["picture", ({ image }) => image, "https://dispatch.example/2024/07/11/road-1f0c9a2e-960.jpg"],
];

for (const [i, format] of feedFormats.entries()) {
  const readFeed = read[i];

  behaviour(`a subscriber to a feed in ${format}`, (it) => {
    for (const [promise, found, expected] of ofTheFeed) {
      it(promise, () => assert.equal(readFeed && found(readFeed), expected));
    }
    it("knows where the feed itself lives", () => assert.is(readFeed?.self, selfLinks[i]));
  });

  behaviour(`a subscriber to an article in ${format}`, (it) => {
    const article = readFeed?.items[0];
    const html = article?.html ?? "";
    const page = readHtml(html);

    for (const [promise, found, expected] of ofTheArticle) {
      it(`has its ${promise}`, () => assert.equal(article && found(article), expected));
    }

    it("has its full text", () => {
      assert.is(page.text("body > p"), "Russia will not come, unlike before. 1");
    });

    it("finds every address absolute, in links and in pictures of every width", () => {
      assert.equal(
        page
          .references()
          .map(({ url }) => url)
          .sort(),
        [
          "https://dispatch.example/2024/06/16/swiss/#end",
          "https://dispatch.example/2024/07/11/map-320.avif",
          "https://dispatch.example/2024/07/11/map-640.avif",
          "https://dispatch.example/2024/07/11/map-640.jpg",
          "https://dispatch.example/2024/07/11/road-1f0c9a2e-960.jpg",
          "https://dispatch.example/2024/07/11/summit/#fn1",
          "https://dispatch.example/2024/07/11/summit/#fnref1",
          "https://ria.example/?id=1&page=2",
        ],
      );
    });

    it("jumps to a footnote and back inside the item", () => {
      const within = page.attributes('a[href^="https://dispatch.example/2024/07/11/summit/#"]', "href");
      assert.equal(within.map((url) => new URL(url).hash.slice(1)).sort(), [...page.ids()].sort());
    });

    it("sees the picture first, with its description, caption and credit", () => {
      assert.is(page.attribute("body > figure:first-child > img", "alt"), 'A road, "closed"');
      assert.is(page.text("figcaption"), "From the summit to the refusal Reuters");
      assert.is(page.text("figcaption > small"), "Reuters");
    });

    it("sees what was corrected before the text", () => {
      assert.is(page.text("figure + aside > h2"), "Correction, 12 July 2024");
      assert.is(page.text("figure + aside > p"), "It was Bürgenstock, not Geneva & Bern.");
      assert.is(page.count("aside + p"), 1);
    });

    it("sees at the end where the story was read", () => {
      assert.is(page.text("body > h2"), "Sources");
      assert.equal(page.texts("h2 + ul:last-child > li"), ["RIA & others, 11 July 2024", "A witness"]);
      assert.is(page.text("li > a[href^='https://ria']"), "RIA & others");
    });
  });

  behaviour(`a subscriber to a whole edition in ${format}`, (it) => {
    const page = readHtml(readFeed?.items[2]?.html ?? "");

    it("reads the editor's note, then all headlines by section, each with what was wrong in its story", () => {
      assert.equal(page.texts("p, h2, h3, h4"), [
        "Two tones today.",
        "Envoys & aides",
        "They met.",
        "Correction, 12 July 2024",
        "It was Bürgenstock & Bern.",
        "Russia",
        "A law",
        "It passed: 3 < 4.",
      ]);
    });

    it("gets from a headline to its article", () => {
      assert.equal(page.attributes("h3 > a", "href"), [
        "https://dispatch.example/2024/07/10/envoys/",
        "https://dispatch.example/2024/07/10/law/",
      ]);
    });
  });

  behaviour(`a subscriber to titles and summaries in ${format}`, (it) => {
    it("gets no full text", () => {
      const { title, summary, html } = readFeed?.items[3] ?? {};
      assert.equal([title, summary, html], ["Envoys meet in Vienna", "Both sides agree to meet again.", undefined]);
    });
  });
}

behaviour("a program that reads XML", (it) => {
  it("finds RSS and Atom well-formed", () => assert.is(runXmllint(texts.filter((text) => text.startsWith("<"))), ""));
});

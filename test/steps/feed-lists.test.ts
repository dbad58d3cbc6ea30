import * as assert from "uvu/assert";
import { formatOpml, formatSitemap, formatSitemapIndex } from "../../src/feeds/feeds.ts";
import type { Instant } from "../../src/values/instant.ts";
import { joinPieces } from "../help/newsroom/sample-feeds.ts";
import { findElements, findTexts, readXml } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("a list of all feeds in OPML", (it) => {
  const read = readXml(
    joinPieces(
      formatOpml({
        title: "The Dispatch & its feeds",
        updated: "2024-07-12T11:30:00Z" as Instant,
        groups: [
          {
            title: "Tags",
            feeds: [
              {
                title: 'Arms & "armies"',
                url: "https://dispatch.example/tags/arms/atom.xml",
                page: "https://dispatch.example/tags/arms/",
                language: "en",
              },
            ],
          },
          { title: "Storylines", feeds: [] },
        ],
      }),
    ),
  );

  it("says what it is and when its newest feed changed", () => {
    assert.equal([read.name, read.attributes.version], ["opml", "2.0"]);
    assert.equal(findTexts(read, "head", "title"), ["The Dispatch & its feeds"]);
    assert.equal(findTexts(read, "head", "dateModified"), ["Fri, 12 Jul 2024 11:30:00 GMT"]);
  });

  it("has a group for each kind of topic", () => {
    const groups = findElements(read, "body", "outline").map(({ attributes }) => attributes.text);
    assert.equal(groups, ["Tags", "Storylines"]);
  });

  it("has what a reader needs to subscribe to each feed", () => {
    assert.equal(
      findElements(read, "body", "outline", "outline").map(({ attributes }) => attributes),
      [
        {
          type: "rss",
          text: 'Arms & "armies"',
          title: 'Arms & "armies"',
          xmlUrl: "https://dispatch.example/tags/arms/atom.xml",
          htmlUrl: "https://dispatch.example/tags/arms/",
          language: "en",
        },
      ],
    );
  });
});

behaviour("a search engine", (it) => {
  const read = readXml(
    joinPieces(
      formatSitemap({
        pages: [
          {
            url: "https://dispatch.example/2024/07/11/summit/",
            modified: "2024-07-12T11:30:00Z",
            translations: [
              { language: "en", url: "https://dispatch.example/2024/07/11/summit/" },
              { language: "ru", url: "https://dispatch.example/ru/2024/07/11/summit/" },
            ],
          },
          { url: "https://dispatch.example/tags/", modified: undefined, translations: [] },
        ],
      }),
    ),
  );

  it("finds every page in a sitemap, and when it changed where that is known", () => {
    assert.is(read.name, "sitemap:urlset");
    const pages = findElements(read, "sitemap:url").map((page) => [
      findTexts(page, "sitemap:loc"),
      findTexts(page, "sitemap:lastmod"),
    ]);
    assert.equal(pages, [
      [["https://dispatch.example/2024/07/11/summit/"], ["2024-07-12T11:30:00Z"]],
      [["https://dispatch.example/tags/"], []],
    ]);
  });

  it("finds a page in all its languages", () => {
    assert.equal(
      findElements(read, "sitemap:url", "xhtml:link").map(({ attributes }) => attributes),
      [
        { rel: "alternate", hreflang: "en", href: "https://dispatch.example/2024/07/11/summit/" },
        { rel: "alternate", hreflang: "ru", href: "https://dispatch.example/ru/2024/07/11/summit/" },
      ],
    );
  });

  it("finds all sitemaps in an index", () => {
    const sitemaps = [
      { url: "https://dispatch.example/sitemaps/2024-07.xml", modified: "2024-07-12T11:30:00Z" },
      { url: "https://dispatch.example/sitemaps/2024-06.xml", modified: undefined },
    ];
    const index = readXml(joinPieces(formatSitemapIndex({ sitemaps })));
    assert.is(index.name, "sitemap:sitemapindex");
    assert.equal(
      findTexts(index, "sitemap:sitemap", "sitemap:loc"),
      sitemaps.map(({ url }) => url),
    );
    assert.equal(findTexts(index, "sitemap:sitemap", "sitemap:lastmod"), ["2024-07-12T11:30:00Z"]);
  });
});

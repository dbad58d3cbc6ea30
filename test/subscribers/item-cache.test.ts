import * as assert from "uvu/assert";
import { createItemCache, feedFormats } from "../../src/feeds/feeds.ts";
import { planSite } from "../../src/plan/plan.ts";
import type { Instant } from "../../src/values/instant.ts";
import { createByteArena } from "../../src/values/memory/byte-arena.ts";
import type { Html } from "../../src/values/text/html.ts";
import { makeArticle, makeDigest } from "../help/newsroom/manuscripts.ts";
import {
  makeArticleContent,
  makeBodyReader,
  makeFeed,
  makeFeedImage,
  makeFeedItem,
  renderFeedText,
  sampleBodies,
} from "../help/newsroom/sample-feeds.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { findTexts, readXml } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

const html = '<p><a href="site:/2024/07/10/x/">x</a></p>';

behaviour("an item of several feeds of one build", (it) => {
  it("is encoded once, though each feed has an object of its own for it", () => {
    let readings = 0;
    const bodies = makeBodyReader((key) => {
      readings += 1;
      return sampleBodies.readHtml(key);
    });
    const itemCache = createItemCache();
    const feeds = [1, 2].map((number) =>
      feedFormats.map((format) => {
        const items = [makeFeedItem({ content: makeArticleContent(html) })];
        return renderFeedText(format, makeFeed({ id: `tag:dispatch.example,2024:/${number}/`, items }), {
          bodies,
          itemCache,
        });
      }),
    );

    assert.is(readings, 1);
    for (const text of feeds.flat()) assert.ok(text.includes("https://dispatch.example/2024/07/10/x/"), text);
  });

  it("leads to the mirror in a mirror's feed, and has the publisher and the picture's size of its feed", () => {
    const itemCache = createItemCache();
    const items = [makeFeedItem({ content: makeArticleContent(html), image: makeFeedImage() })];
    const author = { name: "The Mirror", url: undefined, email: undefined };
    renderFeedText("rss", makeFeed({ items }), { itemCache });
    const mirrored = renderFeedText("rss", makeFeed({ items, author, siteUrl: "https://mirror.example/news/" }), {
      itemCache,
      getFileSize: () => 4321,
    });

    assert.equal(findLinks(mirrored), ["https://mirror.example/news/2024/07/10/x/"]);
    assert.ok(mirrored.includes("<dc:creator>The Mirror</dc:creator>"));
    assert.ok(mirrored.includes('length="4321"'));
  });
});

behaviour("two builds in one process", (it) => {
  it("do not share items: one key may stand for other texts under other settings", () => {
    const item = makeFeedItem({ key: "/2024/07/11/vienna/ 1f0c9a2e", content: makeArticleContent(html) });
    const feed = makeFeed({ items: [item] });
    const changed = { ...feed, items: [{ ...item, title: "Title of the second build" }] };
    const first = renderFeedText("rss", feed);
    const second = renderFeedText("rss", changed, { bodies: makeBodyReader(() => "<p>Gone.</p>" as Html) });

    assert.equal([findLinks(first).length, findLinks(second).length], [1, 0]);
    assert.ok(second.includes("Title of the second build"));
    assert.is(renderFeedText("rss", feed), first);
  });
});

behaviour("feeds of texts that are together larger than the cache of items", (it) => {
  // Each item takes 1.4 MB, in two pieces. Blocks of the arena hold five such pieces, so that some items are in two
  // blocks; after a feed of all items, the limit of the cache is inside of such an item, and its first block is freed.
  const texts = Array.from("abcdefghijklmnopq", (letter) => `<p>${letter.repeat(700_000)}</p>`);
  const maxBytes = 13_000_000;
  const bodies = makeBodyReader((key) => key as string as Html);
  const items = texts.map((text, i) => makeFeedItem({ key: `item ${i}`, content: makeArticleContent(text) }));

  it("carry each text whole", () => {
    const [itemCache, output] = [createItemCache(maxBytes), createByteArena()];
    const others = items.slice(0, 9).map((item) => ({ ...item, key: `other ${item.key}` }));
    for (const some of [items, others, [...items].reverse()]) {
      for (const format of feedFormats) {
        const text = renderFeedText(format, makeFeed({ items: some }), { bodies, itemCache, output });
        output.release(output.countBytes());
        const missing = some.filter(({ content }) => content?.kind === "article" && !text.includes(content.body));
        assert.is(missing.length, 0, format);
      }
    }
  });

  it("take no more memory however many they are", () => {
    const itemCache = createItemCache(maxBytes);
    const blocks = new Set<ArrayBufferLike>();
    for (const round of [1, 2, 3]) {
      for (const item of items) {
        const feed = makeFeed({ items: [{ ...item, key: `${item.key} of ${round}` }] });
        for (const { json } of itemCache.encodeItems(feed, bodies, () => 0)) blocks.add(json.buffer);
      }
    }
    const bytes = [...blocks].reduce((total, { byteLength }) => total + byteLength, 0);
    assert.ok(bytes < 2 * maxBytes, `${bytes} bytes`);
  });
});

behaviour("the feeds of a site", (it) => {
  const correction = { date: "2024-07-12T09:00:00Z" as Instant, text: "It was in Vienna." };
  const { digest, monthReader } = makeDigest("2030-01-01T00:00:00Z" as Instant, [
    makeArticle("summit", { storyline: "second-summit", corrections: [correction] }),
    makeArticle("excerpt", { rights: "excerpt", corrections: [correction] }),
    makeArticle("link", { rights: "link", tags: ["russia", "ukraine"] }),
    makeArticle("later", { day: "2024-08-02" }),
  ]);
  const pages = planSite(digest, monthReader).flatMap((unit) => unit.plan().pages);
  const feeds = pages.flatMap((page) => (page.layout === "feed" ? [page] : []));
  const items = feeds.flatMap(({ shows }) => shows.feed.items);

  it("have equal items where the keys are equal, so that one can stand for the other", () => {
    const byKey = new Map(items.map((item) => [item.key, item]));
    for (const item of items) assert.equal(item, byKey.get(item.key));
  });

  it("share the items of articles, except for the lite feed, which has them without text and sources", () => {
    const keysOf = (address: string) =>
      feeds.find((page) => page.address === address)?.shows.feed.items.map(({ key }) => key) ?? [];
    const [home, tag, lite] = [keysOf("/rss.xml"), keysOf("/tags/russia/atom.xml"), keysOf("/lite/rss.xml")];

    assert.equal([home.length, tag.length, lite.length], [4, 4, 4]);
    assert.equal(tag, home);
    assert.equal(
      lite.filter((key) => home.includes(key)),
      [],
    );
  });
});

function findLinks(feedText: string): readonly string[] {
  return findTexts(readXml(feedText), "channel", "item", "content:encoded").flatMap((content) =>
    readHtml(content).attributes("p > a", "href"),
  );
}

import * as assert from "uvu/assert";
import { feedFormats } from "../../src/feeds/feeds.ts";
import type { Html } from "../../src/values/text/html.ts";
import {
  makeArticleContent,
  makeBodyReader,
  makeFeed,
  makeFeedItem,
  renderFeedText,
  sampleBodies,
} from "../help/newsroom/sample-feeds.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { findTexts, readXml } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("an item that was written before", (it) => {
  const item = makeFeedItem({ content: makeArticleContent('<p><a href="site:/2024/07/10/x/">x</a></p>') });
  const linkIn = (feed: Parameters<typeof makeFeed>[0], bodies = sampleBodies) => {
    const read = readXml(renderFeedText("atom", makeFeed({ ...feed, items: [item] }), bodies));
    return findTexts(read, "atom:entry", "atom:content").flatMap((html) => readHtml(html).attributes("p > a", "href"));
  };

  it("leads to the mirror in a mirror's feed", () => {
    assert.equal(linkIn({}), ["https://dispatch.example/2024/07/10/x/"]);
    assert.equal(linkIn({ siteUrl: "https://mirror.example/news/" }), ["https://mirror.example/news/2024/07/10/x/"]);
  });

  it("has its new text where the text was changed", () => {
    assert.equal(linkIn({}), ["https://dispatch.example/2024/07/10/x/"]);
    assert.equal(
      linkIn(
        {},
        makeBodyReader(() => sampleBodies.readHtml(makeArticleContent("<p>Gone.</p>").body)),
      ),
      [],
    );
  });
});

behaviour("a site whose names and addresses are not in Latin letters", (it) => {
  const author = { name: "Вечірня «Пошта»", url: "https://пошта.example/", email: undefined };
  const feed = { author, title: "Пошта “щодня”", siteUrl: "https://пошта.example/" };
  const content = makeArticleContent('<p>“Так” <a href="site:/2024/07/10/x/">ні</a> <a href="#fn1">1</a></p>');
  const item = makeFeedItem({ content, url: "https://пошта.example/2024/07/11/відень/", title: "Відень 🕊" });
  const texts = feedFormats.map((format) => renderFeedText(format, makeFeed({ ...feed, items: [item] })));

  it("is called by them in every format", () => {
    for (const text of texts) {
      for (const name of [author.name, feed.title, item.title, item.url])
        assert.ok(text.includes(name), `${name} in ${text}`);
    }
    assert.equal(JSON.parse(texts[2] ?? "").authors, [{ name: author.name, url: author.url }]);
    assert.equal(JSON.parse(texts[2] ?? "").items[0].authors, [{ name: author.name, url: author.url }]);
  });

  it("has links in its texts that lead there", () => {
    const html: string = JSON.parse(texts[2] ?? "").items[0].content_html;
    assert.equal(readHtml(html).attributes("p > a", "href"), [
      "https://пошта.example/2024/07/10/x/",
      "https://пошта.example/2024/07/11/відень/#fn1",
    ]);
    assert.ok(html.startsWith("<p>“Так” "));
    for (const text of texts.slice(0, 2)) assert.ok(text.includes(`<![CDATA[${html}]]>`));
  });
});

behaviour("feeds of texts that are together larger than what is remembered of items", (it) => {
  const texts = Array.from("abcdefghijklmnopq", (letter) => `<p>${letter.repeat(2_500_000)}</p>`);
  const items = texts.map((html) => makeFeedItem({ content: makeArticleContent(html) }));
  const bodies = makeBodyReader((key) => key as string as Html);

  it("carry each text whole", () => {
    for (const some of [items, items.slice(0, 3), [...items].reverse()]) {
      for (const format of feedFormats) {
        const text = renderFeedText(format, makeFeed({ items: some }), bodies);
        const missing = some.filter(({ content }) => content?.kind === "article" && !text.includes(content.body));
        assert.is(missing.length, 0, format);
      }
    }
  });
});

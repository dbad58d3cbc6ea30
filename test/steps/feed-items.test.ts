import * as assert from "uvu/assert";
import { feedFormats } from "../../src/feeds/feeds.ts";
import { makeArticleContent, makeFeed, makeFeedItem, renderFeedText } from "../help/newsroom/sample-feeds.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

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

import * as assert from "uvu/assert";
import { type FeedFormat, feedFormats } from "../../src/feeds/feeds.ts";
import { oddTexts, randomTexts, toDeliveredText } from "../help/newsroom/odd-texts.ts";
import {
  makeArticleContent,
  makeFeed,
  makeFeedItem,
  makeItemWithText,
  renderFeedText,
} from "../help/newsroom/sample-feeds.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { findElements, findTexts, readXml } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

/** What a reader finds in an item where its author put one and the same text everywhere. */
interface Found {
  readonly titles: readonly string[];
  readonly summaries: readonly string[];
  readonly tags: readonly (string | undefined)[];
  readonly html: string;
}

const read: { readonly [F in FeedFormat]: (text: string) => readonly Found[] } = {
  rss: (text) =>
    findElements(readXml(text), "channel", "item").map((item) => ({
      titles: findTexts(item, "title"),
      summaries: findTexts(item, "description").map((html) => readHtml(html).text("body")),
      tags: findTexts(item, "category"),
      html: findTexts(item, "content:encoded").join(),
    })),
  atom: (text) =>
    findElements(readXml(text), "atom:entry").map((entry) => ({
      titles: findTexts(entry, "atom:title"),
      summaries: findTexts(entry, "atom:summary").map(asSeen),
      tags: findElements(entry, "atom:category").map(({ attributes }) => attributes.label),
      html: findTexts(entry, "atom:content").join(),
    })),
  json: (text) => {
    const feed: { readonly items: readonly JsonItem[] } = JSON.parse(text);
    return feed.items.map(({ title, summary, tags, content_html }) => ({
      titles: [title],
      summaries: [asSeen(summary)],
      tags,
      html: content_html,
    }));
  },
};

interface JsonItem {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly content_html: string;
}

for (const format of feedFormats) {
  const found = (texts: readonly string[]) =>
    read[format](renderFeedText(format, makeFeed({ items: texts.map(makeItemWithText) })));

  behaviour(`an author whose text holds, in ${format},`, (it) => {
    for (const [what, text] of Object.entries(oddTexts)) {
      it(`${what}, is read as it was meant`, () => assertMeant(found([text])[0], text));
    }

    it("any characters at all, is read as it was meant", () => {
      const items = found(randomTexts);
      assert.is(items.length, randomTexts.length);
      for (const [i, text] of randomTexts.entries()) assertMeant(items[i], text);
    });

    it("HTML with the end of CDATA in it, is read as it was meant", () => {
      const item = makeFeedItem({ content: makeArticleContent("<p>a ]]> b ]]]]>> c</p>") });
      const [written] = read[format](renderFeedText(format, makeFeed({ items: [item] })));
      assert.is(readHtml(written?.html ?? "").text("p"), "a ]]> b ]]]]>> c");
    });
  });
}

function assertMeant(found: Found | undefined, text: string): void {
  const meant = toDeliveredText(text);
  const page = readHtml(found?.html ?? "");
  assert.equal(found?.titles, [meant]);
  assert.equal(found?.summaries, [asSeen(meant)]);
  assert.equal(found?.tags, [meant]);
  assert.equal(page.texts("h2"), [asSeen(meant), asSeen(meant)]);
  assert.equal(page.texts("p"), [asSeen(meant), asSeen(meant)]);
  assert.equal(page.texts("figcaption"), [asSeen(`${meant} ${meant}`)]);
  assert.equal(page.texts("li"), [asSeen(meant)]);
  assert.equal(page.attributes("img", "alt"), [meant]);
}

function asSeen(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

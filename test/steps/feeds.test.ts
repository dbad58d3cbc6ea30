import * as assert from "uvu/assert";
import {
  countRssBytes,
  type FeedItem,
  feedFormats,
  getFeedFileName,
  getFeedLabel,
  getFeedMediaType,
} from "../../src/feeds/feeds.ts";
import { makeFeed, makeFeedImage, makeFeedItem, renderFeedText } from "../help/newsroom/sample-feeds.ts";
import { findElements, findTexts, readXml, type XmlElement } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

const xmlOf = (format: "rss" | "atom", ...items: readonly FeedItem[]) =>
  readXml(renderFeedText(format, makeFeed({ items })));

behaviour("an item in RSS", (it) => {
  const item = makeFeedItem({
    updated: "2024-07-12T11:30:00Z",
    categories: [{ term: "russia", scheme: "https://dispatch.example/tags/", label: "Russia" }],
    sources: [
      { name: "A witness", url: undefined },
      { name: "RIA", url: "https://ria.example/?id=1&page=2" },
      { name: "AP", url: "https://ap.example/" },
    ],
    image: makeFeedImage({ caption: "To the summit" }),
  });
  const [read] = findElements(xmlOf("rss", item), "channel", "item");

  it("says that its id is no address", () => {
    assert.equal(read && findElements(read, "guid"), [
      { name: "guid", attributes: { isPermaLink: "false" }, children: [], text: item.id },
    ]);
  });

  it("has dates as mail has them, and its last change as Atom has it", () => {
    assert.equal(read && findTexts(read, "pubDate"), ["Thu, 11 Jul 2024 04:00:00 GMT"]);
    assert.equal(read && findTexts(read, "atom:updated"), ["2024-07-12T11:30:00Z"]);
  });

  it("tells where its tags are from", () => {
    const domains = read && findElements(read, "category").map(({ attributes }) => attributes);
    assert.equal(domains, [{ domain: "https://dispatch.example/tags/" }]);
  });

  it("has a summary before its text", () => {
    const names = read?.children.map(({ name }) => name) ?? [];
    assert.ok(names.indexOf("description") < names.indexOf("content:encoded"), names.join(" "));
  });

  // RSS has `source` once at most; the text names all sources, those without an address too.
  it("says where it was read: first by RSS's own word, then by a link to each source", () => {
    const [source, ...more] = read ? findElements(read, "source") : [];
    assert.equal([source?.text, source?.attributes, more], ["RIA", { url: "https://ria.example/?id=1&page=2" }, []]);
    assert.equal(read && findElements(read, "atom:link").map(({ attributes }) => attributes), [
      { rel: "via", href: "https://ria.example/?id=1&page=2", title: "RIA" },
      { rel: "via", href: "https://ap.example/", title: "AP" },
    ]);
  });

  it("says nothing twice that may stand once", () => {
    const names = read?.children.map(({ name }) => name).filter((name) => !["category", "atom:link"].includes(name));
    assert.equal(names, [...new Set(names)]);
  });

  it("has its picture, with its measures and whose it is", () => {
    const [picture] = read ? findElements(read, "media:content") : [];
    assert.equal(picture?.attributes, {
      url: "https://dispatch.example/2024/07/11/road-1f0c9a2e-960.jpg",
      fileSize: "31590",
      medium: "image",
      type: "image/jpeg",
      width: "960",
      height: "540",
    });
    assert.equal(picture && findTexts(picture, "media:title"), ["To the summit"]);
    assert.equal(picture && findTexts(picture, "media:credit"), ["Reuters"]);
  });
});

behaviour("a feed in RSS", (it) => {
  const channelOf = (feed: Parameters<typeof makeFeed>[0]) =>
    findElements(readXml(renderFeedText("rss", makeFeed(feed))), "channel")[0];

  it("was last built when its newest item changed, whenever it was built", () => {
    const channel = channelOf({ updated: "2024-07-12T11:30:00Z", items: [makeFeedItem()] });
    assert.equal(channel && findTexts(channel, "lastBuildDate"), ["Fri, 12 Jul 2024 11:30:00 GMT"]);
  });

  it("names an editor only where there is an address to write to", () => {
    const author = { name: "The Dispatch", url: undefined, email: "desk@dispatch.example" };
    const [named, silent] = [channelOf({ author }), channelOf({})];
    assert.equal(named && findTexts(named, "managingEditor"), ["desk@dispatch.example (The Dispatch)"]);
    assert.equal(silent && findTexts(silent, "managingEditor"), []);
  });

  it("does not say where it lives where that is not known", () => {
    const channel = channelOf({ self: {} });
    assert.equal(channel && findElements(channel, "atom:link"), []);
  });
});

behaviour("a feed in RSS for a line that is cut after some kilobytes", (it) => {
  it("has as many bytes as were counted before it was written", () => {
    for (const title of ["Talks", "Переговоры «в Вене»", "A & B", "会谈\u{20000}\u0001"]) {
      const items = ["/1/", "/2/"].map((url) => makeFeedItem({ title, url, content: undefined }));
      for (const feed of [makeFeed(), makeFeed({ title, items })])
        assert.is(countRssBytes(feed), Buffer.byteLength(renderFeedText("rss", feed)), title);
    }
  });
});

behaviour("a feed in Atom", (it) => {
  const item = makeFeedItem({
    language: "ru",
    categories: [{ term: "russia", scheme: "https://dispatch.example/ru/tags/", label: "Россия" }],
  });
  const author = { name: "The Dispatch", url: "https://press.example/", email: "desk@dispatch.example" };
  const atom = readXml(renderFeedText("atom", makeFeed({ author, items: [item] })));
  const [entry] = findElements(atom, "atom:entry");
  const countOf = (element: XmlElement | undefined, name: string) => element && findElements(element, name).length;

  // RFC 4287, sections 4.1.1 and 4.1.2.
  for (const name of ["atom:id", "atom:title", "atom:updated", "atom:author"]) {
    it(`has exactly one ${name}, and so has each entry`, () => {
      assert.equal([countOf(atom, name), countOf(entry, name)], [1, 1]);
    });
  }

  it("says which texts are plain and which are HTML", () => {
    const types = ["atom:title", "atom:summary", "atom:content"].map(
      (name) => entry && findElements(entry, name)[0]?.attributes.type,
    );
    assert.equal(types, ["text", "text", "html"]);
  });

  it("has entries in languages of their own", () => {
    assert.equal([atom.attributes["xml:lang"], entry?.attributes["xml:lang"]], ["en", "ru"]);
  });

  it("links to itself and to the page it is about", () => {
    assert.equal(
      findElements(atom, "atom:link").map(({ attributes }) => attributes),
      [
        { rel: "self", type: "application/atom+xml", href: "https://dispatch.example/atom.xml" },
        { rel: "alternate", type: "text/html", hreflang: "en", href: "https://dispatch.example/" },
      ],
    );
  });

  it("has tags with their slug, their scheme and their title", () => {
    assert.equal(entry && findElements(entry, "atom:category").map(({ attributes }) => attributes), [
      { term: "russia", scheme: "https://dispatch.example/ru/tags/", label: "Россия" },
    ]);
  });

  it("names the publisher with page and mail address", () => {
    const [person] = findElements(atom, "atom:author");
    assert.equal(person && findTexts(person, "atom:name"), ["The Dispatch"]);
    assert.equal(person && findTexts(person, "atom:uri"), ["https://press.example/"]);
    assert.equal(person && findTexts(person, "atom:email"), ["desk@dispatch.example"]);
  });

  it("has a summary before its text", () => {
    const names = entry?.children.map(({ name }) => name) ?? [];
    assert.ok(names.indexOf("atom:summary") < names.indexOf("atom:content"), names.join(" "));
  });
});

behaviour("somebody who finds a fault in a feed", (it) => {
  it("reads what program made it, where the format has a word for that", () => {
    assert.equal(findTexts(xmlOf("rss"), "channel", "generator"), ["Dateline"]);
    assert.equal(findTexts(xmlOf("atom"), "atom:generator"), ["Dateline"]);
  });
});

behaviour("a feed without items", (it) => {
  it("is a feed all the same, in every format", () => {
    const feed = makeFeed({ updated: "1970-01-01T00:00:00Z" });
    assert.equal(findElements(readXml(renderFeedText("rss", feed)), "channel", "item"), []);
    assert.equal(findTexts(readXml(renderFeedText("atom", feed)), "atom:updated"), ["1970-01-01T00:00:00Z"]);
    assert.equal(JSON.parse(renderFeedText("json", feed)).items, []);
  });
});

behaviour("somebody who looks for a feed", (it) => {
  it("is offered each format under its file name, its media type and the name people know", () => {
    assert.equal(
      feedFormats.map((format) => [format, getFeedFileName(format), getFeedMediaType(format), getFeedLabel(format)]),
      [
        ["rss", "rss.xml", "application/rss+xml", "RSS"],
        ["atom", "atom.xml", "application/atom+xml", "Atom"],
        ["json", "feed.json", "application/feed+json", "JSON Feed"],
      ],
    );
  });
});

import * as assert from "uvu/assert";
import { type ParsedFeed, type ParsedFeedItem, readFeeds } from "../../help/readers/feed-reader.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { findElements, findTexts, readXml, runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { demoUrl, getDemo } from "../../help/sites/demo.ts";
import type { PublishedFolder } from "../../help/sites/published.ts";

// Every feed of the demonstration, of whatever kind, language and format, and every document of their archives.

interface Published {
  readonly at: string;
  readonly text: string;
  readonly feed: ParsedFeed;
}

const pictureNames = ["enclosure", "media:content", "atom:link"];

const site = await getDemo("folder");
const addresses = site.files
  .map((file) => `/${file}`)
  .filter((file) => /\/(rss\.xml|atom\.xml|feed\.json)$/.test(file));
const texts = addresses.map((address) => site.text(address));
const read = readFeeds(texts);
const feeds: readonly Published[] = addresses.flatMap((at, i) => {
  const [text, feed] = [texts[i], read[i]];
  return text !== undefined && feed ? [{ at, text, feed }] : [];
});
const items = feeds.flatMap(({ at, feed }) => feed.items.map((item) => ({ at, item })));

/** Where what must hold for an item does not. */
function wrong(isRight: (item: ParsedFeedItem) => boolean, of = items): readonly string[] {
  return of.filter(({ item }) => !isRight(item)).map(({ at, item }) => `${item.id} in ${at}`);
}

behaviour("a subscriber to any feed of a site", (it) => {
  it("hears no complaint from feedparser, from xmllint, or by the rules of JSON Feed", () => {
    assert.ok(feeds.length > 100 && items.length > 500, `${feeds.length} feeds, ${items.length} items`);
    assert.equal(
      feeds.flatMap(({ at, feed }) => feed.complaints.map((complaint) => `${at}: ${complaint}`)),
      [],
    );
    assert.is(runXmllint(texts.filter((text) => text.startsWith("<"))), "");
  });

  it("finds every address absolute: of links, pictures in every width, and whatever else loads", () => {
    const written = items.flatMap(({ item }) => readHtml(item.html ?? "").references());

    assert.ok(written.some(({ from }) => from === "source srcset") && written.some(({ from }) => from === "img src"));
    assert.equal(
      [...new Set(written.map(({ url }) => url))].filter((url) => !/^(https?:\/\/[^/]+\/|mailto:)/.test(url)),
      [],
    );
    assert.equal(
      items.filter(({ item }) => (item.html ?? "").includes("site:/")),
      [],
    );
  });

  it("finds the places of footnotes in the text that leads to them", () => {
    const lost = wrong((item) => {
      const page = readHtml(item.html ?? "");
      const ids = new Set(page.ids());
      const within = page.references().filter(({ url }) => url.startsWith(`${item.url}#`));
      return within.every(({ url }) => ids.has(decodeURI(new URL(url).hash.slice(1))));
    });

    assert.ok(items.some(({ item }) => readHtml(item.html ?? "").count(".footnotes") > 0));
    assert.equal(lost, []);
  });

  it("finds no footnote's place twice among the items of a feed, which a reader may show on one page", () => {
    for (const { at, feed } of feeds) {
      const ids = feed.items.flatMap(({ html = "" }) => readHtml(html).attributes("sup a[id], .footnotes [id]", "id"));
      assert.is(new Set(ids).size, ids.length, at);
    }
  });

  it("finds id, address, title, author, language and both dates with every item", () => {
    assert.equal(
      wrong(({ id, url, title, author, language, published, updated }) =>
        [id, url, title, author, language, published, updated].every((part) => part !== undefined && part !== ""),
      ),
      [],
    );
  });

  it("finds ids that are no addresses, and each once in a feed", () => {
    assert.equal(
      wrong(({ id }) => /^tag:dispatch\.example,2024:\//.test(id ?? "")),
      [],
    );
    for (const { at, feed } of feeds) assert.is(new Set(feed.items.map(({ id }) => id)).size, feed.items.length, at);
  });

  // The order of what changed at one moment is that of the edition: see demo.test.ts and order.test.ts.
  it("finds what changed last first", () => {
    for (const { at, feed } of feeds) {
      const moments = feed.items.map(({ updated }) => updated ?? "");
      assert.equal(moments, [...moments].sort().reverse(), at);
    }
  });

  it("finds the feed as old as its newest item", () => {
    for (const { at, text, feed } of feeds.filter(({ at }) => at.endsWith("atom.xml"))) {
      assert.equal(findTexts(readXml(text), "atom:updated"), [feed.items[0]?.updated], at);
    }
  });

  it("finds where the feed itself lives; an older page of a JSON feed names the feed", () => {
    for (const { at, feed } of feeds) {
      const own = at.endsWith(".json") ? at.replace(/archive\/\d{4}-\d\d\//, "") : at;
      assert.equal([feed.self, feed.page !== undefined], [demoUrl + own.slice(1), true], at);
    }
  });

  it("reads the same in every format", () => {
    for (const rss of feeds.filter(({ at }) => at.endsWith("rss.xml") && !at.includes("lite"))) {
      const [inAtom, inJson] = ["atom.xml", "feed.json"].map((file) =>
        feeds.find(({ at }) => at === rss.at.replace("rss.xml", file)),
      );

      assert.is(alike(inAtom), alike(rss), rss.at);
      assert.is(alike(inJson), alike(rss), rss.at);
    }
  });
});

behaviour("a subscriber who sees a picture with an item", (it) => {
  const shown = feeds.flatMap((each) => picturesIn(each).map((picture) => ({ at: each.at, ...picture })));

  it("is told of a file of the site, its type, and how many bytes it has", () => {
    assert.ok(shown.length > 50);
    assert.equal(
      shown.filter(({ url, bytes, type }) => type !== "image/jpeg" || bytes !== bytesAt(site, url)),
      [],
    );
  });

  it("is told so in every format, by all that the format has for it", () => {
    const names = (file: string) =>
      [...new Set(shown.filter(({ at }) => at.endsWith(file)).map(({ as }) => as))].sort();

    assert.equal(names("rss.xml"), ["enclosure", "media:content"]);
    assert.equal(names("atom.xml"), ["atom:link", "media:content"]);
    assert.equal(names("feed.json"), ["attachments"]);
  });
});

behaviour("a list of feeds that shows a picture with each", (it) => {
  it("finds a square, and one twice as wide as high", () => {
    for (const { at, text } of feeds.filter(({ at }) => at.endsWith("atom.xml"))) {
      const [icon, logo] = ["atom:icon", "atom:logo"].flatMap((name) => findTexts(readXml(text), name));
      const [ofIcon, ofLogo] = [measuresOf(site, icon ?? ""), measuresOf(site, logo ?? "")];

      assert.is(ofIcon.width, ofIcon.height, at);
      assert.is(ofLogo.width, 2 * ofLogo.height, at);
    }
    for (const { at, text } of feeds.filter(({ at }) => at.endsWith("feed.json"))) {
      const { icon, favicon }: Readonly<Record<string, string>> = JSON.parse(text);
      const { width, height } = measuresOf(site, icon ?? "");

      assert.is(width, height, at);
      assert.is(favicon, icon, at);
    }
    for (const { at, text } of feeds.filter(({ at }) => at.endsWith("rss.xml"))) {
      const [image] = findElements(readXml(text), "channel", "image");
      const told = (name: string) => (image && findTexts(image, name)[0]) ?? "";
      const { width, height } = measuresOf(site, told("url"));

      // RSS 2.0 allows no wider and no higher one, and takes it for 88 by 31 where nothing is said.
      assert.ok(width <= 144 && height <= 400, at);
      assert.equal([told("width"), told("height")], [String(width), String(height)], at);
    }
  });
});

behaviour("a subscriber who wants to know where a story was read", (it) => {
  it("finds its sources named beside the text", () => {
    const [at] = feeds.filter(({ at }) => at === "/atom.xml");
    const entries = findElements(readXml(at?.text ?? ""), "atom:entry");
    const via = (entry: (typeof entries)[number]) =>
      findElements(entry, "atom:link").filter(({ attributes }) => attributes.rel === "via");

    assert.ok(entries.length > 20);
    assert.ok(entries.every((entry) => via(entry).length > 0));
    assert.ok(entries.flatMap(via).every(({ attributes }) => /^https?:/.test(attributes.href ?? "")));
  });
});

/** Items as text, whatever white space a parser takes from their ends. */
function alike(published: Published | undefined): string {
  return JSON.stringify(published?.feed.items.map((item) => ({ ...item, html: item.html?.trim() })));
}

interface Picture {
  readonly as: string;
  readonly url: string;
  readonly type: string | undefined;
  readonly bytes: number;
}

function picturesIn({ at, text }: Published): readonly Picture[] {
  if (at.endsWith(".json")) {
    const { items: all }: { items: readonly { attachments?: readonly Attachment[] }[] } = JSON.parse(text);
    return all
      .flatMap(({ attachments = [] }) => attachments)
      .map(({ url, mime_type, size_in_bytes }) => ({ as: "attachments", url, type: mime_type, bytes: size_in_bytes }));
  }
  const root = readXml(text);
  const each = at.endsWith("rss.xml") ? findElements(root, "channel", "item") : findElements(root, "atom:entry");
  return each.flatMap((item) =>
    item.children
      .filter(({ name, attributes }) => pictureNames.includes(name) && (attributes.rel ?? "enclosure") === "enclosure")
      .map(({ name, attributes: { url, href, type, length, fileSize } }) => ({
        as: name,
        url: url ?? href ?? "",
        type,
        bytes: Number(length ?? fileSize),
      })),
  );
}

interface Attachment {
  readonly url: string;
  readonly mime_type: string;
  readonly size_in_bytes: number;
}

function bytesAt(from: PublishedFolder, url: string): number {
  return from.bytes(new URL(url).pathname).length;
}

/** Of a PNG, from its first chunk (RFC 2083, section 4.1.1). */
function measuresOf(from: PublishedFolder, url: string): { readonly width: number; readonly height: number } {
  const bytes = from.bytes(new URL(url).pathname);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

import * as assert from "uvu/assert";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { findElements, readXml } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { demoUrl, getDemo } from "../../help/sites/demo.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const stories = {
  "2024/06/28/talks.md": formatArticle({ tags: ["russia"], storyline: "second-summit" }),
  "2024/07/11/talks.md": formatArticle({ tags: ["russia", "diplomacy"], storyline: "second-summit" }),
  "2024/07/11/talks.ru.md": formatArticle({ tags: ["russia"] }),
};

behaviour("a reader who wants to subscribe", (it) => {
  it("finds every feed of a language on one page, by its topic, and no archive among them", async () => {
    const published = await getDemo("folder");
    for (const [page, prefix] of [
      ["/feeds/", ""],
      ["/ru/feeds/", "ru/"],
      ["/uk/feeds/", "uk/"],
    ] as const) {
      const linked = published.page(page).attributes("main a[type]", "href");
      const found = linked.map((href) => new URL(href, `https://dispatch.example${page}`).pathname);
      const all = published.files.filter(
        (file) => feedFile.test(file) && !file.includes("archive/") && (/^(ru|uk)\//.exec(file)?.[0] ?? "") === prefix,
      );

      assert.equal(found.filter((address) => feedFile.test(address)).sort(), all.map((file) => `/${file}`).sort());
    }
  });

  it("reads what to do, step by step, and copies no script", async () => {
    const page = (await getDemo("folder")).page("/feeds/");

    assert.ok(page.count("main ol > li") >= 3);
    assert.is(page.count("script:not([type='application/ld+json'])"), 0);
  });

  it("gets all feeds in one file, in groups, each once", async () => {
    const published = await buildSmallSite(stories);
    const opml = readXml(published.text("/feeds.opml"));
    const groups = findElements(opml, "body", "outline").map((group) => [
      group.attributes.text,
      ...group.children.map(({ attributes }) => new URL(attributes.xmlUrl ?? "").pathname),
    ]);

    assert.equal(groups, [
      ["Everything", "/atom.xml", "/daily/atom.xml", "/lite/rss.xml"],
      ["Tags", "/tags/russia/atom.xml", "/tags/diplomacy/atom.xml"],
      ["Storylines", "/storylines/second-summit/atom.xml"],
    ]);
  });

  it("gets that file in the form of OPML 2.0, in each language", async () => {
    const published = await getDemo("folder");
    for (const [address, language] of [
      ["/feeds.opml", "en"],
      ["/ru/feeds.opml", "ru"],
      ["/uk/feeds.opml", "uk"],
    ] as const) {
      const opml = readXml(published.text(address));
      const [title] = findElements(opml, "head", "title");
      const [modified] = findElements(opml, "head", "dateModified");
      const groups = findElements(opml, "body", "outline");
      const feeds = groups.flatMap(({ children }) => children.map(({ attributes }) => attributes));

      assert.equal([opml.name, opml.attributes], ["opml", { version: "2.0" }]);
      assert.is(title?.text, "Dateline");
      assert.match(modified?.text ?? "", /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} 2024 \d\d:\d\d:\d\d GMT$/);
      assert.is(groups.length, 3);
      assert.ok(feeds.length > 5);
      for (const feed of feeds) {
        assert.equal([feed.type, feed.language, feed.title], ["rss", language, feed.text]);
        for (const url of [feed.xmlUrl, feed.htmlUrl]) assert.ok(published.files.includes(fileAt(url ?? "")), url);
      }
    }
  });

  it("is offered a topic's own feeds first where the topic is shown", async () => {
    const published = await buildSmallSite(stories);
    const offered = (page: string) =>
      published
        .page(page)
        .attributes('link[rel="alternate"][type]', "href")
        .map((href) => new URL(href, `https://dispatch.example${page}`).pathname);
    const three = (folder: string) => [`${folder}rss.xml`, `${folder}atom.xml`, `${folder}feed.json`];

    assert.equal(offered("/ru/tags/russia/"), [...three("/ru/tags/russia/"), ...three("/ru/")]);
    assert.equal(offered("/tags/diplomacy/"), [...three("/tags/diplomacy/"), ...three("/")]);
    assert.equal(offered("/storylines/second-summit/"), [...three("/storylines/second-summit/"), ...three("/")]);
    assert.equal(offered("/2024/07/11/talks/"), [...three("/tags/russia/"), ...three("/")]);
    assert.equal(offered("/"), three("/"));
  });
});

function fileAt(url: string): string {
  const address = url.replace(demoUrl, "");
  return address === "" || address.endsWith("/") ? `${address}index.html` : address;
}

const feedFile = /(rss\.xml|atom\.xml|feed\.json)$/;
const hub = "https://hub.example/?a=1&b=2";

behaviour("a subscriber's program that wants to be told at once", (it) => {
  const withHub = { ...stories, "site.yaml": `${makeSettingsFiles("Europe/Riga")["site.yaml"]}hub: "${hub}"\n` };

  it("finds the site's hub in every feed, and in none of what is archived", async () => {
    const published = await buildSmallSite(withHub);
    const hubs = (address: string) => {
      const text = published.text(address);
      if (address.endsWith(".json")) return JSON.parse(text).hubs;
      const root = readXml(text);
      const [feed = root] = findElements(root, "channel");
      return findElements(feed, "atom:link")
        .map(({ attributes }) => attributes)
        .filter(({ rel }) => rel === "hub");
    };
    for (const folder of ["/", "/daily/", "/tags/russia/", "/storylines/second-summit/"]) {
      assert.equal(hubs(`${folder}rss.xml`), [{ rel: "hub", href: hub }]);
      assert.equal(hubs(`${folder}atom.xml`), [{ rel: "hub", href: hub }]);
      assert.equal(hubs(`${folder}feed.json`), [{ type: "WebSub", url: hub }]);
    }
    assert.equal(hubs("/lite/rss.xml"), [{ rel: "hub", href: hub }]);
    assert.equal(hubs("/archive/2024-06/atom.xml"), []);
  });

  it("finds none where the site names none", async () => {
    const published = await buildSmallSite(stories);

    assert.not.match(published.text("/atom.xml"), 'rel="hub"');
    assert.is(JSON.parse(published.text("/feed.json")).hubs, undefined);
  });
});

behaviour("a publisher who names a hub", (it) => {
  testProblemLines(it, {
    "that it is an address on the web": [
      { ...withFields({}), "site.yaml": `${makeSettingsFiles("Europe/Riga")["site.yaml"]}hub: hub.example\n` },
      'content/site.yaml:11:6  hub: "hub.example" is not a web address. Start it with https://',
    ],
  });
});

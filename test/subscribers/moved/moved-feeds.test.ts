import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const feedFiles = ["rss.xml", "atom.xml", "feed.json"];
const articles = {
  "2024/07/11/talks.md": formatArticle({ tags: ["russia"], storyline: "second-summit" }),
  "2024/07/11/talks.ru.md": formatArticle({ tags: ["russia"], storyline: "second-summit" }),
  "2024/07/12/more.md": formatArticle({ title: "More", tags: ["ukraine"] }),
};
const renamed = {
  "tags.yaml": `- {slug: ukraine, title: Ukraine}
- {slug: moscow, title: Moscow, also: [Russia], aliases: [russia, /category/russia/]}
`,
  "storylines.yaml": "- {slug: peace-talks, title: Peace talks, also: [second-summit], aliases: [talks]}\n",
};
const settings = makeSettingsFiles();
const site = (lines: string) => ({ "site.yaml": `${settings["site.yaml"]}${lines}`.replace("russia]", "moscow]") });

behaviour("a subscriber to the feed of a tag or storyline that was renamed", (it) => {
  const olds = [
    "/tags/russia/",
    "/ru/tags/russia/",
    "/category/russia/",
    "/storylines/talks/",
    "/ru/storylines/talks/",
  ];
  const news = [
    "/tags/moscow/",
    "/ru/tags/moscow/",
    "/tags/moscow/",
    "/storylines/peace-talks/",
    "/ru/storylines/peace-talks/",
  ];

  it("finds it at the old address, byte by byte, in each format and language", async () => {
    const built = await buildSmallSite({ ...articles, ...renamed, ...site("") });

    assert.equal(built.problems, []);
    for (const [i, old] of olds.entries()) {
      for (const file of feedFiles) assert.is(built.text(`${old}${file}`), built.text(`${news[i]}${file}`), old + file);
      assert.is(built.feed(`${old}rss.xml`).items.length, 1);
      const page = built.page(old);
      assert.match(page.attributes('meta[http-equiv="refresh"]', "content").join(), /url=/);
      assert.equal(page.attributes('link[rel="canonical"]', "href"), [`https://dispatch.example${news[i]}`]);
    }
  });

  it("gets each new story there too, from a build that makes little anew", async () => {
    const built = await buildSmallSite({ ...articles, ...renamed, ...site("") });
    const grown = await built.change({ "2024/07/13/new.md": formatArticle({ title: "New", tags: ["russia"] }) });

    assert.equal(grown.problems, []);
    assert.is(grown.feed("/tags/russia/rss.xml").items.length, 2);
    assert.is(grown.text("/tags/russia/atom.xml"), grown.text("/tags/moscow/atom.xml"));
    const whole = await buildSmallSite({
      ...articles,
      ...renamed,
      ...site(""),
      "2024/07/13/new.md": formatArticle({ title: "New", tags: ["russia"] }),
    });
    assert.equal(
      whole.files.map((file) => [file, whole.text(`/${file}`)]),
      grown.files.map((file) => [file, grown.text(`/${file}`)]),
    );
  });

  it("finds it by an older address still, and by one that is named by itself", async () => {
    const lines = "aliases: {/r.xml: /tags/russia/rss.xml, /r/: /tags/russia/, /tags/russia/feed.json: /feed.json}\n";
    const built = await buildSmallSite({ ...articles, ...renamed, ...site(lines) });

    assert.equal(built.problems, []);
    assert.is(built.text("/r.xml"), built.text("/tags/moscow/rss.xml"));
    assert.is(built.text("/r/atom.xml"), built.text("/tags/moscow/atom.xml"));
    assert.is(built.text("/tags/russia/feed.json"), built.text("/feed.json"));
  });

  it("finds each numbered page of it", async () => {
    const days = Array.from({ length: 130 }, (_, i) => i);
    const many = Object.fromEntries(
      days.map((i) => [
        `2024/0${1 + Math.floor(i / 20)}/${String(1 + (i % 20)).padStart(2, "0")}/story-${i}.md`,
        formatArticle({ title: `Story ${i}`, tags: ["moscow"] }),
      ]),
    );
    const built = await buildSmallSite({ ...articles, ...many, ...renamed, ...site("") });

    assert.equal(built.problems, []);
    for (const number of [1, 2]) {
      const old = built.page(`/tags/russia/page/${number}/`);
      assert.equal(old.attributes('link[rel="canonical"]', "href"), [
        `https://dispatch.example/tags/moscow/page/${number}/`,
      ]);
    }
  });
});

behaviour("a subscriber whose old address is named in the settings of the site", (it) => {
  const aliases = `aliases:
  /feed.xml: /rss.xml
  /index.rdf: /rss.xml
  /feed: /atom.xml
  /old/feed/: /rss.xml
  /blog/feed.json: /feed.json
  /subscriptions.opml: /feeds.opml
  /map.xml: /sitemap.xml
  /old/mail.txt: /2024/07/11/newsletter.txt
  /gone/mail.txt: /2024/07/11/
  /people/orban/: /people/viktor-orban/
  /a/: /b/
  /b/: /archive/
`;

  it("finds there what stands at the new one", async () => {
    const named = { "2024/07/11/talks.md": formatArticle({ tags: ["ukraine"], people: ["Viktor Orban"] }) };
    const built = await buildSmallSite({ ...named, "site.yaml": `${settings["site.yaml"]}${aliases}` });

    assert.equal(built.problems, []);
    const same: Readonly<Record<string, string>> = {
      "/feed.xml": "/rss.xml",
      "/index.rdf": "/rss.xml",
      "/feed": "/atom.xml",
      "/blog/feed.json": "/feed.json",
      "/subscriptions.opml": "/feeds.opml",
      "/map.xml": "/sitemap.xml",
      "/old/mail.txt": "/2024/07/11/newsletter.txt",
    };
    for (const [old, now] of Object.entries(same)) assert.is(built.text(old), built.text(now), old);
    assert.is(built.text("/gone/mail.txt"), "It is now here:\nhttps://dispatch.example/2024/07/11/\n");
    const led: Readonly<Record<string, string>> = {
      "/old/feed/": "/rss.xml",
      "/people/orban/": "/people/viktor-orban/",
      "/a/": "/archive/",
      "/b/": "/archive/",
    };
    for (const [old, now] of Object.entries(led))
      assert.equal(
        built
          .page(old)
          .attributes("main a", "href")
          .map((href) => new URL(href, `https://x.example${old}`).pathname),
        [now],
      );
  });

  it("finds the new bytes there after a new story, and nothing once the line is gone", async () => {
    const files = {
      "2024/07/11/talks.md": formatArticle(),
      ...{ "site.yaml": `${settings["site.yaml"]}aliases: {/feed.xml: /rss.xml}\n` },
    };
    const built = await buildSmallSite(files);
    const grown = await built.change({ "2024/07/12/more.md": formatArticle({ title: "More" }) });
    assert.is(grown.text("/feed.xml"), grown.text("/rss.xml"));
    assert.is(grown.feed("/feed.xml").items.length, 2);

    const less = await grown.change({ "site.yaml": settings["site.yaml"] ?? "" });
    assert.equal(less.problems, []);
    assert.not.ok(less.files.includes("feed.xml"));
  });
});

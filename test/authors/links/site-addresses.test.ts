import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { checkSite, getSitePaths } from "../../help/sites/builds.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, type SmallSite, type SmallSiteOptions } from "../../help/sites/site.ts";

const a = "2024/07/11/a.md";
const files: FileContents = {
  "2024/06/01/drones.md": formatArticle({ tags: ["russia"], storyline: "second-summit", people: ["Ann Example"] }),
  "2024/07/10/b.md": formatArticle({ aliases: ["/Old/b/"] }),
  "2024/07/10/b.ru.md": formatArticle(),
  "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
};

const linking = (targets: readonly string[], options?: SmallSiteOptions): Promise<SmallSite> =>
  buildSmallSite({ ...files, [a]: formatArticle({}, targets.map((target) => `[x](${target})`).join("\n\n")) }, options);

behaviour("an author who links to an address of the site", (it) => {
  const addresses = [
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/feeds.opml",
    "/ru/feeds.opml",
    "/daily/rss.xml",
    "/lite/rss.xml",
    "/tags/diplomacy/atom.xml",
    "/storylines/second-summit/feed.json",
    "/ru/tags/diplomacy/rss.xml",
    "/archive/2024-06/rss.xml",
    "/sitemap.xml",
    "/sitemaps/2024-07.xml",
    "/robots.txt",
    "/2024/07/11/newsletter.html",
    "/2024/07/11/newsletter.txt",
    "/icon.png",
    "/404.html",
    "/tags/",
    "/2024/06/",
    "/2024/",
    "/people/ann-example/",
    "/about/",
    "/Old/b/",
    "/",
  ];

  for (const links of ["folder", "file"] as const)
    it(`leads to each of them, from the page and from feeds, where links name a ${links}`, async () => {
      const site = await linking(addresses, { links });
      const toFile = (address: string) =>
        links === "file" && address.endsWith("/") ? `${address}index.html` : address;
      const feed = site.feed("/rss.xml").items.find(({ id }) => id?.includes("/a"))?.html ?? "";
      const hrefs = site.page("/2024/07/11/a/").attributes(".prose a", "href");

      assert.equal(site.problems, []);
      assert.equal(
        hrefs.map((href) => new URL(href, "https://x/2024/07/11/a/").pathname),
        addresses.map(toFile),
      );
      assert.ok(hrefs.every((href) => /^\.\.\//.test(href)));
      assert.match(feed, 'href="https://dispatch.example/ru/feeds.opml"');
    });

  it("leads to a page where its file is named, and to a file of the site by a path", async () => {
    const targets = ["/2024/07/10/b/index.html", "/index.html", "index.html", "newsletter.txt", "../../../rss.xml#x"];
    const site = await linking(targets);

    assert.equal(site.problems, []);
    assert.equal(site.page("/2024/07/11/a/").attributes(".prose a", "href"), [
      "../../10/b/",
      "../../../../",
      "../",
      "../newsletter.txt",
      "../../../../rss.xml#x",
    ]);
  });

  const slips: Readonly<Record<string, string>> = {
    "/tags/russia": "/tags/russia/",
    "/Tags/Russia/": "/tags/russia/",
    "/tags/rusia/rss.xml": "/tags/russia/rss.xml",
    "/people/Ann%20Example/": "/people/ann-example/",
    "/feeds.opm": "/feeds.opml",
    "/feed.xml": "/rss.xml",
    "/feed/": "/rss.xml",
    "/tags/russia/index.xml": "/tags/russia/rss.xml",
    "/RSS.xml": "/rss.xml",
    "/rss.xml/": "/rss.xml",
    "/rss.xml?from=a": "/rss.xml",
    "/sitemap_index.xml": "/sitemap.xml",
    "rss.xml": "/rss.xml",
    "/./rss.xml": "/rss.xml",
    "/en/rss.xml": "/rss.xml",
    "/ua/rss.xml": "/rss.xml",
    "/2024/07/10/b.html": "/2024/07/10/b/",
    "../10/b.html": "/2024/07/10/b/",
    "/2024/7/10/b/": "/2024/07/10/b/",
    "/2024/07/11/drones/": "/2024/06/01/drones/",
    "/2024/07/10/b//": "/2024/07/10/b/",
    "/about.html": "/about/",
    "about.html": "/about/",
    "/pages/about.md": "/about/",
    "/people/ann-exampel/": "/people/ann-example/",
  };
  const lines = Object.entries(slips);
  it("reads which one is meant, and has no further line who writes it", async () => {
    const { problems } = await linking(lines.map(([written]) => written));

    assert.equal(
      problems.map((problem) => problem.replace(/^.* Did you mean /, "")),
      lines.map(([, meant]) => `"${meant}"?`),
    );
    assert.equal((await linking(lines.map(([, meant]) => meant))).problems, []);
  });

  it("is told of one that there is not, at the line, beside other slips", async () => {
    const wrongTag = formatArticle({ tags: ["rusia"] });
    const site = await linking(["/map.pdf", "/tags/ukraine/", "/news", "/2024/07/12/"]);
    const beside = await site.change({ "2024/06/02/d.md": wrongTag });
    const at = (line: number, to: string) =>
      `content/${a}:${line}:5  text: the link to ${to} does not lead to a published page. Correct the link, publish its target, or remove the link.`;

    assert.equal(site.problems, [at(8, "/map.pdf"), at(10, "/tags/ukraine/"), at(12, "/news"), at(14, "/2024/07/12/")]);
    assert.equal(beside.problems.slice(1), [at(12, "/news")]);
  });

  it("is told when the address goes, by a cached build, a first one and a check alike", async () => {
    const site = await linking(["/tags/russia/rss.xml", "/tags/russia/#text", "/archive/2024-06/rss.xml"]);
    assert.equal(site.problems, []);
    const changed = await site.change({ "2024/06/01/drones.md": formatArticle({ tags: ["ukraine"] }) });
    const checked = await checkSite(getSitePaths(site.folder), "2024-12-31T12:00:00Z");

    assert.is(changed.problems.length, 2);
    assert.match(changed.problems[0] ?? "", "/tags/russia/rss.xml");
    assert.equal(
      checked.map((text) => text.replaceAll(`${site.folder}/`, "")),
      changed.problems,
    );
    assert.equal(
      (
        await buildSmallSite({
          ...files,
          "2024/06/01/drones.md": formatArticle({ tags: ["ukraine"] }),
          [a]: formatArticle(
            {},
            "[x](/tags/russia/rss.xml)\n\n[x](/tags/russia/#text)\n\n[x](/archive/2024-06/rss.xml)",
          ),
        })
      ).problems,
      changed.problems,
    );
    assert.equal((await changed.change({ "2024/06/01/drones.md": files["2024/06/01/drones.md"] })).problems, []);
  });
});

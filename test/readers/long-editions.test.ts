import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { openPage, withBrowser } from "../help/sites/browser.ts";
import type { PublishedFolder } from "../help/sites/published.ts";
import { withServer } from "../help/sites/server.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const most = 14 * 1024;

behaviour("a reader of a day with more stories than a page can hold", (it) => {
  it("reads all of them, once, on pages within the budget, and finds the end on the last", async () => {
    const stories = Array.from({ length: 250 }, (_, i) => {
      const article = formatArticle({ title: `Story ${i}`, tags: [i < 120 ? "ukraine" : "diplomacy"], lead: i === 7 });
      return [`2024/07/11/story-${i}.md`, article] as const;
    });
    const site = await buildSmallSite(Object.fromEntries(stories));
    assert.equal(site.problems, []);

    for (const first of ["/", "/2024/07/11/"]) {
      const pages = follow(site, first);
      const titles = pages.flatMap((address) => site.page(address).texts("main h2 a, main h3 a"));
      const found = titles.filter((title) => /^Story /.test(title));

      assert.equal(pages, [first, "/2024/07/11/page/2/", "/2024/07/11/page/3/"]);
      assert.is(found.length, 250);
      assert.is(new Set(found).size, 250);
      assert.is(found[0], "Story 7");
      assert.equal(
        pages.map((address) => site.page(address).count(".finis")),
        [0, 0, 1],
      );
      assert.equal(
        pages.filter((address) => weigh(site, address) > most),
        [],
      );
    }
    const second = site.page("/2024/07/11/page/2/");
    assert.equal(second.attributes('a[rel="prev"]', "href"), ["../../"]);
    assert.equal(second.texts("main h2.section"), ["Ukraine", "Elsewhere"]);
    assert.equal(second.texts("title"), ["Edition of 11 July 2024, Page 2 — The Dispatch"]);
  });

  it("sees the last page end clear of the way back, and begin level with its date, without a second line", async () => {
    const stories = Array.from(
      { length: 120 },
      (_, i) => [`2024/07/11/story-${i}.md`, formatArticle({ tags: ["ukraine"] })] as const,
    );
    const site = await buildSmallSite(Object.fromEntries(stories));
    await withServer(join(site.folder, "_site"), "/", ({ url }) =>
      withBrowser(async (browser) => {
        for (const width of [360, 1280]) {
          const { page } = await openPage(browser, { viewport: { width, height: 800 } });
          await page.goto(`${url}2024/07/11/page/2/`);
          const box = (selector: string) => page.locator(selector).evaluate((node) => node.getBoundingClientRect());
          const [back, end] = [await box(".column > .neighbours"), await box(".finis")];
          const [date, section] = [await box(".day b"), await box(".section a")];

          assert.ok(end.top - back.bottom > 10, `${end.top - back.bottom} px at ${width}`);
          if (width > 1000) assert.ok(Math.abs(date.top - section.top) < 4, `${date.top}, ${section.top}`);
        }
      }),
    );
  });

  it("finds a day of a hundred stories beside its lead on one page", async () => {
    const stories = Array.from({ length: 101 }, (_, i) => [`2024/07/11/story-${i}.md`, formatArticle()] as const);
    const site = await buildSmallSite(Object.fromEntries(stories));

    assert.is(site.page("/2024/07/11/").count(".finis"), 1);
    assert.equal(
      site.pages.filter((address) => address.includes("/11/page/")),
      [],
    );
  });
});

behaviour("a reader of a site with many plain pages", (it) => {
  it("finds a few in the foot of every page, and all in a list", async () => {
    const site = await buildSmallSite({ "2024/07/11/talks.md": formatArticle(), ...createPages(450) });
    const foot = site.page("/").attributes("footer nav a", "href");
    const lists = follow(site, "/pages/");
    const listed = lists.flatMap((address) => site.page(address).texts(".entries a"));

    assert.equal(site.problems, []);
    assert.is(foot.filter((href) => href.startsWith("page-")).length, 20);
    assert.equal(site.page("/").texts("footer nav a").at(-1), "All pages");
    assert.equal(lists, ["/pages/", "/pages/page/2/", "/pages/page/3/"]);
    assert.is(new Set(listed).size, 450);
    assert.is(site.page("/pages/").text(".standfirst"), "The pages of this site that belong to no edition.");
    assert.match(site.text("/sitemaps/pages.xml"), "<loc>https://dispatch.example/pages/page/3/</loc>");
  });

  it("finds twenty in the foot, where there are no more", async () => {
    const site = await buildSmallSite({ "2024/07/11/talks.md": formatArticle(), ...createPages(20) });

    assert.is(
      site
        .page("/")
        .attributes("footer nav a", "href")
        .filter((href) => href.startsWith("page-")).length,
      20,
    );
    assert.not.ok(site.pages.includes("/pages/"));
  });
});

function createPages(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `pages/page-${i}.md`,
      `---\ntitle: Page ${i}\nsummary: About ${i}.\n---\n\nText.\n`,
    ]),
  );
}

/** The addresses of a page and of all that follow it, by their links to the next one. */
function follow(site: PublishedFolder, address: string): readonly string[] {
  const [next] = site
    .page(address)
    .attributes('main > .neighbours a[rel="next"], .column > .neighbours a[rel="next"]', "href");
  return next === undefined
    ? [address]
    : [address, ...follow(site, new URL(next, `https://host.example${address}`).pathname)];
}

function weigh(site: PublishedFolder, address: string): number {
  return [address, "/style.css"].reduce((sum, each) => sum + gzipSync(site.bytes(each), { level: 9 }).length, 0);
}

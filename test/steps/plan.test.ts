import * as assert from "uvu/assert";
import type { Article } from "../../src/parse/parse.ts";
import { type Page, planSite } from "../../src/plan/plan.ts";
import type { Instant } from "../../src/values/instant.ts";
import { isOwnName } from "../../src/values/own-addresses.ts";
import type { Slug } from "../../src/values/slug.ts";
import { makeArticle, makeDigest } from "../help/newsroom/manuscripts.ts";
import { behaviour } from "../help/run/behaviour.ts";

const later = "2030-01-01T00:00:00Z" as Instant;

function pagesOf(articles: readonly Article[]): ReadonlyMap<string, Page> {
  const { digest, monthReader } = makeDigest(later, articles);
  const pages = planSite(digest, monthReader).flatMap((unit) => unit.plan().pages);
  return new Map(pages.map((page) => [page.address, page]));
}

/** Articles of one tag on consecutive days, the first on 1 January 2024. */
function daily(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return makeArticle(`story-${i}`, { day });
  });
}

behaviour("a site of one article", (it) => {
  it("has every address that the design promises", () => {
    const addresses = [...pagesOf([makeArticle("summit", { storyline: "second-summit" })]).keys()].sort();

    assert.equal(addresses, [
      "/",
      "/2024/",
      "/2024/07/",
      "/2024/07/11/",
      "/2024/07/11/newsletter.html",
      "/2024/07/11/newsletter.txt",
      "/2024/07/11/summit/",
      "/404.html",
      "/archive/",
      "/atom.xml",
      "/corrections/",
      "/daily/atom.xml",
      "/daily/feed.json",
      "/daily/rss.xml",
      "/feed.json",
      "/feeds.opml",
      "/feeds/",
      "/icon.png",
      "/lite/rss.xml",
      "/logo.png",
      "/robots.txt",
      "/rss.xml",
      "/sitemap.xml",
      "/sitemaps/2024-07.xml",
      "/sitemaps/pages.xml",
      "/storylines/",
      "/storylines/second-summit/",
      "/storylines/second-summit/atom.xml",
      "/storylines/second-summit/feed.json",
      "/storylines/second-summit/rss.xml",
      "/style.css",
      "/tags/",
      "/tags/russia/",
      "/tags/russia/atom.xml",
      "/tags/russia/feed.json",
      "/tags/russia/rss.xml",
    ]);
  });
});

behaviour("an author who names a page", (it) => {
  it("cannot take the name of a folder that the site publishes in, in any language", () => {
    const people = [{ name: "Viktor Orbán", slug: "viktor-orban" as Slug }];
    const places = [{ name: "Vienna", slug: "vienna" as Slug }];
    const stories = (["en", "ru"] as const).map((language) =>
      makeArticle("summit", { language, storyline: "second-summit", people, places }),
    );
    const folders = [...pagesOf(stories).keys()].map((address) => address.replace(/^\/ru\//, "/").split("/")[1] ?? "");
    const names = [...new Set(folders)].filter((name) => name !== "" && !name.includes("."));

    assert.ok(names.includes("people") && names.includes("sitemaps") && names.includes("2024"), names.join());
    assert.equal(
      names.filter((name) => !isOwnName(name)),
      [],
    );
  });
});

behaviour("a site without an article", (it) => {
  it("has a home page, an archive, feeds and a page of corrections all the same", () => {
    const pages = pagesOf([]);

    for (const address of ["/", "/archive/", "/rss.xml", "/corrections/", "/sitemap.xml"]) {
      assert.ok(pages.has(address), address);
    }
  });
});

behaviour("the older pages of a tag", (it) => {
  it("are numbered from the oldest, so that a full one stays the same when articles are added", () => {
    const before = pagesOf(daily(120));
    const after = pagesOf(daily(171));

    assert.equal(after.get("/tags/russia/page/1/"), before.get("/tags/russia/page/1/"));
    assert.ok(before.has("/tags/russia/page/2/"));
    assert.not.ok(before.has("/tags/russia/page/3/"));
    assert.ok(after.has("/tags/russia/page/3/"));
  });

  it("leave at least ten articles to the newest page", () => {
    for (const [count, onNewest] of [
      [9, 9],
      [50, 50],
      [51, 51],
      [59, 59],
      [60, 10],
      [109, 59],
      [110, 10],
    ] as const) {
      const page = pagesOf(daily(count)).get("/tags/russia/");
      const shown = page?.layout === "tag" ? page.shows.days.flatMap((day) => day.headlines).length : 0;
      assert.is(shown, onNewest, `of ${count}`);
    }
  });

  it("hold every article exactly once", () => {
    const shown = [...pagesOf(daily(173)).values()].flatMap((page) =>
      page.layout === "tag" ? page.shows.days.flatMap((day) => day.headlines.map(({ address }) => address)) : [],
    );

    assert.is(shown.length, 173);
    assert.is(new Set(shown).size, 173);
  });
});

behaviour("the neighbours of an edition", (it) => {
  it("skip days without one, over the end of a year too", () => {
    const page = pagesOf([makeArticle("a", { day: "2023-12-29" }), makeArticle("b", { day: "2024-01-03" })]).get(
      "/2023/12/29/",
    );

    assert.equal(page?.layout === "edition" && page.shows.neighbours, {
      earlier: undefined,
      later: { title: "3 January", address: "/2024/01/03/" },
    });
  });
});

behaviour("an article and its translation", (it) => {
  it("name one another, each itself first", () => {
    const pages = pagesOf([makeArticle("summit"), makeArticle("summit", { language: "uk" }), makeArticle("alone")]);
    const named = (address: string) => {
      const page = pages.get(address);
      return page && "frame" in page ? page.frame.translations.map(({ url }) => url) : undefined;
    };

    assert.equal(named("/2024/07/11/summit/"), [
      "https://dispatch.example/2024/07/11/summit/",
      "https://dispatch.example/uk/2024/07/11/summit/",
    ]);
    assert.equal(named("/uk/2024/07/11/summit/"), [
      "https://dispatch.example/uk/2024/07/11/summit/",
      "https://dispatch.example/2024/07/11/summit/",
    ]);
    assert.equal(named("/2024/07/11/alone/"), []);
  });
});

behaviour("a storyline that rested", (it) => {
  it("says how many days passed without news, where it was a week or more", () => {
    const page = pagesOf(
      ["2024-06-01", "2024-06-05", "2024-06-20"].map((day, i) =>
        makeArticle(`s${i}`, { day, storyline: "second-summit" }),
      ),
    ).get("/storylines/second-summit/");

    assert.equal(page?.layout === "storyline" && page.shows.steps.map(({ quietDays }) => quietDays), [
      undefined,
      undefined,
      14,
    ]);
  });
});

behaviour("the lite feed", (it) => {
  it("takes fewer articles the longer their titles are", () => {
    const items = (title: string) => {
      const page = pagesOf(daily(60).map((article) => ({ ...article, title, summary: title }))).get("/lite/rss.xml");
      return page?.layout === "feed" ? page.shows.feed.items.length : 0;
    };

    assert.ok(items("Short") > items("Long ".repeat(28)));
    assert.ok(items("Long ".repeat(28)) > items("Ж".repeat(140)));
    assert.ok(items("Ж".repeat(140)) >= 5);
  });
});

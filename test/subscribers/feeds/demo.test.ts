import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import type { Article } from "../../../src/parse/parse.ts";
import { type ParsedFeed, type ParsedFeedItem, readFeeds } from "../../help/readers/feed-reader.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { readWithSfeed } from "../../help/readers/sfeed.ts";
import { readXml, runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { demoUrl, getDemo } from "../../help/sites/demo.ts";
import { type DemoModel, loadDemoModel } from "../../help/sites/demo-model.ts";

behaviour("a subscriber to any feed of the demo", (it) => {
  it("has a reader that finds nothing against the rules", async () => {
    const feeds = await readDemo();

    assert.ok(feeds.length > 100, `${feeds.length} feeds`);
    assert.equal(
      feeds.flatMap(({ address, complaints }) => complaints.map((complaint) => `${address}: ${complaint}`)),
      [],
    );
  });

  it("reads of every article what its author wrote", async () => {
    const model = await loadDemoModel();
    const found = itemsOf(await readDemo(), model);

    assert.is(new Set(found.map(({ article }) => article)).size, model.articles.length);
    for (const { address, item, article } of found) {
      const { html: _, image: __, ...told } = item;
      assert.equal(told, expectedOf(article, model), address);
    }
  });

  it("reads every article in full: what was corrected, its text, its sources", async () => {
    const model = await loadDemoModel();
    const inFull = itemsOf(await readDemo(), model).filter(({ address }) => !address.includes("/lite/"));

    for (const { address, item, article } of inFull) {
      const { corrections, sources, image } = article;
      const before = [image?.caption, image?.credit, ...corrections.map(({ text }) => text)];
      const parts = [...before, model.textOf(article), ...sources.map(({ name }) => name)];
      assert.equal(missingInOrder(readHtml(item.html ?? "").text("body"), parts), [], `${address}: ${article.id}`);
    }
  });

  it("finds each article in the feeds of its language, its tags and its storyline, what changed last first", async () => {
    const { articles } = await loadDemoModel();
    const feeds = await readDemo();

    for (const [folder, own] of topicsOf(articles)) {
      for (const file of files) {
        const ids = feeds.find(({ address }) => address === folder + file)?.items.map(({ id }) => id);
        assert.equal(
          ids,
          [...own].sort((a, b) => lastChangedFirst(a, b) || asInEdition(a, b)).map(({ id }) => id),
          folder + file,
        );
      }
    }
  });

  it("finds one item a day in the daily feeds, with every headline and summary of the edition", async () => {
    const { articles } = await loadDemoModel();
    const daily = (await readDemo()).filter(({ address }) => /\/daily\/[^/]+$/.test(address));

    assert.is(daily.length, 9);
    for (const { address, items } of daily) {
      const own = articles.filter(({ language }) => address.startsWith(`${prefixOf(language)}daily/`));
      const editions = [...new Set(own.map(({ day }) => day))].map((day) =>
        editionOf(
          own.filter((article) => article.day === day),
          day,
        ),
      );
      assert.equal(items.map(editionRead), editions.sort(lastChangedFirst), address);
    }
  });

  it("finds every address in a text whole, with its host", async () => {
    const relative = (await readDemo()).flatMap(({ address, items }) =>
      items.flatMap(({ html = "" }) =>
        readHtml(html)
          .references()
          .filter(({ url }) => !/^https?:\/\/[^/]/.test(url))
          .map(({ url }) => `${address}: ${url}`),
      ),
    );

    assert.equal(relative, []);
  });

  it("is told the same by sfeed, which shares no line with other readers", async () => {
    const model = await loadDemoModel();
    const site = await getDemo("folder");
    const inXml = (await readDemo()).filter(({ address }) => address.endsWith(".xml"));

    for (const { address, version } of inXml) {
      const told = readWithSfeed(site.text(address));
      const articles = told.flatMap(({ id }) => model.articles.filter((article) => article.id === id));
      assert.is(articles.length, address.includes("/daily/") ? 0 : told.length, address);
      for (const [i, article] of articles.entries()) {
        const { html, enclosure: _, ...item } = told[i] ?? {};
        const { id, url = "", title, published, author = "", tags } = expectedOf(article, model);
        const categories = version === "atom10" ? article.tags : tags;
        assert.equal(item, { id, url, title, published, author, categories }, address);
        const text = readHtml(html ?? "").text("body");
        assert.ok(text.includes(address.includes("/lite/") ? article.summary : model.textOf(article)), address);
      }
    }
  });
});

behaviour("a program that reads the XML of the demo", (it) => {
  it("finds every feed, every sitemap and every list of feeds well-formed", async () => {
    const { files, text } = await getDemo("folder");
    const all = files.filter((file) => /\.(xml|opml)$/.test(file));

    assert.ok(all.includes("sitemaps/2024-06.xml") && all.includes("ru/feeds.opml"), all.join(" "));
    assert.is(runXmllint(all.map((file) => text(`/${file}`))), "");
  });
});

interface DemoFeed extends ParsedFeed {
  readonly address: string;
}

/** All feeds of the demo, read once for all tests. */
function readDemo(): Promise<readonly DemoFeed[]> {
  read ??= readFeedsOfDemo();
  return read;
}

let read: Promise<readonly DemoFeed[]> | undefined;

// A file is a feed for what it says of itself, wherever it stands.
async function readFeedsOfDemo(): Promise<readonly DemoFeed[]> {
  const { files, text } = await getDemo("folder");
  const addresses = files.map((file) => `/${file}`).filter((address) => isFeed(address, text));
  return readFeeds(addresses.map(text)).map((feed, i) => ({ ...feed, address: addresses[i] ?? "" }));
}

function isFeed(address: string, text: (address: string) => string): boolean {
  if (address.endsWith(".json")) return "items" in JSON.parse(text(address));
  return address.endsWith(".xml") && ["rss", "atom:feed"].includes(readXml(text(address)).name);
}

const files = ["rss.xml", "atom.xml", "feed.json"];

/** Every item that is an article, with the article that it is. */
function itemsOf(feeds: readonly DemoFeed[], { articles }: DemoModel) {
  return feeds.flatMap(({ address, items }) =>
    items.flatMap((item) =>
      articles.filter((article) => article.id === item.id).map((article) => ({ address, item, article })),
    ),
  );
}

function expectedOf(article: Article, { tagTitle }: DemoModel): Omit<ParsedFeedItem, "html" | "image"> {
  const { id, address, title, summary, date, updated, language, tags } = article;
  return {
    id,
    url: urlOf(address),
    title,
    summary,
    published: date,
    updated: updated ?? date,
    language,
    author: "Dateline",
    tags: tags.map((slug) => tagTitle(slug, language)),
  };
}

/** The parts that a text does not hold, one after another in this order. */
function missingInOrder(text: string, parts: readonly (string | undefined)[]): readonly string[] {
  let from = 0;
  return parts.flatMap((part) => {
    if (part === undefined) return [];
    const at = text.indexOf(part, from);
    if (at !== -1) from = at + part.length;
    return at === -1 ? [part] : [];
  });
}

interface Dated {
  readonly id: string;
  readonly date?: string;
  readonly updated?: string | undefined;
}

// The demo has no more articles, and no more editions, than a feed can hold. No two of its editions changed at one time.
function lastChangedFirst(a: Dated, b: Dated): number {
  const [one = "", other = ""] = [a.updated ?? a.date, b.updated ?? b.date];
  return one < other ? 1 : one > other ? -1 : 0;
}

const { sections }: { readonly sections: readonly string[] } = parse(readFileSync("content/site.yaml", "utf8"));

/** The lead of an edition, then its sections. No two editions of the demo came out at one time. */
function asInEdition(a: Article, b: Article): number {
  const place = ({ section }: Article) => (section ? sections.indexOf(section) : sections.length);
  return Number(b.lead) - Number(a.lead) || place(a) - place(b) || (a.address < b.address ? -1 : 1);
}

/** The folder of every feed of articles, and the articles that it is about. */
function topicsOf(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const topics = new Map<string, Article[]>();
  for (const article of articles) {
    const { language, tags, storyline } = article;
    const lines = storyline === undefined ? [] : [`storylines/${storyline}/`];
    for (const folder of ["", ...tags.map((tag) => `tags/${tag}/`), ...lines]) {
      const address = prefixOf(language) + folder;
      topics.set(address, [...(topics.get(address) ?? []), article]);
    }
  }
  return topics;
}

function prefixOf(language: Article["language"]): string {
  return language === "en" ? "/" : `/${language}/`;
}

function urlOf(address: string): string {
  return new URL(address, demoUrl).href;
}

function editionRead({ id, url, published, updated, html = "" }: ParsedFeedItem) {
  const page = readHtml(html);
  const headlines = page.texts("h3").map((title, i) => [title, page.texts("h3 + p")[i] ?? ""].join("\n"));
  return { id, url, published, updated, headlines: headlines.sort() };
}

function editionOf(articles: readonly Article[], day: string) {
  const address = `${prefixOf(articles[0]?.language ?? "en")}${day.replaceAll("-", "/")}/`;
  return {
    id: `tag:dispatch.example,2024:${address}`,
    url: urlOf(address),
    published: articles.map(({ date }) => date).sort()[0],
    updated: articles
      .map(({ date, updated }) => updated ?? date)
      .sort()
      .at(-1),
    headlines: articles.map(({ title, summary }) => [title, summary].join("\n")).sort(),
  };
}

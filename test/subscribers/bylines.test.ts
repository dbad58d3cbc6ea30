import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { readFeeds } from "../help/readers/feed-reader.ts";
import { readMail } from "../help/readers/mail-reader.ts";
import { findElements, findTexts, readXml } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { runDateline } from "../help/sites/command.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../help/sites/site.ts";

let site: Promise<SmallSite> | undefined;
function built(): Promise<SmallSite> {
  site ??= buildSmallSite({
    "site.yaml": `${makeSettingsFiles()["site.yaml"]}newsletter: {from: editors@dispatch.example, unsubscribe: "mailto:leave@dispatch.example"}\n`,
    "authors.yaml":
      "- {slug: anna-example, name: {en: Anna & Example, ru: Анна Пример}, fediverse: anna@social.example}\n",
    "2024/07/11/talks.md": formatArticle({ authors: ["anna-example", "Boris Sample"], lead: true }),
    "2024/07/11/talks.ru.md": formatArticle({ title: "Переговоры" }),
    "2024/07/11/unsigned.md": formatArticle({ title: "Unsigned" }),
  });
  return site;
}

behaviour("a subscriber to signed articles", (it) => {
  it("reads valid feeds with each author of an item, and the publisher with what nobody signed", async () => {
    const { text } = await built();
    const [rss, atom, json] = ["/rss.xml", "/atom.xml", "/feed.json"].map(text);
    const feeds = readFeeds([rss ?? "", atom ?? "", json ?? ""]);

    assert.equal(
      feeds.map(({ complaints }) => complaints),
      [[], [], []],
    );
    const channel = findElements(readXml(rss ?? ""), "channel", "item");
    assert.equal(
      channel.map((item) => findTexts(item, "dc:creator")),
      [["Anna & Example", "Boris Sample"], ["The Dispatch"]],
    );
    const entries = findElements(readXml(atom ?? ""), "atom:entry");
    assert.equal(
      entries.map((entry) => findTexts(entry, "atom:author", "atom:name")),
      [["Anna & Example", "Boris Sample"], ["The Dispatch"]],
    );
    assert.equal(
      entries.map((entry) => findTexts(entry, "atom:author", "atom:uri")),
      [["https://dispatch.example/authors/anna-example/", "https://dispatch.example/authors/boris-sample/"], []],
    );
    const items: readonly { readonly authors: unknown }[] = JSON.parse(json ?? "").items;
    assert.equal(
      items.map(({ authors }) => authors),
      [
        [
          { name: "Anna & Example", url: "https://dispatch.example/authors/anna-example/" },
          { name: "Boris Sample", url: "https://dispatch.example/authors/boris-sample/" },
        ],
        [{ name: "The Dispatch" }],
      ],
    );
  });

  it("reads the authors in the lite feed, and under their names in the language of the feed", async () => {
    const { text } = await built();

    assert.equal(findTexts(readXml(text("/ru/lite/rss.xml")), "channel", "item", "dc:creator"), [
      "Анна Пример",
      "Boris Sample",
    ]);
  });

  it("reads in the mail who wrote a story, as HTML, as plain text and in the message", async () => {
    const { page, text, folder } = await built();
    const { errors } = await runDateline(["newsletter", "2024-07-11"], folder, {
      DATELINE_NOW: "2024-12-31T12:00:00Z",
    });
    assert.is(errors, "");
    const message = readMail(readFileSync(join(folder, "2024-07-11.en.eml")));

    assert.equal(message.defects, []);
    assert.ok(
      page("/2024/07/11/newsletter.html").texts("p").includes("By Anna & Example and Boris Sample · Reuters"),
      page("/2024/07/11/newsletter.html").texts("p").join("\n"),
    );
    assert.match(text("/2024/07/11/newsletter.txt"), "\nBy Anna & Example and Boris Sample\n");
    assert.ok(message.parts.some((part) => JSON.stringify(part).includes("By Anna & Example and Boris Sample")));
    assert.match(text("/ru/2024/07/11/newsletter.txt"), "\nТекст: Анна Пример и Boris Sample\n");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { readFeeds } from "../help/readers/feed-reader.ts";
import { readMail } from "../help/readers/mail-reader.ts";
import { findElements, findTexts, readXml, type XmlElement } from "../help/readers/xml-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { runDateline } from "../help/sites/command.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../help/sites/site.ts";

const sender = 'newsletter: {from: editors@dispatch.example, unsubscribe: "mailto:leave@dispatch.example"}\n';
const settings = `${makeSettingsFiles()["site.yaml"]}${sender}`;
const by = "https://creativecommons.org/licenses/by/4.0/";
const zero = "https://creativecommons.org/publicdomain/zero/1.0/";
const files = {
  "site.yaml": `${settings}licence: CC-BY-4.0\n`,
  "2024/07/11/a-talks.md": formatArticle({ lead: true }),
  "2024/07/11/b-zero.md": formatArticle({ title: "Zero", licence: "CC0-1.0" }),
  "2024/07/11/c-agency.md": formatArticle({ title: "Of an agency", licence: "none" }),
  "2024/07/11/a-talks.ru.md": formatArticle({ title: "Переговоры" }),
};

let site: Promise<SmallSite> | undefined;
function built(): Promise<SmallSite> {
  site ??= buildSmallSite(files);
  return site;
}

behaviour("somebody who wants to reprint a story", (it) => {
  it("reads the licence in the foot of each article, once, for people and for programs", async () => {
    const { page } = await built();
    const [talks, other, agency] = ["a-talks", "b-zero", "c-agency"].map((slug) => page(`/2024/07/11/${slug}/`));

    assert.equal(talks?.attributes('a[rel="license"]', "href"), [by]);
    assert.is(talks?.text('.topics a[rel="license"]'), "CC BY 4.0");
    assert.is(talks?.schemas()[0]?.license, by);
    assert.equal(other?.attributes('a[rel="license"]', "href"), [zero]);
    assert.is(other?.schemas()[0]?.license, zero);
    assert.is(agency?.count('a[rel="license"]'), 0);
    assert.is(agency?.text(".topics dd.links"), "All rights reserved");
    assert.not.ok("license" in (agency?.schemas()[0] ?? {}));
  });

  it("reads that of the site in the foot of all other pages, in the words of their language", async () => {
    const { page } = await built();

    for (const address of ["/", "/2024/07/11/", "/tags/diplomacy/", "/archive/"]) {
      assert.equal(page(address).attributes('a[rel="license"]', "href"), [by], address);
    }
    assert.ok(page("/").texts("footer p").includes("Licence: CC BY 4.0"));
    assert.ok(page("/ru/").texts("footer p").includes("Лицензия: CC BY 4.0"));
  });

  it("reads nothing of a licence where nobody set one", async () => {
    const { page, text } = await buildSmallSite({ "2024/07/11/talks.md": formatArticle() });

    assert.is(page("/").count('a[rel="license"]'), 0);
    assert.not.match(text("/2024/07/11/talks/"), /licen[cs]e/i);
    for (const feed of ["/rss.xml", "/atom.xml"]) assert.not.match(text(feed), /license|copyright|rights>/);
  });
});

behaviour("a program that takes stories from feeds", (it) => {
  it("finds the licence of the feed, and of each item that has another; every feed is valid", async () => {
    const { text } = await built();
    const [rss = "", atom = "", json = ""] = ["/rss.xml", "/atom.xml", "/feed.json"].map(text);
    const [channel] = findElements(readXml(rss), "channel");
    const feed = readXml(atom);
    if (!channel) throw new Error("Expected a channel.");

    assert.equal(
      readFeeds([rss, atom, json]).map(({ complaints }) => complaints),
      [[], [], []],
    );
    assert.equal(findTexts(channel, "copyright"), [`CC BY 4.0, ${by}`]);
    assert.equal(findTexts(feed, "atom:rights"), [`CC BY 4.0, ${by}`]);
    assert.equal([licenceLinks(channel), licenceLinks(feed)], [[by], [by]]);
    const items = [findElements(channel, "item"), findElements(feed, "atom:entry")];
    const rights = ["dc:rights", "atom:rights"];
    for (const [i, ofFormat] of items.entries()) {
      assert.equal(
        ofFormat.map((item) => findTexts(item, rights[i] ?? "")),
        [[], [`CC0 1.0, ${zero}`], ["All rights reserved"]],
      );
      assert.equal(ofFormat.map(licenceLinks), [[], [zero], []]);
    }
  });

  it("finds the rights that an article reserves where the site says nothing", async () => {
    const { text } = await buildSmallSite({ "2024/07/11/talks.md": formatArticle({ licence: "none" }) });

    assert.equal(findTexts(readXml(text("/atom.xml")), "atom:entry", "atom:rights"), ["All rights reserved"]);
    assert.equal(findTexts(readXml(text("/atom.xml")), "atom:rights"), []);
  });
});

behaviour("a subscriber to the mail", (it) => {
  it("reads the licence in its foot, as HTML, as plain text and in the message", async () => {
    const { page, text, folder } = await built();
    const moment = { DATELINE_NOW: "2024-12-31T12:00:00Z" };
    assert.is((await runDateline(["newsletter", "2024-07-11"], folder, moment)).errors, "");
    const message = readMail(readFileSync(join(folder, "2024-07-11.en.eml")));

    assert.is(page("/2024/07/11/newsletter.html").text(`a[href="${by}"]`), "CC BY 4.0");
    assert.match(text("/2024/07/11/newsletter.txt"), `Licence: CC BY 4.0, ${by}`);
    assert.ok(message.parts.some((part) => JSON.stringify(part).includes("Licence: CC BY 4.0")));
    assert.equal(message.defects, []);
  });
});

behaviour("a publisher who changes the licence", (it) => {
  it("gets the same bytes as from nothing, whether the site's or that of an article changed", async () => {
    const { "site.yaml": siteYaml, "2024/07/11/b-zero.md": article, ...others } = files;
    const before = await buildSmallSite({ ...others, "site.yaml": settings, "2024/07/11/b-zero.md": formatArticle() });
    const withLicence = await before.change({ "site.yaml": siteYaml });
    const withBoth = await withLicence.change({ "2024/07/11/b-zero.md": article });

    assert.equal(findDifferentFiles(readAllBytes(withBoth.output), readAllBytes((await built()).output)), []);
  });
});

function licenceLinks(element: XmlElement): readonly (string | undefined)[] {
  return findElements(element, "atom:link")
    .filter(({ attributes }) => attributes.rel === "license")
    .map(({ attributes }) => attributes.href);
}

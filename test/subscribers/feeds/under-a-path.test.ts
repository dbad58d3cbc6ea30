import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { findTexts, readXml, type XmlElement } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const home = "https://mirror.example/news/";
const atHome = { "site.yaml": `${makeSettingsFiles()["site.yaml"]}`.replace("https://dispatch.example/", home) };

/** Every text and every value of an attribute. */
function sayingsIn({ text, attributes, children }: XmlElement): readonly string[] {
  return [text, ...Object.values(attributes), ...children.flatMap(sayingsIn)];
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What is an address, and each address in what is a text. */
function addressesIn(saying: string): readonly string[] {
  if (/^https?:\S+$/.test(saying)) return [saying];
  return saying.includes("<")
    ? readHtml(saying)
        .references()
        .map(({ url }) => url)
    : [];
}

behaviour("a subscriber to a site that lives under a path of its host", (it) => {
  it("finds every address in every feed and list of feeds under that path", async () => {
    const image = { src: "map.png", alt: "A map", credit: "An agency" };
    const text = "The talks go on, [as before](../../06/30/talks.md).[^1] ![A map](map.png)\n\n[^1]: Says Geneva.";
    const built = await buildSmallSite({
      ...atHome,
      "2024/06/30/talks.md": formatArticle({ storyline: "second-summit" }),
      "2024/07/11/talks.md": formatArticle({ image }, text),
      "2024/07/11/map.png": await createFlat(30, 20, [1, 2, 3]).png().toBuffer(),
    });
    const files = built.files.filter((file) => /(rss\.xml|atom\.xml|feed\.json|\.opml)$/.test(file));
    const found = files.flatMap((file) => {
      const source = built.text(`/${file}`);
      const sayings = file.endsWith(".json") ? stringsIn(JSON.parse(source)) : sayingsIn(readXml(source));
      return sayings.flatMap(addressesIn).map((url) => ({ file, url }));
    });
    const known = ["https://jsonfeed.org/", "http://www.w3.org/", "http://purl.org/", "http://search.yahoo.com/"];

    assert.ok(files.length === 20 && found.length > 200, `${files.length} files, ${found.length} addresses`);
    assert.equal(
      found.filter(({ url }) => ![home, ...known].some((start) => url.startsWith(start))),
      [],
    );
  });

  it("finds the ids that feeds, stories and editions have on every other host", async () => {
    const built = await buildSmallSite({ ...atHome, "2024/07/11/talks.md": formatArticle() });
    const idsIn = (feed: string) => {
      const root = readXml(built.text(feed));
      return [...findTexts(root, "atom:id"), ...findTexts(root, "atom:entry", "atom:id")];
    };

    const tag = "tag:dispatch.example,2024:";
    assert.equal(idsIn("/atom.xml"), [`${tag}/`, `${tag}/2024/07/11/talks/`]);
    assert.equal(idsIn("/daily/atom.xml"), [`${tag}/daily/`, `${tag}/2024/07/11/`]);
    assert.equal(idsIn("/tags/diplomacy/atom.xml"), [`${tag}/tags/diplomacy/`, `${tag}/2024/07/11/talks/`]);
  });
});

import * as assert from "uvu/assert";
import { feedFormats, getFeedFileName } from "../../../src/feeds/feeds.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { findElements, readXml } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../../help/sites/site.ts";

/** Addresses as they are typed or copied, and as URIs (RFC 3986). */
const addresses: Readonly<Record<string, string>> = {
  "https://example.org/?q=a|b": "https://example.org/?q=a%7Cb",
  "https://example.org/a^b{c}": "https://example.org/a%5Eb%7Bc%7D",
  "https://example.org/100%": "https://example.org/100%25",
  "https://example.org/100%25": "https://example.org/100%25",
  "https://президент.укр/шлях": "https://xn--d1abbgf6aiiy.xn--j1amh/%D1%88%D0%BB%D1%8F%D1%85",
  "https://Президент.УКР": "https://xn--d1abbgf6aiiy.xn--j1amh/",
  "https://münchen.example:8443/ü?ä=ö#ß": "https://xn--mnchen-3ya.example:8443/%C3%BC?%C3%A4=%C3%B6#%C3%9F",
  "https://example.org/a[1]?b[]=2": "https://example.org/a%5B1%5D?b%5B%5D=2",
  "https://[2001:db8::1]/a[1]": "https://[2001:db8::1]/a%5B1%5D",
  "https://example.org/#a|b#c": "https://example.org/#a%7Cb%23c",
  'https://example.org/"a"`b`': "https://example.org/%22a%22%60b%60",
  "https://example.org/%d0%b9%zz": "https://example.org/%d0%b9%25zz",
  "https://example.org/😀": "https://example.org/%F0%9F%98%80",
  "https://example.org/a_(b),c;d='e'!*~$&@:+=.-": "https://example.org/a_(b),c;d='e'!*~$&@:+=.-",
  "https://example.org": "https://example.org",
  "https://example.org/?": "https://example.org/?",
};
const typed = Object.keys(addresses);
const sound = Object.values(addresses);

// An address in angle brackets may hold any character of these.
const text = typed.map((url) => `[x](<${url}>)`).join("\n\n");
const sources = typed.map((url, i) => ({ name: `Source ${i}`, url }));

function buildSite(): Promise<SmallSite> {
  return buildSmallSite({ "2024/07/11/a.md": formatArticle({ sources }, text) });
}

behaviour("a reader of a story with odd addresses", (it) => {
  it("finds each as a URI, the same in the sources, in the text and in the metadata", async () => {
    const site = await buildSite();
    const page = site.page("/2024/07/11/a/");
    const [schema = {}] = page.schemas();

    assert.equal(site.problems, []);
    assert.equal(page.attributes("#sources a", "href"), sound);
    assert.equal(page.attributes(".prose a", "href"), sound);
    assert.equal(
      (schema.citation as readonly { readonly url: string }[]).map(({ url }) => url),
      sound,
    );
  });
});

behaviour("a subscriber to a story with odd addresses", (it) => {
  for (const format of feedFormats)
    it(`finds each as a URI in the text, in ${format}`, async () => {
      const { items } = (await buildSite()).feed(`/${getFeedFileName(format)}`);
      const html = readHtml(items[0]?.html ?? "");

      assert.equal(html.attributes("a", "href"), [...sound, ...sound]);
    });

  it("finds each as a URI beside the text, in RSS and Atom", async () => {
    const site = await buildSite();
    const links = (address: string, ...path: readonly string[]) =>
      findElements(readXml(site.text(address)), ...path)
        .filter(({ attributes }) => attributes.rel === "via")
        .map(({ attributes }) => attributes.href);

    assert.equal(links("/rss.xml", "channel", "item", "atom:link"), sound);
    assert.equal(links("/atom.xml", "atom:entry", "atom:link"), sound);
  });
});

behaviour("a reader of a site whose publisher has odd addresses", (it) => {
  it("finds them as URIs wherever they lead out, and reads them as they were typed", async () => {
    const settings = String(makeSettingsFiles()["site.yaml"])
      .replace("url: https://dispatch.example/", "url: https://вісник.укр/новини/")
      .replace("{name: The Dispatch}", "{name: The Dispatch, url: https://вісник.укр/про-нас}");
    const site = await buildSmallSite({
      "site.yaml": `${settings}hub: "https://хаб.укр/a|b"
support: {title: Help us, text: How to., url: "https://допомога.укр/"}
mirrors: ["https://дзеркало.укр/"]
`,
      "2024/07/11/a.md": formatArticle(),
    });
    const page = site.page("/2024/07/11/a/");
    const written = [
      page
        .references()
        .map(({ url }) => url)
        .join(" "),
      site.text("/rss.xml"),
      site.text("/atom.xml"),
      site.text("/feed.json"),
      site.text("/sitemap.xml"),
      site.text("/feeds.opml"),
      site.text("/robots.txt"),
    ].join(" ");

    assert.equal(site.problems, []);
    assert.equal(
      page.texts("footer li > a, footer p > a").filter((url) => url.startsWith("https")),
      ["https://допомога.укр/", "https://дзеркало.укр/"],
    );
    assert.match(page.attribute('link[rel="canonical"]', "href"), /^https:\/\/xn--[^/]*\.xn--j1amh\/%D0%BD/);
    assert.equal(written.match(/https?:\/\/[^\s"<>]*[^\s!-~][^\s"<>]*/gu), null);
    assert.match(site.text("/atom.xml"), 'rel="hub" href="https://xn--80ac2d.xn--j1amh/a%7Cb"');
  });
});

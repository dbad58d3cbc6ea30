import * as assert from "uvu/assert";
import { readFeeds } from "../help/readers/feed-reader.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../help/sites/site.ts";

const own = { original: true, sources: undefined };
const files = {
  "2024/07/11/talks.md": formatArticle({ ...own, lead: true }),
  "2024/07/11/talks.ru.md": formatArticle({ ...own, title: "Переговоры" }),
  "2024/07/11/talks.uk.md": formatArticle({ ...own, title: "Переговори" }),
  "2024/07/11/both.md": formatArticle({ title: "Both", original: true, sources: [{ name: "AFP" }, { name: "TASS" }] }),
};

let site: Promise<SmallSite> | undefined;
function built(): Promise<SmallSite> {
  site ??= buildSmallSite(files);
  return site;
}

behaviour("a reader of own reporting", (it) => {
  const phrases = { "": "Own reporting", "/ru": "Собственная информация", "/uk": "Власна інформація" };
  for (const [prefix, phrase] of Object.entries(phrases)) {
    it(`is told so where sources are looked for: ${phrase}`, async () => {
      const { page } = await built();
      const article = page(`${prefix}/2024/07/11/talks/`);

      assert.is(article.text('.opening .facts a[href="#sources"]'), phrase);
      assert.equal(article.texts("#sources li"), [phrase]);
      assert.ok(page(`${prefix}/`).texts(".lead .facts span").includes(phrase));
      assert.match((await built()).text(`${prefix}/2024/07/11/newsletter.txt`), `\n${phrase}\n`);
      assert.ok(page(`${prefix}/2024/07/11/newsletter.html`).texts("p").includes(phrase));
    });
  }

  it("reads the sources after it where there are some", async () => {
    const { page, text } = await built();
    const article = page("/2024/07/11/both/");

    assert.is(article.text('.facts a[href="#sources"]'), "Own reporting, 2 sources");
    assert.equal(article.texts("#sources li"), ["Own reporting", "AFP", "TASS"]);
    assert.match(text("/2024/07/11/newsletter.txt"), "\nOwn reporting, AFP, TASS\n");
  });

  it("reads the same at the end of the text in every feed", async () => {
    const { text } = await built();
    const feeds = readFeeds(["/rss.xml", "/atom.xml", "/feed.json"].map(text));

    for (const { complaints, items } of feeds) {
      assert.equal(complaints, []);
      assert.equal(
        items.map(({ html }) => readHtml(html ?? "").texts("h2 + ul > li")),
        [["Own reporting"], ["Own reporting", "AFP", "TASS"]],
      );
    }
  });

  it("finds search engines told of no source that is none", async () => {
    const { page } = await built();

    assert.not.ok("citation" in (page("/2024/07/11/talks/").schemas()[0] ?? {}));
    assert.is(Object(page("/2024/07/11/both/").schemas()[0]?.citation).length, 2);
  });

  it("sees it after a change as in a build from nothing", async () => {
    const changed = await (await buildSmallSite({ ...files, "2024/07/11/talks.md": formatArticle() })).change(files);

    assert.equal(findDifferentFiles(readAllBytes(changed.output), readAllBytes((await built()).output)), []);
  });
});

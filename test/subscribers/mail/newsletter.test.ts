import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { demoUrl, getDemo, isMail } from "../../help/sites/demo.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const day = "/2024/07/11/";
const html = `${day}newsletter.html`;

behaviour("a subscriber who reads an edition as a mail", (it) => {
  it("finds all of its stories in the order of the page, each with its sentence, its place and its sources", async () => {
    const { page } = await getDemo("folder");
    const mail = page(html);

    assert.equal(mail.texts("h2 a, h3 a").slice(1), page(day).texts("article h2, article h3"));
    assert.match(mail.text("main"), "Moscow will not take part, calls the Swiss meeting a failure");
    assert.match(mail.text("main"), "Kyiv · Ukrainska Pravda, Euromaidan Press, Babel");
    assert.match(mail.text("main"), "the State Emergency Service says as of today.");
  });

  it("comes by every link to the site's own address, or out of the list", async () => {
    const { page, pages } = await getDemo("folder");
    const led = pages.filter(isMail).flatMap((address) => page(address).attributes("a", "href"));

    assert.ok(led.length > 100);
    assert.equal([...new Set(led.filter((url) => !url.startsWith(demoUrl)))], ["mailto:leave@dispatch.example"]);
  });

  it("loads nothing but pictures of the site from beside the page, on any mirror, and is watched by none", async () => {
    const { page, pages, files } = await getDemo("folder");
    const mails = pages.filter(isMail).map(page);
    const pictures = mails.flatMap((mail) => mail.attributes("img", "src"));
    const beside = pages.filter(isMail).flatMap((address) =>
      page(address)
        .attributes("img", "src")
        .map((src) => new URL(src, new URL(address, demoUrl)).href),
    );
    const loaded = mails.flatMap((mail) => mail.references().flatMap(({ url, loads }) => (loads ? [url] : [])));

    assert.ok(pictures.length >= 3);
    assert.equal(
      loaded.filter((url) => !pictures.includes(url) && url !== "data:,"),
      [],
    );
    for (const url of pictures) assert.not.match(url, /^[a-z]+:|^\//);
    for (const url of beside) assert.ok(files.includes(url.replace(demoUrl, "")), url);
    for (const mail of mails) {
      assert.is(mail.count("script, iframe, object, form, link[rel=stylesheet]"), 0);
      assert.equal(mail.attributes("img", "alt").filter((alt) => alt === "").length, 0);
      assert.equal(mail.attributes("img", "alt").length, mail.count("img"));
    }
  });

  it("sees it laid out where the program forgets its style sheet", async () => {
    const { page } = await getDemo("folder");
    const mail = page(html);
    const bare = ["td", "h1", "h2", "h3", "p", "a"].map((name) => [name, mail.count(`${name}:not([style])`)]);

    // But for what the editor wrote: its paragraphs look as the program shows any.
    const written = mail.count(".prose p");
    assert.equal(bare, [...["td", "h1", "h2", "h3"].map((name) => [name, 0]), ["p", written], ["a", 0]]);
  });

  it("sees in the list of mails what the first story says, and the way to the site before all else", async () => {
    const { page } = await getDemo("folder");
    const words = { "": "Read on the site", "/ru": "Читать на сайте", "/uk": "Читати на сайті" };
    for (const [language, read] of Object.entries(words)) {
      const mail = page(language + html);
      const [summary] = page(language + day).texts("article .standfirst, article h2 + p");

      assert.is(mail.text("body > :first-child"), summary);
      assert.match(mail.attribute("body > :first-child", "style"), "display:none");
      assert.equal(mail.texts("main a")[1], read);
      assert.is(mail.attributes("main a", "href")[1], `${demoUrl.slice(0, -1)}${language}${day}`);
      // Of a mail many programs keep neither html nor body.
      assert.is(mail.attribute("main", "lang"), language.slice(1) || "en");
    }
  });

  it("gets the pictures of a note as one file each, no wider than the column, and no wider than a phone", async () => {
    const built = await buildSmallSite({
      "2024/07/11/index.md": '![A map](map.jpg "Where it was. Photo: Ann Example")\n',
      "2024/07/11/map.jpg": await createFlat(1600, 900, [120, 60, 60]).jpeg().toBuffer(),
      "2024/07/11/summit.md": formatArticle(),
    });
    const mail = built.page(html);

    assert.is(mail.count("picture, source, [srcset], [loading], img[height]"), 0);
    assert.is(mail.attribute("img", "width"), "600");
    assert.match(mail.attribute("img", "style"), "max-width:100%");
    assert.is(mail.attribute("img", "alt"), "A map");
    assert.ok(built.files.includes(`2024/07/11/${mail.attribute("img", "src")}`));
    assert.match(mail.attribute("img", "src"), /-960\.jpg$/);
  });

  it("is told why a story was taken back, and not told it again", async () => {
    const retracted = { date: "2024-07-13T12:00:00+03:00", reason: "The letter is forged & was never sent." };
    const image = { src: "map.jpg", alt: "The letter", credit: "Ann Example" };
    const built = await buildSmallSite({
      "2024/07/11/letter.md": formatArticle({ title: "A letter", summary: "It promises peace.", retracted, image }),
      "2024/07/11/map.jpg": await createFlat(30, 20, [9, 9, 9]).jpeg().toBuffer(),
    });
    for (const text of [built.page(html).text("body"), built.text(`${day}newsletter.txt`)]) {
      assert.match(text, "Retracted: A letter");
      assert.match(text, retracted.reason);
      assert.not.match(text, "It promises peace.");
    }
    assert.is(built.page(html).count("img"), 0);
  });

  it("is told of a story no more than its rights allow, in the list of mails too", async () => {
    const image = { src: "map.jpg", alt: "What only the page shows", credit: "Ann Example" };
    const built = await buildSmallSite({
      "2024/07/11/link.md": formatArticle({
        title: "A link",
        summary: "Not to be carried.",
        rights: "link",
        lead: true,
        image,
      }),
      "2024/07/11/excerpt.md": formatArticle(
        { title: "An excerpt", summary: "To be carried.", rights: "excerpt" },
        "Nor this.",
      ),
      "2024/07/11/map.jpg": await createFlat(30, 20, [9, 9, 9]).jpeg().toBuffer(),
    });
    for (const text of [built.text(html), built.text(`${day}newsletter.txt`)]) {
      assert.match(text, "A link");
      assert.match(text, "To be carried.");
      assert.not.match(text, /Not to be carried|Nor this|only the page/);
    }
    assert.is(built.page(html).text("body > :first-child"), "2 stories");
  });

  it("gets the same mail, however much later it is sent", async () => {
    const files = { "2024/07/11/summit.md": formatArticle(), "2024/07/11/index.md": "A word before.\n" };
    const built = await buildSmallSite(files);
    const before = [built.text(html), built.text(`${day}newsletter.txt`)];
    const later = await built.change({ "2024/07/12/next.md": formatArticle(), "2024/08/01/later.md": formatArticle() });

    assert.equal([later.text(html), later.text(`${day}newsletter.txt`)], before);
  });
});

import * as assert from "uvu/assert";
import { createFlat } from "../help/newsroom/pictures.ts";
import { behaviour } from "../help/run/behaviour.ts";
import type { FileContents } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../help/sites/site.ts";

const authorsYaml = `- slug: anna-example
  name: {en: Anna Example, ru: Анна Пример}
  role: {en: Kyiv correspondent, ru: корреспондент в Киеве}
  biography: Anna lives in Kyiv & writes of it.
  picture: authors/anna.png
  links: ["https://anna.example/Über", "https://social.example/@anna/"]
  fediverse: anna@social.example
- {slug: kit, name: K. I. T.}
- {slug: idle, name: Never Wrote}
`;

const files = async (): Promise<FileContents> => ({
  "authors.yaml": authorsYaml,
  "authors/anna.png": await createFlat(400, 600, [90, 60, 30]).png().toBuffer(),
  "2024/07/11/talks.md": formatArticle({ authors: ["anna-example", "Boris Sample", "kit"] }),
  "2024/07/11/talks.ru.md": formatArticle({ title: "Переговоры" }),
  "2024/07/11/unsigned.md": formatArticle({ title: "Unsigned" }),
  "2024/06/02/older.md": formatArticle({ title: "Older", authors: ["kit"] }),
});

let site: Promise<SmallSite> | undefined;
function built(): Promise<SmallSite> {
  site ??= files().then((contents) => buildSmallSite(contents));
  return site;
}

behaviour("a reader of a signed article", (it) => {
  it("sees who wrote it, and gets to the page of each", async () => {
    const page = (await built()).page("/2024/07/11/talks/");

    assert.is(page.text(".byline"), "By Anna Example, Boris Sample and K. I. T.");
    assert.equal(page.attributes('.byline a[rel="author"]', "href"), [
      "../../../../authors/anna-example/",
      "../../../../authors/boris-sample/",
      "../../../../authors/kit/",
    ]);
  });

  it("sees the same authors of a translation, under their names in its language", async () => {
    const page = (await built()).page("/ru/2024/07/11/talks/");

    assert.is(page.text(".byline"), "Текст: Анна Пример, Boris Sample и K. I. T.");
    assert.is(page.attributes(".byline a", "href")[0], "../../../../authors/anna-example/");
  });

  it("has them named to search engines and to link previews", async () => {
    const page = (await built()).page("/2024/07/11/talks/");
    const [article] = page.schemas();

    assert.equal(article?.author, [
      {
        "@type": "Person",
        name: "Anna Example",
        url: "https://dispatch.example/authors/anna-example/",
        jobTitle: "Kyiv correspondent",
        sameAs: ["https://anna.example/%C3%9Cber", "https://social.example/@anna/"],
      },
      { "@type": "Person", name: "Boris Sample", url: "https://dispatch.example/authors/boris-sample/" },
      { "@type": "Person", name: "K. I. T.", url: "https://dispatch.example/authors/kit/" },
    ]);
    assert.equal(page.attributes('meta[name="fediverse:creator"]', "content"), ["@anna@social.example"]);
    assert.is(page.count('meta[property="article:author"]'), 3);
  });
});

behaviour("a reader of an article that nobody signed", (it) => {
  it("sees no byline; search engines take the publisher for its author", async () => {
    const page = (await built()).page("/2024/07/11/unsigned/");

    assert.is(page.count(".byline"), 0);
    assert.is(page.count('meta[property="article:author"]'), 0);
    assert.equal(page.schemas()[0]?.author, page.schemas()[0]?.publisher);
  });

  it("lets search engines know the page on which the publisher says that nobody signs", async () => {
    const page = "---\ntitle: About\nsummary: Who we are.\n---\n\nWe sign nothing.\n";
    const unsigned = await buildSmallSite({
      "site.yaml": `${makeSettingsFiles()["site.yaml"]}byline: {none: about}\n`,
      "pages/about.md": page,
      "pages/about.uk.md": page,
      "2024/07/11/talks.md": formatArticle(),
      "2024/07/11/talks.ru.md": formatArticle(),
      "2024/07/11/talks.uk.md": formatArticle(),
    });
    const policies = ["", "/ru", "/uk"].map((prefix) => {
      const [article] = unsigned.page(`${prefix}/2024/07/11/talks/`).schemas();
      return Object(article?.publisher).noBylinesPolicy;
    });

    assert.equal(unsigned.problems, []);
    assert.equal(policies, [
      "https://dispatch.example/about/",
      "https://dispatch.example/about/",
      "https://dispatch.example/uk/about/",
    ]);
  });

  it("finds no authors on a site whose articles name none", async () => {
    const unsigned = await buildSmallSite({
      "authors.yaml": "- {slug: kit, name: K. I. T.}\n",
      "2024/07/11/talks.md": formatArticle(),
    });

    assert.equal(
      unsigned.files.filter((file) => file.includes("authors")),
      [],
    );
    assert.not.match(unsigned.text("/"), "Authors");
  });
});

behaviour("a reader who wants more by an author", (it) => {
  it("finds all authors with a story in the foot of each page: those of the list first, in its order", async () => {
    const list = (await built()).page("/authors/");

    assert.ok((await built()).page("/").texts("footer a").includes("Authors"));
    assert.equal(list.texts(".entries li > a"), ["Anna Example", "K. I. T.", "Boris Sample"]);
    assert.equal(list.texts(".entries small"), ["1 story", "2 stories", "1 story"]);
  });

  it("sees who that is, and every story", async () => {
    const page = (await built()).page("/authors/anna-example/");

    assert.is(page.text("h1"), "Anna Example");
    assert.is(page.text(".standfirst"), "Kyiv correspondent");
    assert.is(page.text(".profile p"), "Anna lives in Kyiv & writes of it.");
    assert.is(page.attribute(".profile img", "alt"), "Anna Example");
    assert.equal(page.attributes('a[rel="me"]', "href"), [
      "https://anna.example/%C3%9Cber",
      "https://social.example/@anna/",
    ]);
    assert.equal(page.texts(".profile li"), ["@anna@social.example", "anna.example/Über", "social.example/@anna"]);
    assert.equal(page.texts(".stories h3"), ["Envoys meet in Vienna"]);
    const [profile] = page.schemas();
    assert.is(profile?.["@type"], "ProfilePage");
    assert.equal(Object(profile?.mainEntity).jobTitle, "Kyiv correspondent");
  });

  it("sees the picture, which is published beside the page", async () => {
    const { page, files: published } = await built();
    const src = page("/authors/anna-example/").attribute(".profile img", "src");

    assert.ok(published.includes(`authors/${src.slice(3)}`), src);
  });

  it("finds the page of each author in each language that has stories", async () => {
    const page = (await built()).page("/ru/authors/anna-example/");

    assert.is(page.text("h1"), "Анна Пример");
    assert.is(page.text(".standfirst"), "корреспондент в Киеве");
    assert.equal(page.texts(".stories h3"), ["Переговоры"]);
    assert.equal(page.attributes('link[rel="alternate"][hreflang="en"]', "href"), [
      "https://dispatch.example/authors/anna-example/",
    ]);
    assert.equal((await built()).page("/ru/authors/").texts(".entries li > a"), [
      "Анна Пример",
      "K. I. T.",
      "Boris Sample",
    ]);
  });

  it("finds older stories on further pages, which say no more of the author than the name", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 62 }, (_, i) => [
        `2024/05/0${1 + (i % 9)}/story-${i}.md`,
        formatArticle({ title: `Story ${i}`, authors: ["anna-example"] }),
      ]),
    );
    const full = await buildSmallSite({ ...(await files()), ...many });

    assert.is(full.page("/authors/anna-example/").count(".profile"), 1);
    assert.is(full.page("/authors/anna-example/page/1/").count(".profile"), 0);
    assert.is(full.page("/authors/anna-example/page/1/").count(".stories h3"), 50);
  });
});

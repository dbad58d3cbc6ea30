import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../help/sites/site.ts";

const frontMatter = (lines: string) => `---\n${lines}\n---\n\nThe talks go on in Vienna.\n`;
const rest = "sources:\n  - name: Reuters\ntags: [diplomacy]";

const files = {
  "2024/07/11/mark.md": `\ufeff${formatArticle({ title: "Behind a byte order mark" })}`,
  "2024/07/11/lines.md": formatArticle({ title: "Lines of Windows" }, "First line\nsecond line.\n\nNext.").replaceAll(
    "\n",
    "\r\n",
  ),
  "2024/07/11/braces.md": formatArticle(
    { title: "Sets {a, b} and {c}" },
    "Some `{{ braces }}` and `{% if true %}` and \\{{ more }}.",
  ),
  "2024/07/11/dashes.md": frontMatter(`title: A rule in the text\nsummary: Both.\n${rest}`).concat(
    "\n---\n\nAfter the rule.\n",
  ),
  "2024/07/11/apostrophes.md": frontMatter(
    `title: Kyiv's envoy won't say "no" (yet)\nsummary: 'It''s over, he said'\n${rest}`,
  ),
  "2024/07/11/folded.md": frontMatter(
    `title: >\n  Envoys meet\n  in Vienna\nsummary: |\n  Both sides agree\n  to meet again.\n${rest}`,
  ),
  "2024/07/11/signs.md": frontMatter(
    `title: 5 things to know about the €50bn loan – 100% of it, no?\nsummary: "Both: again"\n${rest}`,
  ),
  "2024/07/11/comments.md": frontMatter(
    `# Ask Ann before this goes out.\ntitle: With a comment # or two\nsummary: Both.\n\n${rest}`,
  ),
  "2024/07/11/no.md": frontMatter(`title: No\nsummary: Yes\npeople: [Ян Но]\n${rest}`),
  "2024/07/11/tags.md": formatArticle({
    title: "By synonyms",
    tags: ["УКРАЇНА", "Украина", "ukraine", " Russia ", "РОССИЯ"],
  }),
  "2024/07/11/long.md": formatArticle({ title: "Ж".repeat(140), summary: "🕊".repeat(320) }),
  "2024/07/11/utc.md": formatArticle({ title: "In UTC", date: "2024-07-11T15:30:00Z" }),
  "2024/07/11/late.md": formatArticle({ title: "After midnight", date: "2024-07-12T01:30:00+03:00" }),
  "2024/07/11/unquoted.md": frontMatter(`title: A bare date\nsummary: Both.\ndate: 2024-07-11 18:30:00+03:00\n${rest}`),
  "2024/07/11/moved.md": formatArticle(
    { title: "Moved", aliases: ["/old/story/", "/news/story.html"] },
    "See [itself](moved.md).",
  ),
  "2024/07/11/draft.md": formatArticle(
    { title: "Not yet", draft: true, lead: true, tags: ["ukraine"] },
    "Words kept back.",
  ),
  "2024/07/11/lead.md": formatArticle({ title: "Envoys lead", lead: true }),
  "2024/07/11/talks.md": formatArticle({ title: "Talks" }),
  "2024/07/11/talks.ru.md": formatArticle({ title: "Переговоры", lead: true, tags: ["Россия"] }, "Идут переговоры."),
  "2024/07/11/talks.uk.md": formatArticle({ title: "Перемовини", lead: true }, "Тривають перемовини."),
  "2024/07/11/index.md": "Good morning: **two** things to watch.\n",
  "2024/07/11/index.ru.md": "---\ntitle: От редакции\n---\n\nДоброе утро.\n",
  "pages/about.md": "---\ntitle: About us\nsummary: Who we are.\n---\n\nWe are few.\n",
  ".DS_Store": "\0\0",
  "2024/.DS_Store": "\0\0",
  "2024/07/11/._talks.md": "\0\0",
  "2024/07/11/talks.md~": "old",
  "2024/07/11/.talks.md.swp": "\0",
  "2024/07/11/#talks.md#": "half",
  "2024/07/11/Thumbs.db": "\0",
  "2024/07/11/desktop.ini": "[x]",
  ".obsidian/workspace.json": "{}",
};

// Built once, for all who look at it.
let begun: Promise<SmallSite> | undefined;
function kept(): Promise<SmallSite> {
  begun ??= buildSmallSite(files);
  return begun;
}

async function titleOf(name: string): Promise<string> {
  return (await kept()).page(`/2024/07/11/${name}/`).text("h1");
}

behaviour("an author who writes as people write", (it) => {
  it("is told of nothing", async () => {
    assert.equal((await kept()).problems, []);
  });

  it("may save with a byte order mark and the line ends of Windows", async () => {
    assert.is(await titleOf("mark"), "Behind a byte order mark");
    assert.is(await titleOf("lines"), "Lines of Windows");
    assert.not((await kept()).text("/2024/07/11/lines/").includes("\r"));
  });

  it("may have left behind what editors and systems leave behind: none of it is published", async () => {
    const { files: published } = await kept();
    for (const name of ["DS_Store", "._talks", "~", "swp", "#", "Thumbs", "desktop", "obsidian"])
      assert.equal(
        published.filter((file) => file.includes(name)),
        [],
        name,
      );
  });

  it("has braces shown as braces", async () => {
    const built = await kept();

    assert.is(await titleOf("braces"), "Sets {a, b} and {c}");
    assert.match(built.page("/2024/07/11/braces/").text("main"), "Some {{ braces }} and {% if true %} and {{ more }}.");
  });

  it("may begin a text with a rule of three hyphens further down", async () => {
    assert.match((await kept()).page("/2024/07/11/dashes/").text("main"), "After the rule.");
  });

  it("needs no quotes for apostrophes, quotation marks, digits and signs within a title", async () => {
    assert.is(await titleOf("apostrophes"), "Kyiv’s envoy won’t say “no” (yet)");
    assert.is(await titleOf("signs"), "5 things to know about the €50bn loan – 100% of it, no?");
  });

  it("may break a title over lines, and leave a comment", async () => {
    const { items } = (await kept()).feed("/feed.json");
    const folded = items.find(({ url }) => url?.endsWith("/folded/"));

    assert.equal(folded?.title?.split(/[ \u00a0]/), ["Envoys", "meet", "in", "Vienna"]);
    assert.equal(folded?.summary?.split(/[ \u00a0]/), ["Both", "sides", "agree", "to", "meet", "again."]);
    assert.is(await titleOf("comments"), "With a comment");
  });

  it("may call an article, and a person, No", async () => {
    assert.is(await titleOf("no"), "No");
    assert.ok((await kept()).files.includes("people/yan-no/index.html"));
  });

  it("may fill title and summary to the last character, however many bytes they have", async () => {
    assert.is(await titleOf("long"), "Ж".repeat(140));
  });

  it("may name tags by title or synonym, in any script and case, and each counts once", async () => {
    const page = (await kept()).page("/2024/07/11/tags/");
    const tags = page.attributes("main dl a[href*='/tags/']", "href");

    assert.equal(tags, ["../../../../tags/ukraine/", "../../../../tags/russia/"]);
  });

  it("may give a date in UTC, after midnight, or with a space in it", async () => {
    const { items } = (await kept()).feed("/atom.xml");
    const dates = new Map(items.map((item) => [item.title, item.published]));

    assert.is(dates.get("In UTC"), "2024-07-11T15:30:00Z");
    assert.is(dates.get("After midnight"), "2024-07-11T22:30:00Z");
    assert.is(dates.get("A bare date"), "2024-07-11T15:30:00Z");
    assert.is(dates.get("Talks"), "2024-07-11T03:00:00Z");
  });
});

behaviour("an author who moves, holds back or translates an article", (it) => {
  it("leaves a way from each old address to the new one", async () => {
    const built = await kept();

    assert.equal(built.page("/old/story/").attributes("a", "href"), ["../../2024/07/11/moved/"]);
    assert.equal(built.page("/news/story.html").attributes("a", "href"), ["../2024/07/11/moved/"]);
  });

  it("finds a draft nowhere, and may let it stand beside the day's lead", async () => {
    const built = await kept();

    for (const file of built.files) {
      if (!/\.(html|xml|json|opml)$/.test(file)) continue;
      assert.not(built.text(`/${file}`).includes("Not yet"), file);
      assert.not(built.text(`/${file}`).includes("Words kept back"), file);
    }
  });

  it("has a translation under its language, each edition with a lead of its own", async () => {
    const built = await kept();

    assert.is(built.page("/ru/2024/07/11/talks/").text("h1"), "Переговоры");
    assert.is(built.page("/uk/2024/07/11/talks/").text("h1"), "Перемовини");
    assert.is(built.page("/ru/2024/07/11/talks/").attribute("html", "lang"), "ru");
  });

  it("may open a day with a note that has no front matter", async () => {
    const built = await kept();

    assert.match(built.page("/2024/07/11/").text("main"), "Good morning: two things to watch.");
    assert.match(built.page("/ru/2024/07/11/").text("main"), "Доброе утро.");
  });
});

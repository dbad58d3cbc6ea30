import * as assert from "uvu/assert";
import { findMarkdownProblems, renderMarkdownPage, renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("an author who writes headings", (it) => {
  it("has the highest beneath the page's own, and no level skipped", () => {
    const text = "#### First\n\n# Second\n\n### Third\n\n###### Fourth\n\n##### Fifth\n\nSixth\n=====";

    const levels = ["h2", "h3", "h4"].map((tag) => renderMarkdownPage(text).texts(tag));

    assert.equal(levels, [["First", "Second", "Sixth"], ["Third"], ["Fourth", "Fifth"]]);
  });

  it("can send readers to each: ids are Latin, used once, and never those of the page around", () => {
    const text = "## Що далі\n\n## Sources\n\n## Sources\n\n## !!!\n\n## correction 1\n\n## Retraction";

    assert.equal(renderMarkdownPage(text).ids(), [
      "shcho-dali",
      "sources-2",
      "sources-3",
      "part",
      "correction-1-2",
      "retraction-2",
    ]);
    assert.equal(renderMarkdownPage("## Sources").attributes("h2 > a", "href"), ["#sources-2"]);
  });

  it("may put a link or a footnote into one: no link then stands in a link", () => {
    const found = renderMarkdownPage("## See [this](other.md)\n\n## Count[^a]\n\n[^a]: Of states.");

    assert.equal(found.texts("h2"), ["See this", "Count1"]);
    assert.is(found.count("a a"), 0);
    assert.equal(found.attributes("h2 > a", "href"), ["https://dispatch.example/2024/07/11/other/"]);
  });
});

behaviour("an author who quotes somebody", (it) => {
  it("names them on a last line with a dash, however it is typed", () => {
    for (const typed of [
      "> Fraud.\n>\n> — M. *Galuzin*",
      "> Fraud.\n>\n> -- M. *Galuzin*",
      "> Fraud.\n> – M. *Galuzin*",
    ]) {
      const found = renderMarkdownPage(typed);

      assert.equal(found.texts("figure.quote > blockquote"), ["Fraud."]);
      assert.equal(found.texts("figure.quote > figcaption"), ["— M. Galuzin"]);
      assert.equal(found.texts("figcaption em"), ["Galuzin"]);
    }
  });

  it("names nobody where no line begins with a dash, or nothing else is said", () => {
    for (const typed of ["> Fraud.", "> — Fraud.", "> Fraud — again.", "- > a\n\n— b"])
      assert.is(renderMarkdownPage(typed).count("figure"), 0, typed);
  });

  it("may quote within a quote", () => {
    const found = renderMarkdownPage("> He said:\n>\n> > No.\n> >\n> > — Putin\n>\n> — Peskov");

    assert.equal(found.texts("figure figure figcaption"), ["— Putin"]);
    assert.equal(found.texts("body > figure > figcaption"), ["— Peskov"]);
  });
});

behaviour("an author who writes a table", (it) => {
  const table = "| | State | Votes |\n|---|:-:|--:|\n| 1 | Malta | 9 |";

  it("has it in a region that scrolls by keyboard, named by its head", () => {
    const found = renderMarkdownPage(`${table}\n\n${table}`);

    assert.equal(found.attributes("div.table[tabindex='0'][role=region]", "aria-label"), [
      "State, Votes",
      "State, Votes (2)",
    ]);
    assert.equal(found.texts("th[scope=col]"), ["State", "Votes", "State", "Votes"]);
  });

  it("has columns aligned by class, and no style attribute", () => {
    const found = renderMarkdownPage(table);

    assert.equal(
      [found.texts(".middle"), found.texts(".end")],
      [
        ["State", "Malta"],
        ["Votes", "9"],
      ],
    );
    assert.is(found.count("[style]"), 0);
  });

  it("reads of a cell that the table has no column for", () => {
    assert.equal(findMarkdownProblems("| a |\n|---|\n| x \\| y |\n| 1 | 2 |"), [
      "content/2024/07/11/summit.md:13:1  text: this table row has more cells than the header, and the extra cells would be lost. Remove the extra cells, or add a column to the header. Write a bar inside a cell as \\|.",
    ]);
  });
});

behaviour("an author who writes footnotes", (it) => {
  const text =
    "One[^b] two[^a] one again[^b].\n\n[^a]: Note a[^c].\n[^b]: Note b.\n\n    Its second paragraph.\n[^c]: Note c.";

  it("has them at the end in the order of the text, with ways there and back", () => {
    const found = renderMarkdownPage(text);

    assert.equal(found.texts(".footnotes > ol > li"), [
      "Note b. Its second paragraph. ↩︎ ↩︎2",
      "Note a3. ↩︎",
      "Note c. ↩︎",
    ]);
    assert.equal(found.texts("sup.footnote-ref"), ["1", "2", "1", "3"]);
    const ids = found.ids();
    for (const href of found.attributes("a", "href")) assert.ok(ids.includes(href.slice(1)), href);
    assert.is(new Set(ids).size, ids.length);
  });

  it("has ids that no other article's text on the same page can have", () => {
    const ids = [
      "2024/07/11/summit.md",
      "2024/07/12/summit.md",
      "2024/07/11/summit.ru.md",
      "2024/07/11/summit-2.md",
    ].flatMap((path) => renderMarkdownPage(text, { path }).ids());

    assert.is(new Set(ids).size, ids.length);
  });

  const wrong: readonly (readonly [string, string])[] = [
    ["So[^x].", '10:3  text: there is no footnote "[^x]". Write it on a line of its own: [^x]: its text.'],
    [
      "So.\n\n[^x]: Note.",
      '12:1  text: nothing refers to the footnote "[^x]", so no reader would see it. Write [^x] where it belongs, or delete the note.',
    ],
    [
      "So[^x].\n\n[^x]: Note.\n\n[^x]: Other.",
      '14:1  text: there are two footnotes "[^x]". Give one of them another name.',
    ],
  ];
  for (const [typed, line] of wrong) {
    it(`reads what is wrong with ${JSON.stringify(typed)}`, () => {
      assert.equal(findMarkdownProblems(typed), [`content/2024/07/11/summit.md:${line}`]);
    });
  }
});

behaviour("the length of a text", (it) => {
  it("counts words as a reader does: not addresses, marks or markup", () => {
    assert.is(renderSample("It's *post*-war: [two words](https://a.example/b/c), 5 — and № 7.").wordCount, 8);
    assert.is(renderSample("П’ять слів, ще-раз — й усе").wordCount, 5);
    assert.is(renderSample("a[^b]\n\n[^b]: in a note\n\n```\nsome code\n```").wordCount, 6);
  });
});

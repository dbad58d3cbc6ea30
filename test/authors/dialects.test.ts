import * as assert from "uvu/assert";
import { markupByName, soundTexts } from "../help/newsroom/dialects.ts";
import { findMarkdownProblems, renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

const file = "content/2024/07/11/summit.md";
const typed = "and readers would see it as it is typed.";

behaviour("an author who writes what is markup elsewhere", (it) => {
  for (const [name, texts] of Object.entries(markupByName)) {
    it(`is told of ${name}`, () => {
      for (const text of texts) {
        const lines = findMarkdownProblems(text);
        assert.ok(
          lines.some((line) => line.includes(`" is ${name}, ${typed}`)),
          `${text}\n${lines.join("\n")}`,
        );
      }
    });
  }

  it("reads the place, what it is, what to write instead, and how it may stay", () => {
    assert.equal(findMarkdownProblems("One line\nand two<br>lines."), [
      `${file}:11:8  text: "<br>" is an HTML tag, ${typed} End the line with a backslash instead, or begin a paragraph with an empty line. To show it as it is, write "\\<br>".`,
    ]);
    assert.equal(findMarkdownProblems("- [ ] to do"), [
      `${file}:10:3  text: "[ ]" is a task, ${typed} Write it as a plain item: readers cannot tick it. To show it as it is, write "\\[ ]".`,
    ]);
  });

  it("is told of no more once a backslash stands where the advice shows it", () => {
    const short = /^text: "([^…]+)" is .* To show it as it is, write "([^…]+)"\.$/;
    let count = 0;
    for (const text of Object.values(markupByName).flat()) {
      let escaped = text;
      let problems = renderSample(text).problems;
      if (!problems.every(({ what, advice }) => short.test(`${what} ${advice}`))) continue;
      for (let round = 0; problems.length > 0 && round < 4; round++) {
        for (const { what, advice } of problems) {
          const [, mark = "", escapedMark = ""] = short.exec(`${what} ${advice}`) ?? [];
          escaped = escaped.replace(mark, () => escapedMark);
        }
        problems = renderSample(escaped).problems;
      }
      assert.equal(problems, [], `${text} -> ${escaped}`);
      count++;
    }
    assert.ok(count > 70, `${count}`);
  });

  it("is told of a change mark whose inner marks are markdown", () => {
    assert.match(findMarkdownProblems("{~~a~>b~~}")[0] ?? "", `is an editor's change mark, ${typed}`);
  });

  it("is told of a formula between escaped brackets", () => {
    for (const text of ["\\( E = mc^2 \\)", "\\[ \\frac{a}{b} \\]"])
      assert.match(
        findMarkdownProblems(text)[0] ?? "",
        "is a formula of TeX, and readers would see it without its backslashes.",
      );
  });

  it("is told of emphasis that ends with fewer marks than it begins with", () => {
    assert.equal(findMarkdownProblems("one\n**two* three"), [
      `${file}:11:1  text: the emphasis that begins with ** ends with fewer marks, and readers would see what is left of them. End it with **, or write a backslash before the first *`,
    ]);
    for (const text of ["***a**", "__a_"]) assert.is(findMarkdownProblems(text).length, 1, text);
    assert.equal(findMarkdownProblems("\\**two* and **two**"), []);
  });

  it("is told in the description and the caption of a picture", () => {
    assert.equal(findMarkdownProblems('![A <b>map</b>](map.png "By {{ name }}")'), [
      `${file}:10:17  text: "<b>" is an HTML tag, and this text is shown as it is typed. Delete it: titles, summaries and captions are plain words.`,
      `${file}:10:17  text: "{{ name }}" is a shortcode or a template tag, and this text is shown as it is typed. Delete it: titles, summaries and captions are plain words.`,
    ]);
  });
});

behaviour("an author whose text only looks like markup", (it) => {
  for (const text of soundTexts)
    it(`is left in peace: ${JSON.stringify(text)}`, () => assert.equal(findMarkdownProblems(text), []));
});

import * as assert from "uvu/assert";
import { findMarkdownProblems, renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

const file = "content/2024/07/11/summit.md";
const typed = "and readers would see it as it is typed.";

behaviour("an author who writes what is markup elsewhere", (it) => {
  // What is written, what it is called, and what the author reads last.
  const told: Readonly<Record<string, readonly string[]>> = {
    "a comment of HTML": [
      "A <!-- ask the lawyer --> b",
      "<!--more-->",
      "<!-- a\n\nb -->",
      "> <!-- a -->",
      "- <!-- a -->",
    ],
    "a declaration": ["<!DOCTYPE html>", "<![CDATA[a]]>"],
    "code of a template": ["<?php echo 1 ?>", "<%= title %>"],
    "an HTML tag": [
      "a <b>c</b>",
      "a<br>b",
      "a<br />b",
      '<img src="a.png">',
      '<div class="a">\n\nwords\n\n</div>',
      "| a |\n|---|\n| b<br>c |",
      "# A <em>b</em>",
      "[a <b>c</b>](d.md)",
      '<a href="https://a.example/">b</a>',
      "**<u>a</u>**",
      "x[^1]\n\n[^1]: a<br>b",
    ],
    "a tag": ['<Tweet id="1" />', '<youtube id="a"/>', "<o:p>"],
    "an HTML entity": ["a &nbps; b", "a&nbsp b", "&#99999999;"],
    "a shortcode or a template tag": ["{{< youtube a >}}", "{{ site.url }}", "{% include a.html %}", "{{% notice %}}"],
    "a comment": ["{# a note #}", "{/* a note */}", "{>> a note <<}", "%%a note%%"],
    "an editor's change mark": ["{++a++}", "[+a+]"],
    "a list of attributes": ["## A heading {#my-id}", "a{.b}", "{: .note}", "[a](b.md){rel=nofollow}"],
    "a shortcode": ['[gallery ids="1,2"]', "[TOC]", "[youtube https://a.example/]"],
    "a code in brackets": ["[b]a[/b]", "[url=https://a.example]b", "[/caption]"],
    "a wiki link": ["[[a page]]", "![[a.png]]", "[[https://a.example][b]]"],
    "a link of another dialect": ["[https://a.example words]", "https://a.example[words]", '"words":https://a.example'],
    "a link that is not closed, or the wrong way round": [
      "(words)[https://a.example]",
      "[words] (https://a.example)",
      "[words](https://a.example and more",
    ],
    "a macro of AsciiDoc": ["image::map.png[A map]", "footnote:[a]"],
    "a macro": ["{code}", "{color:red}a"],
    "a variable of a template": ["%{name}"],
    "a command of LaTeX": ["\\emph{a}", "a\\newpage"],
    "a formula of TeX": ["$E=mc^2$", "$$a$$"],
    "a citation key": ["[@doe99, p. 3]"],
    "a footnote of another dialect": ["[fn:1]"],
    "a footnote within the text": ["a^[note]"],
    "a mark of a callout": ["> [!NOTE]\n> words"],
    "a mention": ["<@U123>"],
    "a role of another dialect": [":ref:`a`", "{ref}`a`"],
    "a link of reStructuredText": ["`a <https://a.example>`_"],
    "an emoji code, or a field of another dialect": ["a :smile:", ":+1: b", ":toc: left"],
    "a mark of another dialect": ["==a==", "++a++", "||a||", "//a//", "'''a'''"],
    "a lowered or struck-out text of another dialect": ["H~2~O", "a ~b c~ d"],
    "a raised text of another dialect": ["m^2^"],
    "a mark of a missing bold text": ["a ** b ** c", "**Words", "**слово:**слово"],
    "a mark of a missing code": ["a `b", "``quoted''"],
    "the name of a block": ["words ^a1b2c3"],
    "a wiki's placeholder": ["<<include>>"],
    "a single backslash": ["words\\"],
    "a heading without a space after its #": ["#Heading", "##Heading", "Words.\n#Heading\nmore", "> #Heading"],
    "a heading without a plain space after its #": ["#\u00a0Heading"],
    "a heading with more than six #": ["####### Seven"],
    "a heading of another dialect": ["== A ==", "= A", "** A"],
    "a mark of Textile": ["h2. A", "bq. A"],
    "an underline of another dialect": ["A\n^^^^"],
    "a task": ["- [ ] to do", "- [x] done", "[ ] to do"],
    "a definition of another dialect": ["Term\n: Definition", "Term:: definition", "*[HTML]: a language"],
    "a block of another dialect": ["::: note", "!!! note", '??? tip "a"'],
    "a directive of reStructuredText": [".. note:: a", "As follows::"],
    "an attribute of AsciiDoc": ["[source,js]"],
    "an option of Org mode": ["#+TITLE: a"],
    "a field of another dialect": [":Author: Ann"],
    "a table of another dialect, or without a line below its header": ["| a | b |", "+---+---+", '{| class="a"'],
    "a list that was not read as one": ["• a\n• b", "-a\n-b", "1.a\n2.b"],
    "a link of Gemini": ["=> https://a.example b"],
    "a line of a program": ['import A from "./a"', "export const a = 1"],
  };
  for (const [name, texts] of Object.entries(told)) {
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
    for (const text of Object.values(told).flat()) {
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

  it("is told in the description and the caption of a picture", () => {
    assert.equal(findMarkdownProblems('![A <b>map</b>](map.png "By {{ name }}")'), [
      `${file}:10:17  text: "<b>" is an HTML tag, and this text is shown as it is typed. Delete it: titles, summaries and captions are plain words.`,
      `${file}:10:17  text: "{{ name }}" is a shortcode or a template tag, and this text is shown as it is typed. Delete it: titles, summaries and captions are plain words.`,
    ]);
  });
});

behaviour("an author whose text only looks like markup", (it) => {
  const sound = [
    "2 * 3 * 4 and 2 ** 3 ** 4",
    "[sic] [Update] [video] [n=120] [p = 0.05]",
    "- [Odesa]: two killed",
    "C#, C++ and C++/C++, i++, AT&T, Q&A, R&D",
    "a < b and c > d, x<y and y>z, a <b and c> d, a == b, a || b, std::vector",
    "f**k, s***, price* and cost*\n\n\\* excluding tax",
    "#1 in the charts",
    "the movement called #MeToo",
    "- #MeToo",
    "10:30:45, at 10:30: they came",
    "~5 km, ~7 km",
    "$5 and $6, 50% and 60%",
    "!!! Breaking",
    "a --> b",
    "and/or, 50/50, 1/2/3",
    "П`ять, 27'', ^_^",
    "-Да.\n-5°C",
    "— Да.\n— Нет.",
    "p. 5",
    "NOTE: this",
    '"a": b. He said: "no".',
    "@user and @user2",
    "{a, b}",
    "`<b> {{x}} [[y]] ==z== <!-- a --> #b`",
    "    <b> {{ code }}",
    "```html\n<b>{{x}}</b>\n#a\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```",
    "~~~\n---\ntitle: a\n---\n~~~",
    "````\n```js\na\n```\n````",
    "| a | b |\n|---|---|\n| #a | : b |",
    "Title\n=======\n\nb",
    "a\n\n---\n\nb",
    "---\nKyiv: quiet\n---\n",
    "\\#MeToo, \\<b>, \\[[a]]",
  ];
  for (const text of sound)
    it(`is left in peace: ${JSON.stringify(text)}`, () => assert.equal(findMarkdownProblems(text), []));
});

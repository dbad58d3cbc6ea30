import * as assert from "uvu/assert";
import { listVariants } from "../../src/values/variants.ts";
import { findMarkdownProblems, mapPicture, renderMarkdownPage, renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("an author who links", (it) => {
  it("leads to another article by its file, and its page and every feed find it", () => {
    const { html, links, problems } = renderSample("Kyiv\n[said](../../06/16/swiss.md#what-comes-next) so.");

    assert.is(html, '<p>Kyiv\n<a href="site:/2024/06/16/swiss/#what-comes-next">said</a> so.</p>\n');
    assert.equal(links, [
      { to: "/2024/06/16/swiss/", at: { file: "content/2024/07/11/summit.md", line: 11, column: 8 } },
    ]);
    assert.equal(problems, []);
  });

  it("has each link's own line recorded: in lists, tables, notes and by reference", () => {
    const text = "- [a](a.md)\n\n| h |\n|---|\n| [b](b.md) |\n\nx[^n] [c][ref]\n\n[^n]: [d](d.md)\n\n[ref]: c.md";

    const places = renderSample(text).links.map(({ to, at }) => `${to} ${at.line}:${at.column}`);

    assert.equal(places, ["/2024/07/11/a/ 10:7", "/2024/07/11/b/ 14:7", "/2024/07/11/c/ 20:8", "/2024/07/11/d/ 18:11"]);
  });

  it("leads to an address of the site, to a place in the text, to mail and to the web", () => {
    const found = renderMarkdownPage(
      "[a](/tags/russia/) [b](#c) [d](mailto:a@b.example) [e](HTTPS://Пример.example/ы?q=1|2)",
    );

    assert.equal(found.attributes("a", "href"), [
      "https://dispatch.example/tags/russia/",
      "#c",
      "mailto:a@b.example",
      "https://xn--e1afmkfd.example/%D1%8B?q=1%7C2",
    ]);
    assert.equal(found.attributes("a", "rel"), ["external noreferrer"]);
    assert.equal(found.attributes("a", "target"), []);
  });

  const noLink = "Start it with https://, http:// or mailto:, or write the path of a markdown file.";
  const path =
    'Write the relative path of a markdown file, such as "../10/slug.md", or an address such as "/tags/russia/".';
  const astray: readonly (readonly [string, string])[] = [
    ["[x](javascript:alert(1))", `10:5  text: "javascript:alert(1)" is not an allowed link. ${noLink}`],
    ["[x](JavaScript:a)", `10:5  text: "JavaScript:a" is not an allowed link. ${noLink}`],
    ["[x](data:text/html,a)", `10:5  text: "data:text/html,a" is not an allowed link. ${noLink}`],
    ["<file:///etc/passwd>", `10:2  text: "file:///etc/passwd" is not an allowed link. ${noLink}`],
    ["[x](site:/tags/russia/)", `10:5  text: "site:/tags/russia/" is not an allowed link. ${noLink}`],
    ["[x][r]\n\n[r]: vbscript:a", `12:6  text: "vbscript:a" is not an allowed link. ${noLink}`],
    ["[x](java&#10;script:a)", `10:1  text: "java\ufffdscript:a" does not lead to a content file. ${path}`],
    ["[x](../../../../etc/x.md)", `10:5  text: "../../../../etc/x.md" does not lead to a content file. ${path}`],
    ["[x](table.sql)", `10:5  text: "table.sql" does not lead to a content file. ${path}`],
    [
      "[x](table.csv)",
      '10:5  text: there is no document "table.csv". Put the file next to this text, and write its name; or put it into the folder static, and write its address, as in /report.pdf.',
    ],
    ["[x]()", `10:1  text: "" does not lead to a content file. ${path}`],
    [
      "[x](//a.example)",
      '10:5  text: "//a.example" does not lead to an address of the site. Did you mean "https://a.example"?',
    ],
    [
      "[x](www.a.example)",
      '10:5  text: "www.a.example" does not lead to an address of the site. Did you mean "https://www.a.example"?',
    ],
    [
      "[x](https:///a)",
      '10:5  text: "https:///a" is not a complete URL. Write it as a browser shows it, such as https://example.org/news/.',
    ],
    [
      "[x](my file.md)",
      '10:1  text: "[x](my file.md)" was not read as a link. Write %20 for each space in its address.',
    ],
    [
      "[So[^n]](a.md)\n\n[^n]: Note.",
      '10:1  text: "[So…](a.md)" was not read as a link. A link cannot contain a footnote or another link: put it after the link.',
    ],
    [`[x](${"a".repeat(61)})`, `10:5  text: "${"a".repeat(60)}…" does not lead to a content file. ${path}`],
    ["see [x][gone]", '10:5  text: "[x][gone]" was not read as a link. Write its address: [words](address).'],
  ];
  for (const [text, line] of astray) {
    it(`reads what is wrong with ${JSON.stringify(text)}, and no page carries it`, () => {
      assert.equal(findMarkdownProblems(text), [`content/2024/07/11/summit.md:${line}`]);
      assert.equal(renderMarkdownPage(text).attributes("body > p > a", "href"), []);
    });
  }

  it("may show how a link is written, with a backslash or in code", () => {
    assert.equal(findMarkdownProblems("\\[x](a b) and `[x](a b)` and \\[^x]"), []);
  });
});

behaviour("an author who writes a bare address", (it) => {
  const linked: readonly (readonly [string, string, string])[] = [
    [
      "See https://v.example/watch?v=ex--O-cJcZA.",
      "https://v.example/watch?v=ex--O-cJcZA",
      "https://v.example/watch?v=ex--O-cJcZA",
    ],
    [
      "https://uk.wikipedia.example/wiki/М'ята",
      "https://uk.wikipedia.example/wiki/М'ята",
      "https://uk.wikipedia.example/wiki/%D0%9C'%D1%8F%D1%82%D0%B0",
    ],
    ["«https://x.example/a...b»—so", "https://x.example/a...b", "https://x.example/a...b"],
    ["(https://x.example/a_(b)), and", "https://x.example/a_(b)", "https://x.example/a_(b)"],
    ["**https://x.example/a*b--c**", "https://x.example/a*b--c", "https://x.example/a*b--c"],
    ["*https://x.example/a_b_c*", "https://x.example/a_b_c", "https://x.example/a_b_c"],
    ["https://x.example/~~a~~?b=1&amp;c=2", "https://x.example/~~a~~?b=1&c=2", "https://x.example/~~a~~?b=1&c=2"],
    ["https://x.example/a\\_b", "https://x.example/a_b", "https://x.example/a_b"],
    ["| a |\n|---|\n| https://x.example/t--u |", "https://x.example/t--u", "https://x.example/t--u"],
    ["# https://x.example/a--b", "https://x.example/a--b", "https://x.example/a--b"],
    ["www.x.example/a--b", "www.x.example/a--b", "https://www.x.example/a--b"],
    ["Write to o'brien--desk@x.example.", "o'brien--desk@x.example", "mailto:o'brien--desk@x.example"],
    ["mailto:a--b@x.example", "mailto:a--b@x.example", "mailto:a--b@x.example"],
    ["https://пример.example/ы--й", "https://пример.example/ы--й", "https://xn--e1afmkfd.example/%D1%8B--%D0%B9"],
  ];
  for (const [text, words, href] of linked) {
    it(`has it as a link, and as typed: ${words}`, () => {
      const found = renderMarkdownPage(text);

      assert.equal([found.texts("a"), found.attributes("a", "href")], [[words], [href]]);
      assert.equal(findMarkdownProblems(text), []);
    });
  }

  it("has it as typed, and no second link, in the words of a link and the description of a picture", () => {
    const found = renderMarkdownPage(
      "[https://x.example/a--b o'c--d@x.example](e.md) ![https://x.example/a--b](map.png)",
    );

    assert.equal(found.texts("a"), ["https://x.example/a--b o'c--d@x.example"]);
    assert.is(found.attribute("img", "alt"), "https://x.example/a--b");
  });

  it("has no link of what is none, and it stays as typed", () => {
    for (const text of [
      "ftp://x.example/a--b",
      "t.me/a--b",
      "@a--b@c.example",
      "http://localhost/a--b",
      "b@c",
      "https://",
    ]) {
      assert.is(renderSample(text).html, `<p>${text}</p>\n`);
      assert.equal(findMarkdownProblems(text), []);
    }
    assert.is(renderMarkdownPage("`https://x.example/`").count("a"), 0);
  });
});

behaviour("an author who shows a picture", (it) => {
  it("has it on a line of its own as a figure, in every file that is published, with a caption", () => {
    const { pictures, problems } = renderSample('![A "map"](map.png "Where the front is")');
    const found = renderMarkdownPage('![A "map"](map.png "Where the front is")');

    assert.equal(problems, []);
    assert.equal(
      pictures.map((picture) => picture.stem),
      ["/2024/07/11/map"],
    );
    assert.is(found.text("figure figcaption"), "Where the front is");
    assert.is(found.attribute("figure img", "alt"), "A “map”");
    assert.equal(
      ["src", "width", "height", "loading"].map((name) => found.attribute("img", name)),
      ["https://dispatch.example/2024/07/11/map-1000.jpg", "1000", "500", "lazy"],
    );
    assert.equal(found.attributes("source", "srcset"), [
      "https://dispatch.example/2024/07/11/map-320.avif 320w, https://dispatch.example/2024/07/11/map-640.avif 640w, https://dispatch.example/2024/07/11/map-1000.avif 1000w",
      "https://dispatch.example/2024/07/11/map-320.webp 320w, https://dispatch.example/2024/07/11/map-640.webp 640w, https://dispatch.example/2024/07/11/map-1000.webp 1000w",
    ]);
    assert.is(found.count("p"), 0);
  });

  it("has it within a sentence where it stands in one, and each of two lines as a figure", () => {
    assert.is(renderMarkdownPage("See ![a map](map.png) here.").count("p > picture"), 1);
    assert.is(renderMarkdownPage("![a map](map.png)\n![again](map.png)").count("figure > picture"), 2);
    assert.is(renderSample("![a map](map.png)\n![again](map.png)").pictures.length, 1);
  });

  it("finds a file with spaces in its name, written either way", () => {
    assert.is(renderMarkdownPage("![a map](map%20of%20the%20front.png)").count("img"), 1);
    assert.is(renderMarkdownPage("![a map](<map of the front.png>)").count("img"), 1);
  });

  const wrong: readonly (readonly [string, string])[] = [
    [
      "![](map.png)",
      '10:5  text: the picture "map.png" has no description. Say what it shows, for readers who cannot see it: ![A map of the front](map.png)',
    ],
    [
      "![a](plan.png)",
      '10:6  text: there is no picture "plan.png". Put the file into content/2024/07/11/, or write the name of one that is there.',
    ],
    [
      "![a](https://a.example/b.png)",
      '10:6  text: the picture "https://a.example/b.png" is not in the content folder, and pages load nothing from other sites. Save it next to this file and write its name.',
    ],
    [
      "![a](data:image/png;base64,AA)",
      '10:6  text: the picture "data:image/png;base64,AA" is not in the content folder, and pages load nothing from other sites. Save it next to this file and write its name.',
    ],
    [
      "![a](../../../../etc/map.png)",
      '10:6  text: there is no picture "../../../../etc/map.png". Put the file into content/2024/07/11/, or write the name of one that is there.',
    ],
  ];
  for (const [text, line] of wrong) {
    it(`reads what is wrong with ${text}`, () => {
      assert.equal(findMarkdownProblems(text), [`content/2024/07/11/summit.md:${line}`]);
    });
  }
});

behaviour("the files of a picture", (it) => {
  const widths = (width: number, height: number) =>
    listVariants(mapPicture.stem, width, height)
      .filter((variant) => variant.format === "jpg")
      .map((variant) => `${variant.width}x${variant.height}`);

  it("are never wider than the picture, and the widest is as wide as it can be", () => {
    assert.equal(widths(4000, 3000), ["320x240", "640x480", "960x720", "1280x960"]);
    assert.equal(widths(700, 700), ["320x320", "700x700"]);
    assert.equal(widths(200, 1), ["200x1"]);
  });

  it("are no taller than any format can be", () => {
    assert.equal(widths(1000, 50_000), ["327x16350"]);
  });
});

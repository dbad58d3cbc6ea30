import * as assert from "uvu/assert";
import { resolveSiteLinks } from "../../src/values/text/html.ts";
import { combineRandomly, findMarkdownProblems, renderMarkdownPage, renderSample } from "../help/newsroom/marked.ts";
import { readHtml } from "../help/readers/html-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("a text that means harm", (it) => {
  it("is shown as text where it is HTML", () => {
    const found = renderMarkdownPage(
      '<script>alert(1)</script> <img src=x onerror=a> <a href="javascript:a">b</a>\n\n<iframe src="//a.example">',
    );

    assert.is(found.count("script, img, a, iframe"), 0);
    assert.ok(found.texts("p")[0]?.startsWith("<script>alert(1)</script> <img src=x onerror=a>"));
  });

  it("makes no element, attribute or address of its own, whatever is strewn together", () => {
    const bits = [
      '"',
      "'",
      "<",
      ">",
      "&quot;",
      "&#34;",
      " href=",
      ' src="',
      "site:/x/",
      '"site:/x/',
      ", site:/y/ 2w",
      "`",
      "*",
      "[",
      "]",
      "(",
      ")",
      "![",
      "](map.png)",
      ' "',
      "\n",
      "\n\n",
      "|",
      "|-|\n",
      "> ",
      "# ",
      "```",
      "onerror=",
      "javascript:",
      "\\",
      "a",
      " ",
    ];
    for (const text of combineRandomly(bits, 4000)) {
      const found = readHtml(resolveSiteLinks(renderSample(text).html, (to) => `OURS${to}`));
      for (const { url, from } of found.references()) {
        assert.ok(/^(?:OURS\/|#|https?:|mailto:)/.test(url), `${from} ${url} of ${JSON.stringify(text)}`);
        assert.ok(!/^OURS\/[xy]/.test(url), `${from} ${url} of ${JSON.stringify(text)}`);
      }
      assert.is(found.count("[onerror], [style], script"), 0, JSON.stringify(text));
    }
  });

  it("is not altered where it says what our links look like", () => {
    const words = '"site:/x/ see, site:/tags/ and href="site:/x/"';
    const html = resolveSiteLinks(
      renderSample(
        `${words} \`${words}\`\n\n![site:/a/, site:/b/](map.png 'site:/c/ "site:/d/')\n\n[e](/f/ "site:/g/")\n\n| site:/h/ |\n|--|\n| a |`,
      ).html,
      () => "OURS",
    );
    const found = readHtml(html);

    assert.is(html.split("OURS").length - 1, 3 * 3 + 1 + 1);
    assert.equal(found.texts("code"), [words]);
    assert.is(found.attribute("img", "alt"), "site:/a/, site:/b/");
    assert.is(found.attribute("a", "title"), "site:/g/");
    assert.is(found.attribute(".table", "aria-label"), "site:/h/");
    assert.ok(found.texts("p")[0]?.includes("see, site:/tags/ and"));
  });

  const n = 10_000;
  const bombs: Readonly<Record<string, string>> = {
    "quotes in quotes": "> ".repeat(n),
    "lists in lists": "- ".repeat(n),
    "brackets in brackets": `${"[".repeat(n)}a${"](x)".repeat(n)}`,
    "pictures in pictures": `${"![".repeat(n)}a${"](x)".repeat(n)}`,
    "stars in stars": `${"*".repeat(n)}a${"*".repeat(n)}`,
    "notes in notes": `${"^[".repeat(n)}${"]".repeat(n)}`,
    "notes of notes": "[^a]: ".repeat(n),
    "headings of one name": "# a\n".repeat(n),
    "links that lead nowhere": "[a](b:c)\n".repeat(n),
  };
  for (const [what, bomb] of Object.entries(bombs)) {
    it(`comes to an end with ten thousand ${what}`, () => assert.type(renderSample(bomb).html, "string"));
  }

  it("is not cut off without a word where quotes stand too deep in one another", () => {
    assert.equal(findMarkdownProblems(`a\n\n${"> ".repeat(101)}b`), [
      "content/2024/07/11/summit.md:12:1  text: quotes or lists are nested too deeply, and the innermost would be lost. Remove some of the markers (>, -, 1.) before this text.",
    ]);
    assert.equal(findMarkdownProblems(`${"> ".repeat(90)}b`), []);
  });

  it("carries no character that pages and feeds cannot hold, and the author reads where it is", () => {
    const text = "a\n b\u0000\u0007c \uD800 \u{1F600} \uFFFF &#12;&#7;";

    assert.equal(findMarkdownProblems(text), [
      "content/2024/07/11/summit.md:11:3  text: there is a character that no page can show, U+0000. Delete it, or type the surrounding text again.",
      "content/2024/07/11/summit.md:11:7  text: there is a character that no page can show, U+D800. Delete it, or type the surrounding text again.",
      "content/2024/07/11/summit.md:11:12  text: there is a character that no page can show, U+FFFF. Delete it, or type the surrounding text again.",
    ]);
    assert.is(renderSample(text).html, "<p>a\nbc  \u{1F600}  \uFFFD</p>\n");
    assert.is(renderSample("a&#13;b &#xD; c&#13;&#10;d").html.includes("\r"), false);
  });
});

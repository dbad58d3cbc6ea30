import * as assert from "uvu/assert";
import { applySmartPunctuation } from "../../src/parse/markdown/markdown.ts";
import { parseSettings } from "../../src/parse/parse.ts";
import { describeMarkupInPlainText } from "../../src/parse/unsupported/unsupported.ts";
import { renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

type Generate = (length: number) => string;

const repeat =
  (piece: string): Generate =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length));
const count =
  (write: (i: number) => string): Generate =>
  (length) => {
    const pieces: string[] = [];
    for (let i = 0, total = 0; total < length; i++) total += pieces[pieces.push(write(i)) - 1]?.length ?? 0;
    return pieces.join("");
  };

// Texts of any length, each of which made some step take time with the square of it, here or in other programs.
const texts: Readonly<Record<string, Generate>> = {
  "unclosed references to footnotes": (length) => `[^a]: b\n\n${repeat("[^")(length)}`,
  "unclosed references with names": (length) => `[^a]: b\n\n${repeat("[^a")(length)}`,
  "unclosed references, and no footnote": repeat("[^"),
  "footnotes that nothing refers to": count((i) => `[^${i}]: a\n\n`),
  "footnotes, each with a reference": count((i) => `a[^${i}]\n\n[^${i}]: b\n\n`),
  "references to one footnote": (length) => `[^a]: b\n\n${repeat("[^a] ")(length)}`,
  "footnotes of one name": repeat("[^a]: b\n\n"),
  "tables of one header": repeat("| a |\n|---|\n| b |\n\n"),
  "tables without words": repeat("| |\n|-|\n| |\n\n"),
  "headings of few names": count((i) => `# a ${i % 50}\n\n`),
  "links with entities": count((i) => `[a](b&amp;c${i}.md)\n`),
  "links with entities in paragraphs": count((i) => `[a](b&amp;c${i}.md)\n\n`),
  "links on one line": count((i) => `[a](b${i}.md) `),
  "links that lead nowhere on one line": count((i) => `[a](b:c${i}) `),
  "links by reference": (length) =>
    `${count((i) => `[a][${i}] `)(length / 2)}\n\n${count((i) => `[${i}]: b${i}.md\n`)(length / 2)}`,
  "definitions that nothing uses": count((i) => `[${i}]: b${i}.md\n\n`),
  "definitions of one name": repeat("[a]: https://a.example/\n\n"),
  "lines that look like definitions": count((i) => `[a${i}]: now\n\n`),
  "open brackets": repeat("["),
  "open pictures": repeat("!["),
  "open links": repeat("[a]("),
  "open links with titles": repeat('[a](b "'),
  "open links to addresses": repeat("[a](https://a.example "),
  "stars and underscores": repeat("*a _b "),
  "stars of one word": repeat("*a**b"),
  backticks: count((i) => `${"`".repeat((i % 300) + 1)}a`),
  "open tags": repeat("<b "),
  "open attributes": repeat('<x y="'),
  "open comments": repeat("<!-- "),
  ampersands: repeat("&a"),
  "open braces": repeat("{{"),
  "open attributes in braces": repeat("{#a "),
  "open wiki links": repeat("[[a"),
  "open shortcodes": repeat('[a b="c '),
  "marks of other dialects": repeat("==a ++b ||c ^d ~e $f= //g ''h %%i :j "),
  "lines of other dialects": repeat("#a\n: b\n• c\n|d\n::: e\n"),
  "conflict markers": repeat("<<<<<<< a\n"),
  "front matter that does not end": repeat("---\ntitle: a\n\n"),
  "quotes in quotes": repeat("> "),
  "quotes with a speaker": repeat("> a\n> — B\n\n"),
  "lists in lists": count((i) => `${"  ".repeat(i % 60)}- a\n`),
  "quotation marks": repeat("\"a 'b 5\" 6' "),
  "pieces of markup between quotation marks": repeat('****"'),
  addresses: repeat("https://a.example/b "),
  "addresses without spaces": repeat("http://a"),
  "one long address": (length) => `https://a.example/${"(.".repeat(length / 2)}`,
  "mail addresses": repeat("a@b.example "),
  "at signs": repeat("a@b."),
  "dots and dashes": repeat("a--b... "),
  "empty lines": repeat("\n"),
};

// The time of four times the input, at least in the best of some runs: other programs may take the processor too.
function growsEvenly(run: (length: number) => void, length: number): boolean {
  const enough = 40_000;
  return [1, 2, 3, 4, 5].some(() => {
    const fourTimes = measure(() => run(4 * length));
    if (fourTimes < enough) return true;
    const once = measure(() => run(length));
    const twice = measure(() => run(2 * length));
    // For n log n these are some 4.5 and 2.2; for the square 16 and 4.
    return fourTimes < 10 * once + enough && fourTimes < 3.5 * twice + enough;
  });
}

/** Processor time in microseconds. */
function measure(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

behaviour("the time for a text", (it) => {
  for (const [what, generate] of Object.entries(texts)) {
    it(`grows no faster than its length: ${what}`, () => {
      assert.ok(growsEvenly((length) => renderSample(generate(length)), 10_000));
    });
  }

  it("grows no faster than its length where it is a title, a caption or a correction", () => {
    for (const generate of Object.values(texts)) {
      assert.ok(growsEvenly((length) => describeMarkupInPlainText(generate(length)), 10_000));
      assert.ok(growsEvenly((length) => applySmartPunctuation(generate(length), "en"), 10_000));
    }
  });
});

behaviour("the time for settings", (it) => {
  const parse = (path: string, text: string) => {
    const source = { path, file: path, text, hash: "" };
    return parseSettings({ folder: "content", texts: [source], pictures: [], documents: [], unread: [] }).problems
      .length;
  };

  it("grows no faster than an address of the publisher", () => {
    const write = (dots: number) => `publisher: {name: A, email: "a@${".".repeat(dots)}@"}\n`;
    assert.ok(growsEvenly((length) => parse("site.yaml", write(length)), 10_000));
  });

  it("grows no faster than a list of tags, with a problem in each", () => {
    const write = (tags: number) => "- {slug: A, title: B}\n- c\n".repeat(tags);
    assert.ok(growsEvenly((length) => parse("tags.yaml", write(length)), 500));
  });
});

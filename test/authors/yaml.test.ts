import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { parseAnyYaml } from "../../src/parse/yaml/document.ts";
import { parseSimpleYaml } from "../../src/parse/yaml/fast.ts";
import { createCorpus, generateStories } from "../bench/corpus.ts";
import { createDateline } from "../bench/dateline-side.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { createTemporaryFolder, listFiles } from "../help/sites/folders.ts";

const demo = yamlIn("content");
const corpus = yamlOfCorpus();

// Each is what authors write, and what both readers are to make of it.
const plain: Readonly<Record<string, unknown>> = {
  "title: Envoys meet in Vienna": { title: "Envoys meet in Vienna" },
  "title:   spaces around   ": { title: "spaces around" },
  'a: "He said \\"no\\" – C:\\\\x"': { a: 'He said "no" – C:\\x' },
  "a: 'it''s'": { a: "it's" },
  'a: Kyiv\'s "no" (yet), 50% – https://x.example/a?b=c#d': {
    a: 'Kyiv\'s "no" (yet), 50% – https://x.example/a?b=c#d',
  },
  "a: true\nb: false\nc: no\nd: yes\ne: on": { a: true, b: false, c: "no", d: "yes", e: "on" },
  "date: 2024-07-11T18:30:00+03:00": { date: "2024-07-11T18:30:00+03:00" },
  "a: [x, Київ, \"a, b\", 'c']": { a: ["x", "Київ", "a, b", "c"] },
  "a: [ ]\nb: {}\nc: [[x], {y: z}]": { a: [], b: {}, c: [["x"], { y: "z" }] },
  'a: {src: m.png, "alt":"A map",credit: "B"}': { a: { src: "m.png", alt: "A map", credit: "B" } },
  "a:\n  - x\n  - y": { a: ["x", "y"] },
  "a:\n- x\n- y\nb: z": { a: ["x", "y"], b: "z" },
  "a:\n  - name: x\n    url: https://x.example/\n\n  - name: y\nb: z": {
    a: [{ name: "x", url: "https://x.example/" }, { name: "y" }],
    b: "z",
  },
  "a:\n  b: c\n  d:\n    e: f\ng: h": { a: { b: "c", d: { e: "f" } }, g: "h" },
  "- slug: x\n  title: {en: A, ru: Б}\n- slug: y\n  also: [z]": [
    { slug: "x", title: { en: "A", ru: "Б" } },
    { slug: "y", also: ["z"] },
  ],
};

const handedOn: readonly string[] = [
  "",
  "a:",
  "a: null",
  "a: ~",
  "a: True",
  "a: 7",
  "a: 0x1F",
  "a: 1e3",
  "a: .5",
  "a: -.inf",
  "a: b # c",
  "# c\na: b",
  "a: b: c",
  "a: b:",
  "a: &x b",
  "a: *x",
  "a: !x b",
  "a: >\n  b",
  "a: |\n  b",
  "a: b\n  c",
  'a: "b\n  c"',
  'a: "\\n"',
  'a: "b" c',
  "a: @b",
  "a: - b",
  "a: ? b",
  "a: [b, c",
  "a: [b,, c]",
  "a: [b: c]",
  "a: [b\n  , c]",
  "a: {b}",
  "a: {b: 1}",
  "a: b\na: c",
  "a: {b: c, b: d}",
  "a: b\n c: d",
  "a:\n  - b\n - c",
  "a:\n  b: c\n d: e",
  "a:\n\t- b",
  "a: b\r\nc: d",
  "\ufeffa: b",
  "--- a",
  "a: b\n...\nc: d",
  "a: b\n---\nc: d",
  "? a\n: b",
  "1: a",
  "__proto__: a",
  '"a": b',
  "- - a",
];

behaviour("an article's front matter", (it) => {
  it("is read without the whole of YAML where it is plain", () => {
    for (const [text, value] of Object.entries(plain)) assert.equal(parseSimpleYaml(text), value, text);
  });

  it("is read the same by the whole of YAML", () => {
    for (const [text, value] of Object.entries(plain)) assert.equal(parseAnyYaml(text, "", 1).value, value, text);
  });

  it("is left to the whole of YAML where anything is unusual or wrong", () => {
    for (const text of handedOn) assert.is(parseSimpleYaml(text), undefined, text);
  });

  it("is plain nearly always: in the demo, and in a thousand made-up articles", () => {
    for (const texts of [demo, corpus]) {
      const read = texts.filter((text) => parseSimpleYaml(text) !== undefined);
      assert.ok(texts.length > 40);
      assert.ok(read.length > 0.9 * texts.length, `${read.length} of ${texts.length}`);
      for (const text of read) assert.equal(parseSimpleYaml(text), parseAnyYaml(text, "", 1).value, text);
    }
  });

  it("is never read otherwise than by the whole of YAML, whatever is typed into it", () => {
    const texts = [...demo, ...corpus.slice(0, 50), ...Object.keys(plain), ...handedOn];
    let read = 0;
    for (let seed = 0; seed < 8000; seed++) {
      const text = mistyped(texts, seed);
      const value = parseSimpleYaml(text);
      if (value === undefined) continue;
      read += 1;
      const { value: expected, problems } = parseAnyYaml(text, "", 1);
      assert.equal([value, problems], [expected, []], text);
    }
    assert.ok(read > 1000, `only ${read} of 8000 were plain`);
  });
});

function yamlIn(folder: string): readonly string[] {
  return listFiles(folder).flatMap((file) => {
    if (!/\.(md|yaml)$/.test(file)) return [];
    const text = readFileSync(join(folder, file), "utf8");
    return file.endsWith(".yaml") ? [text] : (text.split(/^---\n/m)[1] ?? []);
  });
}

function yamlOfCorpus(): readonly string[] {
  const folder = createTemporaryFolder();
  const side = createDateline(".", "");
  for (const story of generateStories(createCorpus(1000))) side.writeStory(folder, story);
  return yamlIn(join(folder, "content"));
}

/** One of the texts with one to three slips in it, always the same for a seed. */
function mistyped(texts: readonly string[], seed: number): string {
  let state = seed + 1;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  for (let warm = 0; warm < 5; warm++) below(2);
  let text = texts[below(texts.length)] ?? "";
  for (let slips = 1 + below(3); slips > 0; slips--) text = withSlip(text, below);
  return text;
}

function withSlip(text: string, below: (n: number) => number): string {
  const at = below(text.length + 1);
  const lines = text.split("\n");
  const line = below(lines.length);
  const piece = pieces[below(pieces.length)] ?? "";
  switch (below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + below(3));
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + piece + text.slice(at + 1);
    case 3:
      return lines.toSpliced(line, 1).join("\n");
    case 4:
      return lines.toSpliced(line, 0, lines[below(lines.length)] ?? "").join("\n");
    case 5:
      return lines.with(line, `${lines[line]?.replace(/: .*/, ": ")}${piece}`).join("\n");
    default:
      return lines.with(line, " ".repeat(below(4)) + (lines[line]?.trimStart() ?? "")).join("\n");
  }
}

const pieces = [
  ..." \t\n:-?,[]{}#&*!|>'\"%@`~\\/.=<+_eEx07",
  ...[
    ": ",
    " #",
    "- ",
    ", ",
    "''",
    '\\"',
    "\\\\",
    "  ",
    "\n\n",
    "---\n",
    "...\n",
    "\ufeff",
    "\u00a0",
    "\u2028",
    "\u0085",
  ],
  ...[
    "true",
    "false",
    "null",
    "~",
    "no",
    "1",
    "0o7",
    "0x1",
    "1.5",
    "-1",
    ".inf",
    ".nan",
    "1e5",
    "2024-07-11",
    "é",
    "🕊",
  ],
  ...[
    "[a, b]",
    "{a: b}",
    '{"a":b}',
    '"a"',
    "'a'",
    "a:b",
    "a: b",
    "[a]: b",
    "<<",
    "!!str",
    "&a",
    "*a",
    "|",
    ">",
    "key: value",
  ],
];

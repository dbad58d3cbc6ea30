import * as assert from "uvu/assert";
import { findMarkdownProblems, renderMarkdownPage } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

const file = "content/2024/07/11/summit.md";

behaviour("an author who does not close a block of code", (it) => {
  it("reads it at its first line, whatever the fence, and wherever it stands", () => {
    for (const [text, line] of [
      ["Words.\n\n```\nships\n\nThe **rest**.", 12],
      ["~~~\nships", 10],
      ["```", 10],
      ["> ```\n> ships\n\nWords.", 10],
      ["- ```\n  ships\n\nWords.", 10],
    ] as const) {
      const fence = text.includes("~~~") ? "~~~" : "```";
      const column = text.startsWith(fence) || text.startsWith("W") ? 1 : 3;
      assert.equal(findMarkdownProblems(text), [
        `${file}:${line}:${column}  text: the block of code that begins with ${fence} is not closed. Write a line ${fence} below its last line.`,
      ]);
    }
  });

  it("reads it where it closes the block with too few marks, or opens another inside", () => {
    assert.equal(findMarkdownProblems("````\na\n```"), [
      `${file}:10:1  text: the block of code that begins with \`\`\`\` is not closed. Write a line \`\`\`\` below its last line.`,
    ]);
    assert.equal(findMarkdownProblems("```\na\n\nwords\n\n```js\nb\n```"), [
      `${file}:10:1  text: another block of code begins inside the one that begins with \`\`\`. Write a line \`\`\` below the last line of the first; to show one inside the other, begin and end the outer one with \`\`\`\``,
    ]);
  });
});

behaviour("an author who leaves in a text what a merge or another site put there", (it) => {
  const conflict = "is a marker of a merge conflict that is not resolved.";
  const keep = "Keep one side, and delete the lines that begin with <<<<<<<, =======, >>>>>>> and |||||||.";

  it("reads each conflict at its line, and each marker that is left of one", () => {
    assert.equal(findMarkdownProblems("a\n\n<<<<<<< HEAD\nTwo.\n||||||| base\nOne.\n=======\nThree.\n>>>>>>> b\n\nc"), [
      `${file}:12:1  text: "<<<<<<< HEAD" ${conflict} ${keep}`,
    ]);
    assert.equal(findMarkdownProblems("a\n>>>>>>> origin/main\n\n=======\n\nb"), [
      `${file}:11:1  text: ">>>>>>> origin/main" ${conflict} ${keep}`,
      `${file}:13:1  text: "=======" ${conflict} ${keep}`,
    ]);
  });

  it("reads front matter inside the text, of either kind", () => {
    for (const text of [
      "a\n\n---\ntitle: A\nlayout: post\n---\n\nb",
      'a\n\n+++\ntitle = "A"\ntags = ["b"]\n+++\n\nb',
    ]) {
      assert.equal(findMarkdownProblems(text), [
        `${file}:12:1  text: there is front matter inside the text. Move its keys to the "---" at the start of the file, or delete it.`,
      ]);
    }
  });
});

behaviour("an author whose line looks like the address of a link", (it) => {
  it("finds it in the text where it is words: alone, in a list, in a quote, and twice", () => {
    const found = renderMarkdownPage(
      "[Update]: Postponed.\n\n- [Київ]: тихо\n- b\n\n> [Note]: 18:30\n\n[Update]: *Again*",
    );

    assert.equal(found.texts("p"), ["[Update]: Postponed.", "[Note]: 18:30", "[Update]: Again"]);
    assert.equal(found.texts("li"), ["[Київ]: тихо", "b"]);
    assert.equal(findMarkdownProblems("[Update]: Postponed.\n\n> [Note]: 18:30"), []);
  });

  const show = "to show it as text, begin it with \\[";
  const lost: readonly (readonly [string, string])[] = [
    [
      "a\n\n[1]: https://a.example/",
      `12:1  text: nothing uses the link definition "[1]:", so no reader would see it. Write [words][1] where it belongs, or delete the line; ${show}`,
    ],
    [
      "- a\n- [1]: b.md",
      `11:3  text: nothing uses the link definition "[1]:", so no reader would see it. Write [words][1] where it belongs, or delete the line; ${show}`,
    ],
    [
      "[a][1]\n\n[1]: b.md\n\n[1]: c.md",
      `14:1  text: there are two link definitions "[1]:", and the second would be lost. Delete it, or give it another name; ${show}`,
    ],
    [
      "[//]: # (Ask the lawyer.)",
      '10:1  text: "[//]:" is a comment of another dialect, and no reader would see it. Delete it: notes to editors do not belong in what is published.',
    ],
    [
      "[^a b]: note",
      '10:1  text: "[^a b]:" is not a footnote: its name has a space. Write [^a-b] here, and where it belongs.',
    ],
  ];
  for (const [text, line] of lost)
    it(`reads that a line would be lost: ${JSON.stringify(text)}`, () =>
      assert.equal(findMarkdownProblems(text), [`${file}:${line}`]));

  it("may define links before or after their use, in any block", () => {
    assert.equal(
      findMarkdownProblems("[a][1] [2] ![map][3]\n\n> [1]: b.md\n\n- [2]: https://a.example/\n\n[3]: map.png"),
      [],
    );
    assert.is(renderMarkdownPage("[a][1]\n\n[1]: b.md").count("p"), 1);
  });
});

import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const a = "2024/07/11/a.md";
const note = "2024/07/11/index.md";
const about = "pages/about.md";
const page = "---\ntitle: About\nsummary: Who we are.\n---\n\n";

/** A story with headings, a footnote, a correction and a retraction; what links to it or from it is added. */
const files: FileContents = {
  "2024/07/10/b.md": formatArticle(
    {
      corrections: [{ date: "2024-07-12T12:00:00+03:00", text: "It was Bern." }],
      retracted: { date: "2024-07-13T12:00:00+03:00", reason: "Forged." },
      aliases: ["/old/b/", "/old/b.html"],
    },
    "## What comes next\n\nWords.[^1]\n\n## What comes next\n\n[^1]: A note.\n",
  ),
  [a]: formatArticle(),
  [note]: "## Today\n\nWords.\n",
  [about]: `${page}## Contact\n`,
};
const idsOfB =
  "#what-comes-next, #what-comes-next-2, #retraction, #correction-1, #sources, #text, #fnref:2024-07-10-b:1, #fn:2024-07-10-b:1.";

/** The problems of the text of a story that begins on line 8. */
async function findProblems(text: string): Promise<readonly string[]> {
  return (await buildSmallSite({ ...files, [a]: formatArticle({}, text) })).problems;
}

const lacks = (address: string, id: string) => `the page ${address} does not have the id "#${id}".`;
const [inA, inB] = ["/2024/07/11/a/", "/2024/07/10/b/"];
const otherIdsOfB = (id: string) => idsOfB.replace(`#${id}, `, "");

behaviour("an author whose link leads to no place in a page", (it) => {
  const dead: readonly (readonly [string, string])[] = [
    ["[x](#no-such)", `${lacks(inA, "no-such")} Write one of its ids: #sources, #text.`],
    ["[x](<#no such>)", `${lacks(inA, "no such")} Write one of its ids: #sources, #text.`],
    ["[x](a.md#no-such)", `${lacks(inA, "no-such")} Write one of its ids: #sources, #text.`],
    ["[x](#%)", `${lacks(inA, "%")} Write one of its ids: #sources, #text.`],
    ["[x](#no-such:~:text=words)", `${lacks(inA, "no-such")} Write one of its ids: #sources, #text.`],
    ...["підсумки", "%D0%BF%D1%96%D0%B4%D1%81%D1%83%D0%BC%D0%BA%D0%B8", "Підсумки"].map(
      (id) =>
        [
          `## Підсумки\n\n[x](#${id})`,
          `${lacks(inA, decodeURIComponent(id))} Did you mean "#pidsumki"? Its other ids: #sources, #text.`,
        ] as const,
    ),
    [
      "## Results\n\n[x](#Results)",
      `${lacks(inA, "Results")} Did you mean "#results"? Its other ids: #sources, #text.`,
    ],
    ["[x](#Sources)", `${lacks(inA, "Sources")} Did you mean "#sources"? Its other ids: #text.`],
    ["[x](#retraction)", `${lacks(inA, "retraction")} Write one of its ids: #sources, #text.`],
    ["[x](../10/b.md#no-such)", `${lacks(inB, "no-such")} Write one of its ids: ${idsOfB}`],
    ["[x](/2024/07/10/b/index.html#no-such)", `${lacks(inB, "no-such")} Write one of its ids: ${idsOfB}`],
    [
      "[x](/2024/07/10/b/#what-come-next)",
      `${lacks(inB, "what-come-next")} Did you mean "#what-comes-next"? Its other ids: ${otherIdsOfB("what-comes-next")}`,
    ],
    [
      "[x](/2024/07/10/b/#correction-2)",
      `${lacks(inB, "correction-2")} Did you mean "#correction-1"? Its other ids: ${otherIdsOfB("correction-1")}`,
    ],
    ["[x](../../../pages/about.md#me)", `${lacks("/about/", "me")} Write one of its ids: #contact, #text.`],
    ["[x](index.md#nowhere)", `${lacks("/2024/07/11/", "nowhere")} Write one of its ids: #today, #text.`],
    ["[x](/tags/russia/#sources)", `${lacks("/tags/russia/", "sources")} Write one of its ids: #text.`],
    ["[x](/tags/russia/#test)", `${lacks("/tags/russia/", "test")} Did you mean "#text"?`],
    ["[x](/2024/07/#today)", `${lacks("/2024/07/", "today")} Write one of its ids: #text.`],
    [
      "[x](/#today)",
      `${lacks("/", "today")} Link to the page of the edition: the home page shows another edition every day.`,
    ],
    ["[x](/old/b/#text)", `${lacks("/old/b/", "text")} Link to the page that this old address leads to.`],
    ["[x](/old/b.html#text)", `${lacks("/old/b.html", "text")} Link to the page that this old address leads to.`],
    ["[x][r]\n\n[r]: #no-such", `${lacks(inA, "no-such")} Write one of its ids: #sources, #text.`],
    [
      `${Array.from({ length: 30 }, (_, i) => `## Part ${i}\n\n`).join("")}[x](#nowhere)`,
      `${lacks(inA, "nowhere")} Write one of its ids: ${Array.from({ length: 20 }, (_, i) => `#part-${i}`).join(", ")}, …`,
    ],
  ];
  for (const [text, line] of dead)
    it(`is told so, with those that there are: ${text.replaceAll("\n", "⏎")}`, async () => {
      const problems = await buildSmallSite({
        ...files,
        "2024/07/09/r.md": formatArticle({ tags: ["russia"] }),
        [a]: formatArticle({}, text),
      });

      assert.equal(
        problems.problems.map((problem) => problem.replace(/^\S+ +text: /, "")),
        [line],
      );
    });

  it("is told so in a footnote, a note and a page, at the line", async () => {
    const { problems } = await buildSmallSite({
      ...files,
      [a]: formatArticle({}, "Words.[^1]\n\n[^1]: [x](#no-such-either)\n"),
      [note]: "[x](#nowhere)\n",
      [about]: `${page}[x](#nowhere)\n`,
    });

    assert.equal(
      problems.map((problem) => problem.replace(/ (Write|Did) .*/, "")),
      [
        'content/2024/07/11/a.md:10:11  text: the page /2024/07/11/a/ does not have the id "#no-such-either".',
        'content/2024/07/11/index.md:1:5  text: the page /2024/07/11/ does not have the id "#nowhere".',
        'content/pages/about.md:6:5  text: the page /about/ does not have the id "#nowhere".',
      ],
    );
  });

  it("is told so when another text loses the place, also by a cached build, until it is there again", async () => {
    const site = await buildSmallSite({
      ...files,
      "2024/06/01/c.md": formatArticle({}, "[x](/2024/07/10/b/#what-comes-next)"),
    });
    assert.equal(site.problems, []);
    const renamed = await site.change({ "2024/07/10/b.md": formatArticle({}, "## What came\n") });
    assert.equal(
      renamed.problems.map((problem) => problem.replace(/ (Write|Did) .*/, "")),
      ['content/2024/06/01/c.md:8:5  text: the page /2024/07/10/b/ does not have the id "#what-comes-next".'],
    );
    const again = await renamed.change({ "2024/07/10/b.md": formatArticle({}, "## What comes next\n") });
    assert.equal(again.problems, []);
  });
});

behaviour("an author who takes away what a text of another month links to", (it) => {
  const line = (target: string) => `content/2024/06/01/c.md:8:5  text: the page ${target}`;
  const b = "2024/07/10/b.md";
  const cases: Readonly<Record<string, readonly [link: string, change: FileContents]>> = {
    "a heading of a story": ["/2024/07/10/b/#what-comes-next-2", { [b]: formatArticle({}, "## What comes next\n") }],
    "a heading of a page": ["/about/#contact", { [about]: `${page}Words.\n` }],
    "a heading of a note": ["/2024/07/11/#today", { [note]: "Words.\n" }],
    "a note": ["/2024/07/11/#today", { [note]: undefined }],
    "a correction": ["/2024/07/10/b/#correction-1", { [b]: formatArticle() }],
    "a retraction": ["/2024/07/10/b/#retraction", { [b]: formatArticle() }],
    "a footnote": ["/2024/07/10/b/#fn:2024-07-10-b:1", { [b]: formatArticle() }],
    "the place of a story": [
      "/2024/07/10/b/#sources",
      { [b]: undefined, "2024/07/09/b.md": formatArticle({ aliases: ["/2024/07/10/b/"] }) },
    ],
  };
  for (const [what, [link, change]] of Object.entries(cases))
    it(`reads the same line from a cached build and from a first one: ${what}`, async () => {
      const linked = { ...files, "2024/06/01/c.md": formatArticle({}, `[x](${link})`) };
      const site = await buildSmallSite(linked);
      const changed = await site.change(change);
      const first = await buildSmallSite(
        Object.fromEntries(Object.entries({ ...linked, ...change }).filter(([, text]) => text !== undefined)),
      );

      assert.equal(site.problems, []);
      assert.is(first.problems.length, 1);
      assert.match(first.problems[0] ?? "", line(link.replace(/#.*/, "")));
      assert.equal(changed.problems, first.problems);
      assert.equal((await changed.change({ "2024/06/01/c.md": formatArticle() })).problems, []);
    });

  it("reads nothing where no text links to it", async () => {
    const site = await buildSmallSite(files);

    assert.equal((await site.change({ [b]: formatArticle(), [about]: `${page}Words.\n` })).problems, []);
  });

  it("reads nothing of a text with a slip, which may lack headings, and all else in the same run", async () => {
    const { problems } = await buildSmallSite({
      ...files,
      [b]: formatArticle({ tags: ["rusia"] }, "## What comes next\n"),
      [a]: formatArticle({}, "[x](../10/b.md#no-such) [y](/about/#no-such)"),
    });

    assert.equal(
      problems.map((problem) => problem.replace(/ (Write|Did) .*/, "")),
      [
        'content/2024/07/10/b.md:5:8  tags: "rusia" is not a known tag.',
        'content/2024/07/11/a.md:8:29  text: the page /about/ does not have the id "#no-such".',
      ],
    );
  });
});

behaviour("an author whose link leads to a place in a page", (it) => {
  it("reads nothing of it", async () => {
    const text = [
      "## Підсумки",
      "[a](#pidsumki) [b](#sources) [c](#text) [d](#fn:2024-07-11-a:1) [e](#TOP) [f](a.md#)",
      "[g](../10/b.md#what-comes-next-2) [h](/2024/07/10/b/#correction-1) [i](../10/b.md#%72etraction)",
      "[j](/about/#contact) [k](/#text) [l](/2024/07/11/#today) [m](#:~:text=words) [n](#pidsumki:~:text=words)",
      "[o](/rss.xml#anything) [p](https://example.org/#no-such)[^1]",
      "[^1]: A note.",
    ].join("\n\n");

    assert.equal(await findProblems(text), []);
  });
});

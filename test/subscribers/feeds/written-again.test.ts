import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { readFileStamps } from "../../help/sites/builds.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const envoys = { title: "Envoys", tags: ["russia"] };
const grain = { title: "Grain", tags: ["ukraine"], storyline: "second-summit" };
const published: FileContents = {
  "2024/07/10/envoys.md": formatArticle(envoys),
  "2024/07/11/grain.md": formatArticle(grain),
  "2024/07/11/index.md": "Good morning.\n",
  "2024/07/12/law.md": formatArticle({ title: "A law", tags: ["diplomacy"] }),
};

const ofTheSite = formatsIn("");
const ofRussia = formatsIn("tags/russia/");
const daily = formatsIn("daily/");
const lite = ["lite/rss.xml"];

// The full text is in the feeds of the site, of tags and of storylines; title and summary are in all feeds.
const changes: readonly [what: string, files: FileContents, written: readonly string[]][] = [
  ["nothing", {}, []],
  [
    "the text of a story",
    { "2024/07/10/envoys.md": formatArticle(envoys, "The talks are over.") },
    [...ofTheSite, ...ofRussia],
  ],
  [
    "the summary of a story",
    { "2024/07/10/envoys.md": formatArticle({ ...envoys, summary: "Neither side agrees." }) },
    [...daily, ...ofTheSite, ...lite, ...ofRussia],
  ],
  [
    "a story that is corrected",
    {
      "2024/07/10/envoys.md": formatArticle({
        ...envoys,
        corrections: [{ date: "2024-07-13T09:00:00+03:00", text: "It was Geneva." }],
      }),
    },
    [...daily, ...ofTheSite, ...lite, ...ofRussia],
  ],
  [
    "a story of a storyline",
    { "2024/07/11/grain.md": formatArticle(grain, "No grain.") },
    [...ofTheSite, ...formatsIn("storylines/second-summit/"), ...formatsIn("tags/ukraine/")],
  ],
  ["the editor's note of a day", { "2024/07/11/index.md": "Good evening.\n" }, daily],
  ["a page about the paper", { "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWe write.\n" }, []],
  [
    "who is named in a story",
    { "2024/07/10/envoys.md": formatArticle({ ...envoys, people: ["Ann Example"], places: ["Riga"] }) },
    [],
  ],
  ["a draft", { "2024/07/12/secret.md": formatArticle({ title: "Not yet", tags: ["russia"], draft: true }) }, []],
];

behaviour("a subscriber whose reader asks for feeds that changed", (it) => {
  for (const [what, files, written] of changes) {
    it(`is sent exactly those that have a changed item, where the change is ${what}`, async () => {
      assert.equal(await feedsWrittenFor(published, files), [...written].sort());
    });
  }

  it("is sent no feed but the archive of a story that has left every other", async () => {
    const newer = Array.from({ length: 50 }, (_, i) => [`2024/07/12/law-${i}.md`, formatArticle({ tags: ["russia"] })]);
    const files = { ...published, ...Object.fromEntries(newer) };

    const changed = { "2024/07/10/envoys.md": formatArticle(envoys, "The talks are over.") };
    assert.equal(await feedsWrittenFor(files, changed), formatsIn("archive/2024-07/"));
  });

  it("is sent of an archive the one document in which a story changes, and none where a later month goes on", async () => {
    const files = {
      "2024/05/10/talks.md": formatArticle(envoys),
      "2024/06/10/envoys.md": formatArticle({ ...envoys, tags: ["ukraine"] }),
      ...published,
    };
    const june = formatsIn("archive/2024-06/");

    const changed = { "2024/06/10/envoys.md": formatArticle({ ...envoys, tags: ["ukraine"] }, "The talks are over.") };
    assert.equal(await feedsWrittenFor(files, changed), [...june, ...ofTheSite, ...formatsIn("tags/ukraine/")].sort());
    const next = { "2024/07/13/grain.md": formatArticle({ title: "More grain", tags: ["diplomacy"] }) };
    assert.equal(
      await feedsWrittenFor(files, next),
      [...daily, ...ofTheSite, ...lite, ...formatsIn("tags/diplomacy/")].sort(),
    );
  });

  it("is sent none where only time has passed", async () => {
    assert.equal(await feedsWrittenFor(published, {}, "2025-01-31T12:00:00Z"), []);
  });
});

/** The feeds that a second build wrote, sorted. */
async function feedsWrittenFor(
  first: FileContents,
  then: FileContents,
  now = "2024-12-31T12:00:00Z",
): Promise<readonly string[]> {
  const before = await buildSmallSite(first);
  const stamps = readFileStamps(before.output);
  const after = await before.change(then, { now });
  assert.equal([...before.problems, ...after.problems], []);
  const stampsNow = readFileStamps(after.output);
  return after.files.filter((file) => isFeed(file) && stampsNow[file] !== stamps[file]);
}

function isFeed(file: string): boolean {
  return /(^|\/)(rss\.xml|atom\.xml|feed\.json)$/.test(file);
}

function formatsIn(folder: string): readonly string[] {
  return ["atom.xml", "feed.json", "rss.xml"].map((file) => folder + file);
}

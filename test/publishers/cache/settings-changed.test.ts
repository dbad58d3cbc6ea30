import { setTimeout } from "node:timers/promises";
import * as assert from "uvu/assert";
import { buildSite, type Progress } from "../../../src/site/site.ts";
import { parseInstant } from "../../../src/values/instant.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, type SitePaths } from "../../help/sites/builds.ts";
import { createTemporaryFolder, type FileContents, writeFiles } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const talks = "2024/07/11/talks.md";
const summit = "2024/06/16/summit.md";
const stories: FileContents = {
  ...makeSettingsFiles(),
  [talks]: formatArticle({ title: "Talks", tags: ["Украина", "Diplomacy"], storyline: "A second summit" }),
  [summit]: formatArticle({ title: "Summit", tags: ["russia"] }),
  "2024/06/16/draft.md": formatArticle({ title: "A draft", tags: ["diplomacy"], draft: true }),
};

const tags = (change: (text: string) => string): FileContents => ({
  "tags.yaml": change(stories["tags.yaml"] as string),
});

behaviour("a publisher who changes settings, and no text", (it) => {
  const harmless: Readonly<Record<string, FileContents>> = {
    "another title of a tag that nobody calls by it": tags((text) => text.replace("title: Russia", "title: Moscow")),
    "a further tag": tags((text) => `${text}- {slug: nato, title: NATO}\n`),
    "another title of the site": {
      "site.yaml": `${stories["site.yaml"]}`.replace("title: The Dispatch", "title: News"),
    },
    "another host": { "site.yaml": `${stories["site.yaml"]}`.replace("dispatch.example/", "elsewhere.example/") },
  };
  for (const [change, files] of Object.entries(harmless)) {
    it(`has no text read again for ${change}`, async () => {
      const [read, isRight] = await textsRead(files);

      assert.equal(read, 0);
      assert.ok(isRight);
    });
  }

  const telling: Readonly<Record<string, FileContents>> = {
    "a synonym that another tag has now": tags((text) =>
      text.replace(", Украина]", "]").replace("[Россия]", "[Россия, Украина]"),
    ),
    "another hour of publication": { "site.yaml": `${stories["site.yaml"]}`.replace("06:00", "07:30") },
    "other sections": { "site.yaml": `${stories["site.yaml"]}`.replace("[ukraine, russia]", "[diplomacy]") },
  };
  for (const [change, files] of Object.entries(telling)) {
    it(`has texts read again for ${change}`, async () => {
      const [read, isRight] = await textsRead(files);

      assert.ok(read > 0);
      assert.ok(isRight);
    });
  }
});

behaviour("a publisher who takes a name away by which articles call a tag", (it) => {
  it("reads which of them do, though none of them changed", async () => {
    const built = await buildSmallSite(stories);
    const renamed = await built.change(tags((text) => text.replace(", Украина]", "]")));

    assert.equal(renamed.problems, [
      'content/2024/07/11/talks.md:5:8  tags: "Украина" is not a known tag. Did you mean "Україна"?',
    ]);
  });

  it("reads of drafts too, where the tag itself is gone", async () => {
    const built = await buildSmallSite(stories);
    const without = await built.change(tags((text) => text.replace("- {slug: diplomacy, title: Diplomacy}\n", "")));

    assert.is(without.problems.length, 2);
    assert.match(without.problems.join("\n"), "content/2024/06/16/draft.md:5:8");
  });
});

/** How many texts a build reads again after a change, and whether it gives what one from nothing gives. */
async function textsRead(change: FileContents): Promise<readonly [read: number, isRight: boolean]> {
  const places = await desk();
  writeFiles(places.content, makeSettingsFiles());
  await built(places);
  writeFiles(places.content, change);
  const read = await built(places);
  const anew = { ...getSitePaths(createTemporaryFolder()), content: places.content };
  await built(anew);
  return [read, findDifferentFiles(readAllBytes(places.output), readAllBytes(anew.output)).length === 0];
}

// A file that was written in the last two seconds is always looked at again.
const racyMilliseconds = 2100;

let prepared: Promise<SitePaths> | undefined;

/** A newsroom whose texts were written a while ago. */
function desk(): Promise<SitePaths> {
  prepared ??= setTimeout(racyMilliseconds, written(getSitePaths(createTemporaryFolder())));
  return prepared;
}

function written(places: SitePaths): SitePaths {
  writeFiles(places.content, stories);
  return places;
}

async function built(places: SitePaths): Promise<number> {
  const now = parseInstant("2024-07-20T12:00:00Z");
  if (now === undefined) throw new Error("Expected an instant.");
  let texts = 0;
  const progress = ({ what, done }: Progress) => {
    if (what === "texts") texts = done;
  };
  const usual = { links: undefined, shows: "published", jobs: 1, shard: undefined, onNotice: () => undefined } as const;
  await buildSite({ ...places, ...usual, now, onProgress: progress });
  return texts;
}

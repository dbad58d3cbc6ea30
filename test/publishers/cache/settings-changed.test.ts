import { setTimeout } from "node:timers/promises";
import * as assert from "uvu/assert";
import { build, type Progress } from "../../../src/site/site.ts";
import { instantFrom } from "../../../src/values/instant.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { bytesIn, different, type Places, placesIn } from "../../help/sites/builds.ts";
import { type Files, temporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { article, settings, site } from "../../help/sites/site.ts";

const talks = "2024/07/11/talks.md";
const summit = "2024/06/16/summit.md";
const stories: Files = {
  ...settings(),
  [talks]: article({ title: "Talks", tags: ["Украина", "Diplomacy"], storyline: "A second summit" }),
  [summit]: article({ title: "Summit", tags: ["russia"] }),
  "2024/06/16/draft.md": article({ title: "A draft", tags: ["diplomacy"], draft: true }),
};

const tags = (change: (text: string) => string): Files => ({ "tags.yaml": change(stories["tags.yaml"] as string) });

behaviour("a publisher who changes settings, and no text", (it) => {
  const harmless: Readonly<Record<string, Files>> = {
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

  const telling: Readonly<Record<string, Files>> = {
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
    const built = await site(stories);
    const renamed = await built.change(tags((text) => text.replace(", Украина]", "]")));

    assert.equal(renamed.problems, [
      'content/2024/07/11/talks.md:5:8  tags: "Украина" is not a known tag. Did you mean "Україна"?',
    ]);
  });

  it("reads of drafts too, where the tag itself is gone", async () => {
    const built = await site(stories);
    const without = await built.change(tags((text) => text.replace("- {slug: diplomacy, title: Diplomacy}\n", "")));

    assert.is(without.problems.length, 2);
    assert.match(without.problems.join("\n"), "content/2024/06/16/draft.md:5:8");
  });
});

/** How many texts a build reads again after a change, and whether it gives what one from nothing gives. */
async function textsRead(change: Files): Promise<readonly [read: number, isRight: boolean]> {
  const places = await desk();
  writeFiles(places.content, settings());
  await built(places);
  writeFiles(places.content, change);
  const read = await built(places);
  const anew = { ...placesIn(temporaryFolder()), content: places.content };
  await built(anew);
  return [read, different(bytesIn(places.output), bytesIn(anew.output)).length === 0];
}

// A file that was written in the last two seconds is always looked at again.
const racyMilliseconds = 2100;

let prepared: Promise<Places> | undefined;

/** A newsroom whose texts were written a while ago. */
function desk(): Promise<Places> {
  prepared ??= setTimeout(racyMilliseconds, written(placesIn(temporaryFolder())));
  return prepared;
}

function written(places: Places): Places {
  writeFiles(places.content, stories);
  return places;
}

async function built(places: Places): Promise<number> {
  const now = instantFrom("2024-07-20T12:00:00Z");
  if (now === undefined) throw new Error("Expected an instant.");
  let texts = 0;
  const progress = ({ what, done }: Progress) => {
    if (what === "texts") texts = done;
  };
  const usual = { links: undefined, shows: "published", jobs: 1, shard: undefined, notice: () => undefined } as const;
  await build({ ...places, ...usual, now, progress });
  return texts;
}

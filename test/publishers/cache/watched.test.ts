import * as assert from "uvu/assert";
import { formatProgress } from "../../../src/commands/progress.ts";
import { buildSite, type Progress } from "../../../src/site/site.ts";
import { parseInstant } from "../../../src/values/instant.ts";
import { createNewsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { removeProblems } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import { getSitePaths, readAllBytes } from "../../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";

behaviour("a publisher who watches a build on a terminal", (it) => {
  const lines = [
    { what: "texts", done: 1200, total: 50_000, after: 3000, says: "1200 of 50000 texts" },
    { what: "pages", done: 0, total: 56_000, after: 2000, says: "0 of 56000 pages" },
    { what: "pages", done: 3400, total: 56_000, after: 900, says: "3400 of 56000 pages" },
    { what: "pages", done: 14_000, total: 56_000, after: 4000, says: "14000 of 56000 pages, about 12 s left" },
    { what: "pages", done: 55_999, total: 56_000, after: 16_000, says: "55999 of 56000 pages, about 1 s left" },
    { what: "pages", done: 1000, total: 56_000, after: 10_000, says: "1000 of 56000 pages, about 9 min left" },
    { what: "pages", done: 56_000, total: 56_000, after: 16_000, says: "56000 of 56000 pages" },
  ] as const;
  for (const { after, says, ...progress } of lines) {
    it(`reads after ${after} ms: ${says}`, () => {
      assert.is(formatProgress(progress, after), says);
    });
  }

  it("is told of all texts and then of all pages of a site or a part, never fewer than before", async () => {
    for (const shard of [undefined, { index: 2, total: 2 }]) {
      const { told, pages } = await watched(shard);
      const [ofTexts, ofPages] = [of("texts", told), of("pages", told)];

      assert.equal(told, [...ofTexts, ...ofPages]);
      assert.equal(ofTexts.at(-1), { what: "texts", done: texts, total: texts });
      assert.equal(ofPages[0]?.done, 0);
      assert.equal(ofPages.at(-1), { what: "pages", done: pages, total: pages });
      assert.ok(ofPages.length > 2, "also while they are made");
      for (const some of [ofTexts, ofPages]) {
        assert.ok(some.every(({ done }, i) => done >= (some[i - 1]?.done ?? 0)));
      }
    }
  });
});

const stories = 220;
// Beside the stories: three of them in Russian, an editor's note, and a page about us.
const texts = stories + 5;

async function watched(shard: { readonly index: number; readonly total: number } | undefined) {
  const places = getSitePaths(createTemporaryFolder());
  writeFiles(places.content, renderContentFiles(removeProblems(await createNewsroom(createRandom(3), stories))));
  const told: Progress[] = [];
  const now = parseInstant("2024-07-20T12:00:00Z");
  if (now === undefined) throw new Error("Expected an instant.");
  const progress = (each: Progress) => told.push(each);
  const rest = { links: undefined, shows: "published", jobs: 1, onNotice: () => undefined } as const;
  const built = await buildSite({ ...places, ...rest, now, shard, onProgress: progress });
  assert.ok(readAllBytes(places.output).size > 0);
  return { told, pages: built.pages };
}

function of(what: Progress["what"], told: readonly Progress[]): readonly Progress[] {
  return told.filter((each) => each.what === what);
}

import * as assert from "uvu/assert";
import type { FeedId } from "../../src/parse/article.ts";
import { createLedger, findBrokenPromises } from "../../src/publish/publish.ts";
import { toPageAddress } from "../../src/values/address.ts";
import { makeArticle, sampleSite } from "../help/newsroom/manuscripts.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { getSitePaths, runBuild } from "../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

behaviour("the time for a check against an earlier commit", (it) => {
  it("grows no faster than the number of addresses and ids that are lost", () => {
    const create = (authority: string, count: number) => {
      const articles = Array.from({ length: count }, (_, i) => ({
        ...makeArticle(`talks-${i}`, { title: `Talks ${i}` }),
        address: toPageAddress(authority, String(i)),
        id: `tag:${authority},2024:${i}` as FeedId,
      }));
      return createLedger({
        pages: articles.map(({ address }) => ({ layout: "robots", address, shows: { sitemap: "" } })),
        articles,
        pictures: [],
        files: [],
        siteSettings: { site: sampleSite, tags: [], storylines: [], authors: [], pages: [] },
      });
    };
    const measure = (count: number) => {
      const [previousLedger, currentLedger] = [create("old", count), create("new", count)];
      const start = process.cpuUsage();
      assert.is(
        findBrokenPromises(previousLedger, currentLedger, { commit: "main", contentFolder: "content" }).length,
        2 * count,
      );
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    // In the best of some runs: other programs may take the processor too.
    assert.ok([1, 2, 3].some(() => measure(4000) < 10 * measure(1000) + 40_000));
  });
});

behaviour("the time and the size of a site", (it) => {
  type Files = Readonly<Record<string, string>>;
  const repeat = (count: number, create: (i: number) => readonly [string, string]): Files =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => create(i)));
  const kinds: Readonly<Record<string, (count: number) => Files>> = {
    "stories of one day": (count) => repeat(count, (i) => [`2024/07/11/talks-${i}.md`, formatArticle()]),
    "people of one story each": (count) =>
      repeat(count, (i) => [`2024/07/11/talks-${i}.md`, formatArticle({ people: [`Aa Bb${i}`] })]),
    "plain pages": (count) =>
      repeat(count, (i) => [`pages/p-${i}.md`, `---\ntitle: P${i}\nsummary: About.\n---\n\nText.\n`]),
  };
  for (const [what, create] of Object.entries(kinds)) {
    it(`grow no faster than its number of ${what}`, async () => {
      const measured: { time: number; bytes: number }[] = [];
      // The first run is slower, because the code is new to the engine.
      for (const count of [100, 100, 400]) {
        const site = getSitePaths(createTemporaryFolder());
        writeFiles(site.content, { ...makeSettingsFiles(), "2024/07/10/a.md": formatArticle(), ...create(count) });
        const start = process.cpuUsage();
        const { summary } = await runBuild(site);
        const { user, system } = process.cpuUsage(start);
        measured.push({ time: user + system, bytes: summary?.bytes ?? 0 });
      }
      const [, once = { time: 0, bytes: 0 }, fourTimes = { time: 0, bytes: 0 }] = measured;

      assert.ok(once.bytes > 0 && fourTimes.bytes < 5 * once.bytes, `${once.bytes} ${fourTimes.bytes} bytes`);
      assert.ok(fourTimes.time < 10 * once.time + 40_000, `${once.time} ${fourTimes.time} microseconds`);
    });
  }
});

import * as assert from "uvu/assert";
import { feedFormats, getFeedFileName } from "../../src/feeds/feeds.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../help/sites/site.ts";

const day = "2024/07/11";

// By the alphabet, whether of titles or addresses, they would stand the other way round.
const stories = {
  "zz-lead": { title: "Z", tags: ["diplomacy", "russia"], lead: true, storyline: "second-summit" },
  "yy-ukraine": { title: "Y", tags: ["ukraine", "diplomacy"], storyline: "second-summit" },
  "nn-russia": { title: "N", tags: ["russia", "diplomacy"] },
  "mm-russia": { title: "M", tags: ["diplomacy", "russia"] },
  "bb-other": { title: "B", tags: ["diplomacy"], storyline: "second-summit" },
};
const asInEdition = ["Z", "Y", "M", "N", "B"];

function writeStories(fields: Readonly<Record<string, unknown>> = {}, folder = day): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(stories).map(([slug, story]) => [`${folder}/${slug}.md`, formatArticle({ ...story, ...fields })]),
  );
}

function readTitles(site: SmallSite, folder: string): readonly (readonly (string | undefined)[])[] {
  const titles = feedFormats.map((format) =>
    site.feed(`${folder}${getFeedFileName(format)}`).items.map(({ title }) => title),
  );
  return titles;
}

const inAllFormats = (titles: readonly string[]) => feedFormats.map(() => titles);

behaviour("a subscriber to stories of one moment", (it) => {
  it("reads them as in the edition: the lead, then section by section, in every feed and format", async () => {
    const site = await buildSmallSite(writeStories());

    assert.equal(readTitles(site, "/"), inAllFormats(asInEdition));
    assert.equal(readTitles(site, "/tags/diplomacy/"), inAllFormats(asInEdition));
    assert.equal(readTitles(site, "/tags/russia/"), inAllFormats(["Z", "M", "N"]));
    assert.equal(readTitles(site, "/storylines/second-summit/"), inAllFormats(["Z", "Y", "B"]));
    assert.equal(
      site.feed("/lite/rss.xml").items.map(({ title }) => title),
      asInEdition,
    );
  });

  it("reads them so in the archive, and in a translation", async () => {
    const site = await buildSmallSite({
      ...writeStories(),
      ...Object.fromEntries(
        Object.entries(writeStories()).map(([path, text]) => [path.replace(".md", ".uk.md"), text]),
      ),
      "2024/08/01/later.md": formatArticle({ title: "Later" }),
    });

    assert.equal(readTitles(site, "/archive/2024-07/"), inAllFormats(asInEdition));
    assert.equal(readTitles(site, "/uk/"), inAllFormats(asInEdition));
    assert.equal(readTitles(site, "/"), inAllFormats(["Later", ...asInEdition]));
  });

  it("reads them so when all were corrected at one moment, whenever they came out", async () => {
    const corrections = [{ date: "2024-07-12T09:00:00+03:00", text: "It was Bern." }];
    const site = await buildSmallSite({
      ...writeStories({ corrections }),
      [`${day}/yy-ukraine.md`]: formatArticle({
        ...stories["yy-ukraine"],
        corrections,
        date: "2024-07-11T18:00:00+03:00",
      }),
    });

    assert.equal(readTitles(site, "/"), inAllFormats(asInEdition));
    assert.equal(site.page("/corrections/").texts("main article h2"), asInEdition);
  });

  it("misses the last of the edition, not the lead, where a feed is cut", async () => {
    const more = Array.from({ length: 47 }, (_, i) => [
      `2024/07/12/story-${String(i).padStart(2, "0")}.md`,
      formatArticle({ title: `Story ${i}` }),
    ]);
    const site = await buildSmallSite({ ...writeStories(), ...Object.fromEntries(more) });

    for (const titles of [...readTitles(site, "/"), ...readTitles(site, "/tags/diplomacy/")]) {
      assert.is(titles.length, 50);
      assert.equal(titles.slice(47), ["Z", "Y", "M"]);
    }
  });

  it("reads first what came out last, whatever leads", async () => {
    const site = await buildSmallSite({
      ...writeStories(),
      [`${day}/bb-other.md`]: formatArticle({ ...stories["bb-other"], date: "2024-07-11T18:00:00+03:00" }),
    });

    assert.equal(readTitles(site, "/"), inAllFormats(["B", "Z", "Y", "M", "N"]));
  });

  it("reads the later of two editions first, where both were corrected at one moment", async () => {
    const corrections = [{ date: "2024-07-13T09:00:00+03:00", text: "It was Bern." }];
    const site = await buildSmallSite({
      "2024/07/11/zz.md": formatArticle({ title: "Z", corrections }),
      "2024/07/12/aa.md": formatArticle({ title: "A", corrections }),
    });

    assert.equal(readTitles(site, "/daily/"), inAllFormats(["12 July 2024: A", "11 July 2024: Z"]));
  });
});

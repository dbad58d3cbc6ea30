import * as assert from "uvu/assert";
import { type FeedFormat, feedFormats, getFeedFileName } from "../../../src/feeds/feeds.ts";
import { type FeedDocument, readFeedDocument, walkArchive } from "../../help/readers/archive-reader.ts";
import { runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { getDemo } from "../../help/sites/demo.ts";
import { loadDemoModel } from "../../help/sites/demo-model.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../../help/sites/site.ts";

const idOf = (path: string) => `tag:dispatch.example,2024:/${path}/`;

/** Stories on a day, so many, that differ in nothing but their names. */
function stories(day: string, count: number, different: Readonly<Record<string, unknown>> = {}): FileContents {
  const name = (i: number) => `${day}/story-${String(i).padStart(3, "0")}`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${name(i)}.md`,
      formatArticle({ title: `Story ${name(i)}`, ...different }),
    ]),
  );
}

function idsOf(files: FileContents): readonly string[] {
  return Object.keys(files)
    .map((path) => idOf(path.replace(".md", "")))
    .sort();
}

function allIds(documents: readonly FeedDocument[]): readonly string[] {
  return [...new Set(documents.flatMap(({ ids }) => ids))].sort();
}

const threeMonths: FileContents = {
  ...stories("2024/04/30", 2, { storyline: "second-summit" }),
  ...stories("2024/06/01", 3, { tags: ["russia"] }),
  ...stories("2024/07/11", 1),
};

for (const format of feedFormats) {
  const file = getFeedFileName(format);

  behaviour(`an archivist who follows a feed back in ${format}`, (it) => {
    it("goes from closed month to closed month, over empty ones, to the first article", async () => {
      const walked = walkArchive(await buildSmallSite(threeMonths), format, `/${file}`);

      assert.equal(
        walked.map(({ address: at }) => at),
        [`/${file}`, `/archive/2024-06/${file}`, `/archive/2024-04/${file}`],
      );
      assert.equal(walked[1]?.ids, idsOf(stories("2024/06/01", 3)));
      assert.equal(walked[2]?.ids, idsOf(stories("2024/04/30", 2)));
      assert.equal(allIds(walked), idsOf(threeMonths));
    });

    it("gets every article of a month with more than a feed can hold, while the month goes on and after", async () => {
      const days = ["02", "09", "16", "23", "30"].map((day) => stories(`2024/07/${day}`, 24));
      const july = Object.assign({}, ...days);
      const open = await buildSmallSite({ ...stories("2024/06/01", 1), ...july });
      const walked = walkArchive(open, format, `/${file}`);

      assert.equal(allIds(walked), idsOf({ ...stories("2024/06/01", 1), ...july }));
      assert.ok(walked.every(({ ids }) => ids.length <= 50));
      const closed = await open.change(stories("2024/08/01", 60));
      const later = walkArchive(closed, format, `/${file}`);

      assert.equal(allIds(later), idsOf({ ...stories("2024/06/01", 1), ...july, ...stories("2024/08/01", 60) }));
      for (const { address: at, ids } of walked.slice(1))
        assert.equal(readFeedDocument(closed, format, at).ids, ids, at);
    });

    it("finds every closed month the same, byte for byte, when stories and months come after it", async () => {
      const before = await buildSmallSite(threeMonths);
      const closed = before.files.filter((each) => each.includes("archive/2024-") && each.endsWith(file));
      const closedIn = (built: SmallSite) => closed.map((each) => [each, built.text(`/${each}`)]);
      const texts = closedIn(before);
      assert.is(closed.length, 4);

      const closesJuly = await before.change(stories("2024/08/02", 1));
      assert.equal(closedIn(closesJuly), texts);
      assert.is(readFeedDocument(closesJuly, format, `/archive/2024-07/${file}`).previous, `/archive/2024-06/${file}`);
      assert.equal(closedIn(await closesJuly.change(stories("2024/08/03", 60))), texts);
    });

    it("finds that neither a clock nor a last month without an heir closes anything", async () => {
      const built = await buildSmallSite(stories("2024/07/11", 3), { now: "2034-01-01T00:00:00Z" });

      assert.is(walkArchive(built, format, `/${file}`).length, 1);
    });

    it("finds a month closed as soon as the first story of the next is out, and not before", async () => {
      const files = { ...stories("2024/06/28", 1), ...stories("2024/07/01", 1) };
      const before = await buildSmallSite(files, { now: "2024-07-01T02:59:59Z" });
      assert.is(walkArchive(before, format, `/${file}`).length, 1);

      const after = await before.change({}, { now: "2024-07-01T03:00:00Z" });
      assert.is(walkArchive(after, format, `/${file}`).length, 2);
    });

    it("goes the same way through editions and other languages; tags and storylines have no archive", async () => {
      const built = await buildSmallSite({
        ...threeMonths,
        "2024/05/02/translated.ru.md": formatArticle({ title: "Переговоры" }),
        "2024/06/02/translated.ru.md": formatArticle({ title: "Снова переговоры" }),
      });
      const places = (from: string) => walkArchive(built, format, from).map(({ address: at, ids }) => [at, ids.length]);

      assert.equal(places(`/daily/${file}`), [
        [`/daily/${file}`, 3],
        [`/daily/archive/2024-06/${file}`, 1],
        [`/daily/archive/2024-04/${file}`, 1],
      ]);
      assert.equal(places(`/ru/${file}`), [
        [`/ru/${file}`, 2],
        [`/ru/archive/2024-05/${file}`, 1],
      ]);
      assert.equal(places(`/tags/russia/${file}`), [[`/tags/russia/${file}`, 3]]);
      assert.equal(places(`/storylines/second-summit/${file}`), [[`/storylines/second-summit/${file}`, 2]]);
    });

    it("comes to the demonstration's first story, in every language", async () => {
      const [published, { articles }] = [await getDemo("folder"), await loadDemoModel()];
      for (const language of ["en", "ru", "uk"] as const) {
        const own = articles.filter((each) => each.language === language);
        const walked = walkArchive(published, format, `${language === "en" ? "/" : `/${language}/`}${file}`);

        assert.equal(allIds(walked), own.map(({ id }) => String(id)).sort(), language);
        assert.is(walked.length, new Set(own.map(({ day }) => day.slice(0, 7))).size, language);
      }
    });
  });

  behaviour(`a subscriber to a correction in ${format}`, (it) => {
    it("finds the article in the feed again, first, under the id that it had, with what was wrong", async () => {
      const built = await buildSmallSite(longAgo);
      assert.not.ok(built.feed(`/${file}`).items.some(({ id }) => id === old));

      const [first] = (await corrected(built)).feed(`/${file}`).items;
      assert.equal(
        [first?.id, first?.published, first?.updated],
        [old, "2024-04-30T03:00:00Z", "2024-07-12T09:00:00Z"],
      );
      assert.match(first?.html ?? "", "Correction, 12 July 2024");
      assert.match(first?.html ?? "", "It was Bern, not Geneva.");
    });

    it("finds it in the feeds of its tag and of its storyline as well, and loses none of the newest", async () => {
      const built = await corrected(await buildSmallSite(longAgo));
      for (const feed of [`/${file}`, `/tags/diplomacy/${file}`, `/storylines/second-summit/${file}`]) {
        const ids = built.feed(feed).items.map(({ id }) => id);

        assert.equal([...ids].sort(), [old, ...idsOf(stories("2024/07/11", 50))].sort(), feed);
      }
    });

    it("finds the archive's document with the correction, and all others as they were", async () => {
      const before = await buildSmallSite(longAgo);
      const [april, june] = [`/archive/2024-04/${file}`, `/archive/2024-06/${file}`];
      const ofJune = before.text(june);
      const after = await corrected(before);

      assert.match(after.text(april), "It was Bern, not Geneva.");
      assert.is(after.text(june), ofJune);
      assert.equal(readFeedDocument(after, format, april).ids, idsOf(stories("2024/04/30", 2)));
    });
  });
}

behaviour("a publisher whose feeds go back further than they can carry", (it) => {
  it("gets after each change the feeds that a build from nothing gives", async () => {
    let files = longAgo;
    let built = await buildSmallSite(files);
    const changes: Readonly<Record<string, FileContents>> = {
      "an old story is corrected": correction("It was Bern."),
      "a full part of the open month is behind": stories("2024/07/12", 3),
      "the correction is written otherwise, at the same moment": correction("It was Basel."),
      "the month is closed": stories("2024/08/01", 2),
      "the correction is left behind": stories("2024/08/02", 60),
      "what was corrected is taken away": { "2024/04/30/story-000.md": undefined },
    };
    for (const [what, change] of Object.entries(changes)) {
      built = await built.change(change);
      files = { ...files, ...change };
      const anew = await buildSmallSite(files);

      assert.equal(built.files, anew.files, what);
      for (const file of anew.files) assert.is(built.text(`/${file}`), anew.text(`/${file}`), `${what}: ${file}`);
    }
  });
});

const old = idOf("2024/04/30/story-000");

/** Articles of which the first are long out of the feed. */
const longAgo: FileContents = {
  ...stories("2024/04/30", 2, { storyline: "second-summit" }),
  ...stories("2024/06/01", 3),
  ...stories("2024/07/11", 50, { storyline: "second-summit" }),
};

/** One of these with a correction. */
function correction(text: string): FileContents {
  const corrections = [{ date: "2024-07-12T12:00:00+03:00", text }];
  const title = "Story 2024/04/30/story-000";
  return { "2024/04/30/story-000.md": formatArticle({ title, storyline: "second-summit", corrections }) };
}

function corrected(built: SmallSite): Promise<SmallSite> {
  return built.change(correction("It was Bern, not Geneva."));
}

for (const format of ["rss", "atom"] as const satisfies readonly FeedFormat[]) {
  const file = getFeedFileName(format);

  behaviour(`a program that knows RFC 5005, in ${format}`, (it) => {
    it("is told which documents are an archive's, which feed they belong to, and what comes before", async () => {
      const built = await buildSmallSite(threeMonths);
      const [live, june, april] = walkArchive(built, format, `/${file}`);
      const places = (document: FeedDocument | undefined) =>
        document && [document.isArchive, document.current, document.previous];

      assert.equal(places(live), [false, undefined, june?.address]);
      assert.equal(places(june), [true, `/${file}`, april?.address]);
      assert.equal(places(april), [true, `/${file}`, undefined]);
      assert.is(runXmllint([live, june, april].map((document) => built.text(document?.address ?? ""))), "");
    });
  });
}

behaviour("a program that reads JSON Feed back", (it) => {
  it("knows by its `feed_url` which feed an older page belongs to", async () => {
    const [, june] = walkArchive(await buildSmallSite(threeMonths), "json", "/feed.json");

    assert.is(june?.current, "/feed.json");
  });
});

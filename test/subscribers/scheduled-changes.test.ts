import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../help/sites/site.ts";

const letter = "2024/07/11/letter.md";
const reason = "The letter is forged.";
const [before, due, after] = ["2024-07-20T11:59:59Z", "2024-07-20T12:00:00Z", "2024-07-20T12:00:01Z"];
const changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "an update": { updated: due },
  "a correction": { corrections: [{ date: due, text: reason }] },
  "a retraction": { retracted: { date: due, reason } },
  "all three, the update now and the rest years away": {
    updated: due,
    corrections: [{ date: "2030-01-01T00:00:00Z", text: "Later." }],
    retracted: { date: "2031-01-01T00:00:00Z", reason: "Much later." },
  },
};

behaviour("a subscriber to a site whose author dates a change of an article in the future", (it) => {
  for (const [name, fields] of Object.entries(changes)) {
    it(`gets no byte of it in any file before it is due: ${name}`, async () => {
      const sites = await Promise.all([build(before, fields), build(before, {})]);

      assert.equal(...(sites.map(listBytes) as [unknown, unknown]));
    });

    it(`gets it in the second in which it is due, from the cache as well: ${name}`, async () => {
      const cached = await (await build(before, fields)).change({}, { now: due });

      assert.equal(listBytes(cached), listBytes(await build(due, fields)));
      assert.is(cached.feed("/atom.xml").items[0]?.updated, due);
    });
  }

  it("sees the retraction and the correction come out one after the other, and go again if the clock goes back", async () => {
    const fields = {
      corrections: [{ date: due, text: "It was Vienna." }],
      retracted: { date: "2024-07-21T12:00:00Z", reason },
    };
    const first = await build(before, fields);
    const corrected = await first.change({}, { now: after });
    const [titleThen, correctionsThen] = [corrected.page("/2024/07/11/letter/").text("h1"), count(corrected)];
    const retracted = await corrected.change({}, { now: "2024-07-22T00:00:00Z" });
    const [titleLater, correctionsLater] = [retracted.page("/2024/07/11/letter/").text("h1"), count(retracted)];

    assert.equal([titleThen, correctionsThen], ["A letter", 1]);
    assert.equal([titleLater, correctionsLater], ["Retracted: A letter", 2]);
    assert.is(count(await retracted.change({}, { now: before })), 0);
  });
});

behaviour("a subscriber to a site with an edition of the last year that there can be", (it) => {
  it("gets nothing of it before, wherever the site is", async () => {
    for (const timezone of ["America/New_York", "Pacific/Kiritimati", "UTC"]) {
      const far = { "9998/12/31/far.md": formatArticle({ title: "Far" }), "1000/01/01/old.md": formatArticle() };
      const site = await buildSmallSite({ ...far, [letter]: formatArticle({ title: "Near" }) }, { timezone });

      assert.equal(site.problems, []);
      assert.equal(
        site.files.filter((file) => file.includes("9998") || site.text(`/${file}`).includes("Far")),
        [],
      );
      assert.ok(site.text("/index.html").includes("Near"));
    }
  });
});

function build(now: string, fields: Readonly<Record<string, unknown>>): Promise<SmallSite> {
  return buildSmallSite({ [letter]: formatArticle({ title: "A letter", ...fields }) }, { now });
}

/** The number of corrections that the page of corrections lists. */
function count(site: SmallSite): number {
  return site.text("/corrections/").split("<time").length - 1;
}

function listBytes({ files, text }: SmallSite): readonly (readonly [string, string])[] {
  return files.map((file) => [file, text(`/${file}`)]);
}

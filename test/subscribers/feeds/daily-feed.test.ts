import * as assert from "uvu/assert";
import { feedFormats, getFeedFileName } from "../../../src/feeds/feeds.ts";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../../help/sites/site.ts";

const wrong = { date: "2024-07-12T12:00:00+03:00", text: "It was Bern & Basel, not Geneva." };
const daysOf = (month: string, days: number) =>
  Array.from({ length: days }, (_, i) => `2024/${month}/${String(i + 1).padStart(2, "0")}`);

/** A story a day: more editions than a feed holds, of which the first two are long past. */
const days = ["2024/04/29", "2024/04/30", ...daysOf("06", 30), ...daysOf("07", 11)];
const daily: FileContents = Object.fromEntries(
  days.map((day) => [`${day}/talks.md`, formatArticle({ title: `Talks ${day}` })]),
);

function withCorrection(day: string): FileContents {
  return { [`${day}/talks.md`]: formatArticle({ title: `Talks ${day}`, corrections: [wrong] }) };
}

for (const format of feedFormats) {
  const file = `/daily/${getFeedFileName(format)}`;
  const idOf = (day: string) => `tag:dispatch.example,2024:/${day}/`;
  const ids = (built: SmallSite) => built.feed(file).items.map(({ id }) => id);

  behaviour(`a subscriber to one item a day, in ${format}`, (it) => {
    it("reads under the headline of a corrected story what was wrong", async () => {
      const [item] = (await buildSmallSite({ ...daily, ...withCorrection("2024/07/10") })).feed(file).items;
      const page = readHtml(item?.html ?? "");

      assert.equal([item?.id, item?.updated], [idOf("2024/07/10"), "2024-07-12T09:00:00Z"]);
      assert.equal(page.texts("h3, p, h3 ~ aside > h4"), [
        "Talks 2024/07/10",
        "Both sides agree to meet again.",
        "Correction, 12 July 2024",
        wrong.text,
      ]);
    });

    it("finds an edition that has left the feed there again, first and once, when one of its stories is corrected", async () => {
      const built = await buildSmallSite(daily);
      const newest = days.slice(-31).reverse().map(idOf);
      assert.equal(ids(built), newest);

      const corrected = await built.change(withCorrection("2024/04/30"));
      assert.equal(ids(corrected), [idOf("2024/04/30"), ...newest]);
      assert.match(corrected.feed(file).items[0]?.html ?? "", "It was Bern");
      const again = await corrected.change({
        "2024/04/30/more.md": formatArticle({ title: "More", corrections: [wrong] }),
        ...withCorrection("2024/04/29"),
      });
      assert.equal(ids(again), [idOf("2024/04/30"), idOf("2024/04/29"), ...newest]);
    });

    it("reads the summary of the first story whose rights allow one", async () => {
      const built = await buildSmallSite({
        "2024/07/11/talks.md": formatArticle({ summary: "An agency's own.", rights: "link", lead: true }),
        "2024/07/11/law.md": formatArticle({ summary: "A law is passed." }),
      });

      assert.is(built.feed(file).items[0]?.summary, "A law is passed.");
    });

    it("sees the lead's picture, and is told what the day is about", async () => {
      const image = { src: "map.png", alt: "A map", credit: "An agency" };
      const built = await buildSmallSite({
        "2024/07/11/talks.md": formatArticle({ title: "Talks", tags: ["ukraine", "diplomacy"], lead: true, image }),
        "2024/07/11/law.md": formatArticle({ title: "A law", tags: ["russia", "ukraine"] }),
        "2024/07/11/map.png": await createFlat(30, 20, [1, 2, 3]).png().toBuffer(),
      });
      const [item] = built.feed(file).items;

      assert.match(item?.image ?? "", /^https:\/\/dispatch\.example\/2024\/07\/11\/map-.*\.jpg$/);
      assert.equal(readHtml(item?.html ?? "").attributes("figure > img", "alt"), ["A map"]);
      assert.equal(item?.tags, ["Ukraine", "Diplomacy", "Russia"]);
    });
  });
}

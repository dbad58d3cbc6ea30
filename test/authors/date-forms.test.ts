import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const path = "2024/07/11/summit.md";

// Each can be read in one way only.
const accepted: readonly string[] = [
  "2024-07-11T18:30:00+0300",
  "2024-07-11T18:30+03",
  "2024-07-11 18:30:00 +0300",
  "2024-07-11t15:30:00z",
  "2024-07-11 15:30 UTC",
  "2024-07-11T18:30:00,000+03:00",
];

const suggested: Readonly<Record<string, string>> = {
  "11.07.2024 18:30": "2024-07-11T18:30:00+03:00",
  "11.07.2024 18:30 +03:00": "2024-07-11T18:30:00+03:00",
  "2024/07/11 18:30": "2024-07-11T18:30:00+03:00",
  "2024-7-11 8:05": "2024-07-11T08:05:00+03:00",
  "2024-07-11 6:30 pm": "2024-07-11T18:30:00+03:00",
  "2024-07-11T18.30+03:00": "2024-07-11T18:30:00+03:00",
  "20240711T153000Z": "2024-07-11T18:30:00+03:00",
  "Thu, 11 Jul 2024 18:30:00 +0300": "2024-07-11T18:30:00+03:00",
  "July 11, 2024 12:15 am": "2024-07-11T00:15:00+03:00",
  "11 липня 2024 р., 18:30": "2024-07-11T18:30:00+03:00",
  "11 июля 2024 г. в 18:30": "2024-07-11T18:30:00+03:00",
  "11th July 2024, 18:30": "2024-07-11T18:30:00+03:00",
  "2024-07-11 18:30 EEST": "2024-07-11T18:30:00+03:00",
  "2024-07-11T18:30[Europe/Kyiv]": "2024-07-11T18:30:00+03:00",
  "Thu Jul 11 2024 18:30:00 GMT+0300 (EEST)": "2024-07-11T18:30:00+03:00",
  "18:30 11.07.24": "2024-07-11T18:30:00+03:00",
  "07/11/2024 18:30": "2024-07-11T18:30:00+03:00",
  "11/07/2024 18:30": "2024-07-11T18:30:00+03:00",
  "24-07-11 18:30": "2024-07-11T18:30:00+03:00",
  "2024-07-11T24:00:00+03:00": "2024-07-12T00:00:00+03:00",
  "@1720711800": "2024-07-11T18:30:00+03:00",
};

behaviour("an author who writes a date in another form", (it) => {
  for (const date of accepted) {
    it(`${date} is understood`, async () => {
      const site = await buildSmallSite({ [path]: formatArticle({ date }) });

      assert.equal(site.problems, []);
      assert.is(site.feed("/rss.xml").items[0]?.published, "2024-07-11T15:30:00Z");
    });
  }

  for (const [date, meant] of Object.entries(suggested)) {
    it(`${date} is asked about the moment that was written`, async () => {
      const site = await buildSmallSite({ [path]: formatArticle({ date }) });

      assert.equal(site.problems, [
        `content/${path}:6:7  date: "${date}" is not a date and time in ISO 8601. Did you mean ${meant}?`,
      ]);
    });
  }

  it("is not asked about a moment that does not exist", async () => {
    const site = await buildSmallSite({ [path]: formatArticle({ date: "31.02.2024 18:30" }) });

    assert.match(site.problems.join("\n"), "Write it as in: 2024-07-11T06:00:00+03:00");
  });
});

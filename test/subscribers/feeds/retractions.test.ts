import { join } from "node:path";
import * as assert from "uvu/assert";
import { feedFormats, getFeedFileName } from "../../../src/feeds/feeds.ts";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { openPage, withBrowser } from "../../help/sites/browser.ts";
import { withServer } from "../../help/sites/server.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../../help/sites/site.ts";

const reason = "The letter that we quoted is forged & was never sent.";
const retracted = { date: "2024-07-13T12:00:00+03:00", reason };
const [letter, other] = ["2024/07/11/letter", "2024/07/12/other"];
const id = `tag:dispatch.example,2024:/${letter}/`;

function withRetraction(different: Readonly<Record<string, unknown>> = {}): Promise<SmallSite> {
  return buildSmallSite({
    [`${letter}.md`]: formatArticle({ title: "A letter", tags: ["russia"], retracted, ...different }),
    [`${letter}.ru.md`]: formatArticle({ title: "Письмо", retracted: { ...retracted, reason: "Письмо подделано." } }),
    [`${letter}.uk.md`]: formatArticle({ title: "Лист", retracted: { ...retracted, reason: "Лист підроблено." } }),
    [`${other}.md`]: formatArticle({ title: "Another story" }),
  });
}

behaviour("a reader of an article that was taken back", (it) => {
  it("finds it at its address, with its text, and is told before that when and why", async () => {
    const page = (await withRetraction()).page(`/${letter}/`);

    assert.is(page.text("h1"), "Retracted: A letter");
    assert.is(page.text("#retraction h2"), "Retracted, 13 July 2024");
    assert.is(page.text("#retraction p"), reason);
    assert.is(page.attribute("#retraction time", "datetime"), "2024-07-13T09:00:00Z");
    assert.equal(page.texts(".prose > #retraction ~ p:not(.facts)"), ["The talks go on in Vienna."]);
  });

  it("sees that set apart from the text, and as wide as that, on a wide screen and a phone", async () => {
    const built = await withRetraction({ summary: "Both sides agree to meet again." });
    await withServer(join(built.folder, "_site"), "/", ({ url }) =>
      withBrowser(async (browser) => {
        for (const width of [360, 1280]) {
          const { page } = await openPage(browser, { viewport: { width, height: 800 } });
          await page.goto(`${url}${letter}/`);
          const box = (selector: string) => page.locator(selector).evaluate((node) => node.getBoundingClientRect());
          const [told, text, facts] = [
            await box("#retraction"),
            await box("#retraction ~ p:last-child"),
            await box(".opening .facts"),
          ];

          assert.is(told.width, facts.width);
          assert.ok(text.top - told.bottom > 15, `${text.top - told.bottom} px`);
        }
      }),
    );
  });

  it("is told so in each language", async () => {
    const built = await withRetraction();

    assert.is(built.page(`/ru/${letter}/`).text("h1"), "Отозвано: Письмо");
    assert.is(built.page(`/ru/${letter}/`).text("#retraction h2"), "Материал отозван 13 июля 2024");
    assert.is(built.page(`/uk/${letter}/`).text("h1"), "Відкликано: Лист");
    assert.is(built.page(`/uk/${letter}/`).text("#retraction h2"), "Матеріал відкликано 13 липня 2024");
  });

  it("is told so wherever the title stands: in lists, on its day, by its neighbours", async () => {
    const built = await withRetraction();
    for (const address of ["/2024/07/11/", "/tags/russia/", `/${other}/`, "/corrections/"]) {
      assert.ok(built.page(address).texts("a").includes("Retracted: A letter"), address);
      assert.not.ok(built.page(address).texts("a").includes("A letter"), address);
    }
    assert.ok(built.page("/corrections/").texts("p").includes(reason));
  });

  it("is told so by search engines and where the address is shared", async () => {
    const page = (await withRetraction()).page(`/${letter}/`);
    const [schema = {}] = page.schemas();

    assert.equal(
      [schema.headline, schema.creativeWorkStatus, schema.correction, schema.dateModified],
      ["Retracted: A letter", "Retracted", [reason], "2024-07-13T09:00:00Z"],
    );
    assert.is(page.attribute('meta[property="og:title"]', "content"), "Retracted: A letter");
  });
});

for (const format of feedFormats) {
  const file = `/${getFeedFileName(format)}`;

  behaviour(`a subscriber to an article that was taken back, in ${format}`, (it) => {
    it("finds it first, under the id that it had, and says so in title and text", async () => {
      const [item] = (await withRetraction()).feed(file).items;
      const page = readHtml(item?.html ?? "");

      assert.equal([item?.id, item?.title, item?.updated], [id, "Retracted: A letter", "2024-07-13T09:00:00Z"]);
      assert.is(page.text("aside:first-child h2"), "Retracted, 13 July 2024");
      assert.is(page.text("aside:first-child p"), reason);
    });

    it("reads it in the list of the day", async () => {
      const html = (await withRetraction()).feed(`/daily${file}`).items.map((item) => item.html ?? "");

      assert.ok(html.flatMap((each) => readHtml(each).texts("h3 a")).includes("Retracted: A letter"));
    });

    it("is told by the title where no more than that may be carried", async () => {
      const item = (await withRetraction({ rights: "link" })).feed(file).items.find((each) => each.id === id);

      assert.is(item?.title, "Retracted: A letter");
    });
  });
}

behaviour("an author who takes an article back", (it) => {
  testProblemLines(it, {
    "that readers must be told why": [
      withFields({ retracted: { date: "2024-07-13T09:00:00+03:00" } }),
      "content/2024/07/11/talks.md:6:12  retracted.reason: is missing. Add it, as in: reason: The letter that we quoted is forged.",
    ],
    "that it takes a moment and a reason": [
      withFields({ retracted: true }),
      "content/2024/07/11/talks.md:6:12  retracted: expected keys with values, found true. Write it as in: retracted: {date: 2024-07-13T09:00:00+03:00, reason: The letter that we quoted is forged.}",
    ],
    "where a moment has no offset": [
      withFields({ retracted: { date: "2024-07-13", reason } }),
      'content/2024/07/11/talks.md:6:20  retracted.date: "2024-07-13" has no offset from UTC. Write it as in: 2024-07-13T06:00:00+03:00',
    ],
    "where it lies before the article": [
      withFields({ retracted: { date: "2024-07-10T09:00:00Z", reason } }),
      'content/2024/07/11/talks.md:6:20  retracted.date: "2024-07-10T09:00:00Z" is before the article was published. Write the time at which the text was retracted.',
    ],
    "a key inside it that is misspelt": [
      withFields({ retracted: { ...retracted, raeson: "x" } }),
      'content/2024/07/11/talks.md:6:113  retracted.raeson: is not a known key. Did you mean "reason"?',
    ],
  });
});

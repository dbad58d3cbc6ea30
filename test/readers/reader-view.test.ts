import * as assert from "uvu/assert";
import type { HtmlPage } from "../help/readers/html-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

// The reader views of browsers (mozilla/readability 0.6, Safari, Chrome's DOM distiller) keep the element in which most
// paragraphs stand, and drop the elements around it: what the page says about a story must stand in that element.
const text = Array.from({ length: 4 }, (_, i) => `Paragraph ${i}. The ministers met in the old town on Thursday.`);
const retracted = { date: "2024-07-12T13:00:00+03:00", reason: "The paper was counterfeit." };
const corrections = [
  { date: "2024-07-12T12:00:00+03:00", text: "It was Bern, not Basel." },
  { date: "2024-07-13T12:00:00+03:00", text: "He is an envoy." },
];

async function readStory(fields: Readonly<Record<string, unknown>>, body = text.join("\n\n")): Promise<HtmlPage> {
  const site = await buildSmallSite({ "2024/07/11/a.md": formatArticle(fields, body) });
  return site.page("/2024/07/11/a/");
}

behaviour("a reader who opens a story in the reader view of a browser", (it) => {
  it("reads that it was retracted, and why, before the text", async () => {
    const page = await readStory({ retracted });

    assert.is(page.text(".prose > #retraction:first-child > h2"), "Retracted, 12 July 2024");
    assert.is(page.text(".prose > #retraction:first-child > p"), "The paper was counterfeit.");
    assert.equal(page.texts(".prose > #retraction ~ p"), ["Updated 12 July 2024, 13:00", ...text]);
  });

  it("reads each correction after the text", async () => {
    const page = await readStory({ corrections });

    assert.equal(page.texts(".prose > p ~ .correction > *"), [
      "Correction, 12 July 2024",
      "It was Bern, not Basel.",
      "Correction, 13 July 2024",
      "He is an envoy.",
    ]);
    assert.equal(page.attributes('a[href="#correction-1"]', "href"), ["#correction-1"]);
  });

  it("reads when it was last changed, in its own language, once", async () => {
    const updated = "2024-07-12T13:00:00+03:00";
    const site = await buildSmallSite({
      "2024/07/11/a.md": formatArticle({ updated }),
      "2024/07/11/a.ru.md": formatArticle({ updated }),
      "2024/07/11/a.uk.md": formatArticle({ updated }),
    });
    const read = ["", "/ru", "/uk"].map((prefix) => site.page(`${prefix}/2024/07/11/a/`));

    assert.equal(
      read.map((page) => page.texts(".prose > .facts")),
      [["Updated 12 July 2024, 13:00"], ["Обновлено 12 июля 2024, 13:00"], ["Оновлено 12 липня 2024, 13:00"]],
    );
    for (const page of read) assert.is(page.count('main time[datetime="2024-07-12T10:00:00Z"]'), 1);
  });

  it("reads the text alone where there is nothing to say about it", async () => {
    assert.equal((await readStory({})).texts(".prose > *"), text);
  });
});

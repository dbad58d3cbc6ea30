import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const day = "/2024/07/11/";
const html = `${day}newsletter.html`;

behaviour("a subscriber whose mail program cuts off what is longer than 100 KB", (it) => {
  const longest = {
    title: (i: number) => `${i} `.padEnd(140, "«Ж»&"),
    summary: "Ы\"<&'".repeat(64),
    sources: Array.from({ length: 40 }, (_, i) => ({ name: `The source "${i}" & its sisters` })),
    places: ["Нью-Йорк"],
  };
  const note = `A word before ${"and [one more](../../07/11/story-1.md), ".repeat(2000)} and an end.\n`;

  it("gets an edition of 200 long stories within it, with the way to those that it does not tell of", async () => {
    const stories = Array.from({ length: 200 }, (_, i) => [
      `2024/07/11/story-${i}.md`,
      formatArticle({ ...longest, title: longest.title(i), tags: [i % 3 === 0 ? "russia" : "diplomacy"] }),
    ]);
    const { page, bytes, text, problems } = await buildSmallSite({
      ...Object.fromEntries(stories),
      "2024/07/11/index.md": note,
    });
    const told = page(html).count("h3") + 1;

    assert.equal(problems, []);
    assert.ok(bytes(html).length < 100_000, `${bytes(html).length} bytes`);
    assert.ok(told > 10 && told < 200);
    assert.match(page(html).text("main"), `${200 - told} more stories in the edition`);
    assert.match(
      text(`${day}newsletter.txt`),
      `${200 - told} more stories in the edition\nhttps://dispatch.example/2024/07/11/`,
    );
  });

  it("gets an edition of thirty stories within it, each as long as it may be, and all of them", async () => {
    const summary = "Стороны договорились встретиться ещё раз. ".repeat(8).slice(0, 320);
    const stories = Array.from({ length: 30 }, (_, i) => [
      `2024/07/11/${`${i}-`.padEnd(80, "x")}.ru.md`,
      formatArticle({
        title: `${i}. `.padEnd(140, "Переговоры "),
        summary,
        sources: [{ name: "Новая газета ".repeat(15) }],
        places: ["Днепропетровск"],
        tags: [i % 2 === 0 ? "russia" : "diplomacy"],
      }),
    ]);
    const { page, bytes, problems } = await buildSmallSite({
      ...Object.fromEntries(stories),
      "2024/07/11/index.ru.md": summary,
    });
    const mail = `/ru${html}`;

    assert.equal(problems, []);
    assert.ok(bytes(mail).length < 100_000, `${bytes(mail).length} bytes`);
    assert.is(page(mail).count("h3") + 1, 30);
  });

  it("gets a note that is all links within it, before forty long stories", async () => {
    const dense = "[x](story-1.md),".repeat(130);
    const stories = Array.from({ length: 40 }, (_, i) => [
      `2024/07/11/story-${i}.md`,
      formatArticle({ ...longest, title: longest.title(i) }),
    ]);
    const { page, bytes } = await buildSmallSite({ ...Object.fromEntries(stories), "2024/07/11/index.md": dense });

    assert.is(page(html).count(".prose a"), 130);
    assert.ok(bytes(html).length < 100_000, `${bytes(html).length} bytes`);
  });

  it("gets an edition of 200 short stories within it too", async () => {
    const stories = Array.from({ length: 200 }, (_, i) => [
      `2024/07/11/${i}.md`,
      formatArticle({ title: String(i), summary: "So.", places: ["Kyiv"] }),
    ]);
    const { page, bytes } = await buildSmallSite(Object.fromEntries(stories));

    assert.ok(bytes(html).length < 100_000, `${bytes(html).length} bytes`);
    assert.ok(bytes(html).length > 50_000 && page(html).count("h3") > 40);
  });

  it("gets an ordinary day of twenty whole, with its note", async () => {
    const stories = Array.from({ length: 20 }, (_, i) => [
      `2024/07/11/story-${i}.md`,
      formatArticle({
        title: `Envoys meet for the ${i}. time`.padEnd(80, "."),
        summary: "They agree to meet. ".repeat(9),
      }),
    ]);
    const { page } = await buildSmallSite({
      ...Object.fromEntries(stories),
      "2024/07/11/index.md": "A word before.\n",
    });

    assert.is(page(html).count("h3"), 19);
    assert.match(page(html).text("main"), "A word before.");
    assert.not.match(page(html).text("main"), "more stories");
  });
});

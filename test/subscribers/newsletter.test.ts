import * as assert from "uvu/assert";
import { behaviour } from "../help/behaviour.ts";
import { visit, withBrowser } from "../help/browser.ts";
import { demo, demoUrl, isMail } from "../help/demo.ts";
import { served } from "../help/server.ts";
import { article, site } from "../help/site.ts";

const day = "/2024/07/11/";
const html = `${day}newsletter.html`;

behaviour("a subscriber who reads an edition as a mail", (it) => {
  it("finds all of its stories in the order of the page, each with its sentence, its place and its sources", async () => {
    const { page } = await demo("folder");
    const mail = page(html);

    assert.equal(mail.texts("h2 a, h3 a").slice(1), page(day).texts("article h2, article h3"));
    assert.match(mail.text("main"), "Moscow will not take part, calls the Swiss meeting a failure");
    assert.match(mail.text("main"), "Kyiv · Ukrainska Pravda, Euromaidan Press, Babel");
    assert.match(mail.text("main"), "the State Emergency Service says as of today.");
  });

  it("comes by every link to the site's own address, or out of the list", async () => {
    const { page, pages } = await demo("folder");
    const led = pages.filter(isMail).flatMap((address) => page(address).attributes("a", "href"));

    assert.ok(led.length > 100);
    assert.equal([...new Set(led.filter((url) => !url.startsWith(demoUrl)))], ["mailto:leave@dispatch.example"]);
  });

  it("is asked for nothing but pictures of the site, reads what stands for them, and is watched by none", async () => {
    const { page, pages, files } = await demo("folder");
    const mails = pages.filter(isMail).map(page);
    const pictures = mails.flatMap((mail) => mail.attributes("img", "src"));
    const loaded = mails.flatMap((mail) => mail.references().flatMap(({ url, loads }) => (loads ? [url] : [])));

    assert.ok(pictures.length >= 3);
    assert.equal(
      loaded.filter((url) => !pictures.includes(url) && url !== "data:,"),
      [],
    );
    for (const url of pictures) assert.ok(files.includes(url.replace(demoUrl, "")), url);
    for (const mail of mails) {
      assert.is(mail.count("script, iframe, object, form, link[rel=stylesheet]"), 0);
      assert.equal(mail.attributes("img", "alt").filter((alt) => alt === "").length, 0);
      assert.equal(mail.attributes("img", "alt").length, mail.count("img"));
    }
  });

  it("sees it in the site's colours on a light and on a dark screen, and never scrolls sideways", async () => {
    assert.equal(await seen("light", 360), { paper: "rgb(255, 255, 255)", ink: "rgb(20, 23, 26)", width: 360 });
    assert.equal(await seen("light", 700), { paper: "rgb(255, 255, 255)", ink: "rgb(20, 23, 26)", width: 700 });
    assert.equal(await seen("dark", 360), { paper: "rgb(17, 19, 21)", ink: "rgb(232, 233, 234)", width: 360 });
  });

  it("sees it laid out where the program forgets its style sheet", async () => {
    const { page } = await demo("folder");
    const mail = page(html);
    const bare = ["td", "h1", "h2", "h3", "p", "a"].map((name) => [name, mail.count(`${name}:not([style])`)]);

    // But for what the editor wrote: its paragraphs and links look as the program shows any.
    const [p, a] = [mail.count(".prose p"), mail.count(".prose a")];
    assert.equal(bare, [...["td", "h1", "h2", "h3"].map((name) => [name, 0]), ["p", p], ["a", a]]);
  });

  it("gets the same mail, however much later it is sent", async () => {
    const files = { "2024/07/11/summit.md": article(), "2024/07/11/index.md": "A word before.\n" };
    const built = await site(files);
    const before = [built.text(html), built.text(`${day}newsletter.txt`)];
    const later = await built.change({ "2024/07/12/next.md": article(), "2024/08/01/later.md": article() });

    assert.equal([later.text(html), later.text(`${day}newsletter.txt`)], before);
  });
});

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
      article({ ...longest, title: longest.title(i), tags: [i % 3 === 0 ? "russia" : "diplomacy"] }),
    ]);
    const { page, bytes, text, problems } = await site({ ...Object.fromEntries(stories), "2024/07/11/index.md": note });
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

  it("gets an edition of 200 short stories within it too", async () => {
    const stories = Array.from({ length: 200 }, (_, i) => [
      `2024/07/11/${i}.md`,
      article({ title: String(i), summary: "So.", places: ["Kyiv"] }),
    ]);
    const { page, bytes } = await site(Object.fromEntries(stories));

    assert.ok(bytes(html).length < 100_000, `${bytes(html).length} bytes`);
    assert.ok(bytes(html).length > 50_000 && page(html).count("h3") > 40);
  });

  it("gets an ordinary day of twenty whole, with its note", async () => {
    const stories = Array.from({ length: 20 }, (_, i) => [
      `2024/07/11/story-${i}.md`,
      article({ title: `Envoys meet for the ${i}. time`.padEnd(80, "."), summary: "They agree to meet. ".repeat(9) }),
    ]);
    const { page } = await site({ ...Object.fromEntries(stories), "2024/07/11/index.md": "A word before.\n" });

    assert.is(page(html).count("h3"), 19);
    assert.match(page(html).text("main"), "A word before.");
    assert.not.match(page(html).text("main"), "more stories");
  });
});

async function seen(colorScheme: "light" | "dark", width: number) {
  const { output } = await demo("folder");
  return served(output, "/", ({ url }) =>
    withBrowser(async (browser) => {
      const { page } = await visit(browser, { colorScheme, viewport: { width, height: 800 } });
      await page.goto(url + html.slice(1));
      const style = (selector: string, property: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
      return {
        paper: await style("body", "background-color"),
        ink: await style("h2 a", "color"),
        width: await page.evaluate<number>("document.documentElement.scrollWidth"),
      };
    }),
  );
}

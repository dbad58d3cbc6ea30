import type { Page } from "playwright-core";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { openPage, withBrowser } from "../../help/sites/browser.ts";
import { demoUrl, getDemo } from "../../help/sites/demo.ts";

const html = "/2024/07/11/newsletter.html";

behaviour("a subscriber who sees an edition as a mail", (it) => {
  it("sees it in the site's colours on a light and on a dark screen, and never scrolls sideways", async () => {
    assert.equal(await seen("light", 360), { paper: "rgb(255, 255, 255)", ink: "rgb(20, 23, 26)", width: 360 });
    assert.equal(await seen("light", 700), { paper: "rgb(255, 255, 255)", ink: "rgb(20, 23, 26)", width: 700 });
    assert.equal(await seen("dark", 360), { paper: "rgb(17, 19, 21)", ink: "rgb(232, 233, 234)", width: 360 });
  });

  it("finds no gap where a picture is not shown, and what stands for it in its stead", async () => {
    const heights = await look({ width: 600, pictures: false }, (page) =>
      page.locator("img").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height)),
    );

    assert.is(heights.length, 1);
    // Four lines of text.
    assert.ok((heights[0] ?? 0) > 40 && (heights[0] ?? 0) < 120, String(heights));
  });

  it("sees the text in a column of 600 where the program lays out as Word does, by tables and the width of cells", async () => {
    const known = (text: string) =>
      text.replace(/<style>.*?<\/style>/s, "").replace(/(max-width|margin:0 auto)[^;"]*/g, "");
    const column = (width: number) =>
      look({ width, as: known }, (page) =>
        page
          .locator("h2 + p")
          .first()
          .evaluate((node) => [node.getBoundingClientRect().left, node.getBoundingClientRect().width]),
      );
    const { text } = await getDemo("folder");

    assert.equal(await column(1200), [300, 600]);
    assert.equal(await column(600), [20, 560]);
    assert.equal(await column(320), [20, 280]);
    assert.not.match(text(html), /flex|grid|float|position:/);
  });

  it("reads an editor's links in the colour of the text on either ground, without a style sheet too", async () => {
    for (const scheme of ["light", "dark"] as const) {
      for (const as of [(text: string) => text, (text: string) => text.replace(/<style>.*?<\/style>/s, "")]) {
        const [link, text] = await look({ width: 360, scheme, as }, (page) =>
          page
            .locator(".prose a, .prose")
            .evaluateAll((all) => all.reverse().map((each) => getComputedStyle(each).color)),
        );
        assert.is(link, text);
      }
    }
  });
});

async function seen(scheme: "light" | "dark", width: number) {
  return look({ scheme, width }, async (page) => {
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
    return {
      paper: await style("main > table", "background-color"),
      ink: await style("h2 a", "color"),
      width: await page.evaluate<number>("document.documentElement.scrollWidth"),
    };
  });
}

interface Program {
  readonly width: number;
  readonly scheme?: "light" | "dark";
  /** What the program leaves of a mail. */
  readonly as?: (text: string) => string;
  readonly pictures?: boolean;
}

/** What a program of a kind shows of the demo's edition, with the site's own pictures. */
async function look<T>(
  { width, scheme = "light", as = (text) => text, pictures = true }: Program,
  seen: (page: Page) => Promise<T>,
): Promise<T> {
  const { text, bytes } = await getDemo("folder");
  return withBrowser(async (browser) => {
    const { page } = await openPage(browser, { colorScheme: scheme, viewport: { width, height: 800 } });
    await page.route(`${demoUrl}**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === html) return route.fulfill({ body: as(text(html)), contentType: "text/html; charset=utf-8" });
      return pictures ? route.fulfill({ body: bytes(pathname) }) : route.abort();
    });
    await page.goto(demoUrl + html.slice(1));
    return seen(page);
  });
}

import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { openPage, type Visit, withBrowser } from "../help/sites/browser.ts";
import { getDemo } from "../help/sites/demo.ts";
import { withServer } from "../help/sites/server.ts";

const title = "Kremlin wants to know what Zelensky means before it answers";
const article = "2024/07/16/kremlin-asks-what-zelensky-means/";

// Where a site may come to somebody who cannot reach its own address; in each, scripts are off.
const places = [
  { where: "on a mirror, below a path that the publisher never heard of", open: onMirror },
  { where: "from a stick, as files without a server", open: fromFiles },
];

for (const { where, open } of places) {
  behaviour(`a reader of the site ${where}`, (it) => {
    it("sees the latest edition, in the site's own style", async () => {
      await open("", async ({ page }) => {
        assert.match(await page.title(), "Dateline");
        assert.match(await page.getByRole("heading", { level: 1 }).innerText(), "16");
        assert.ok(await page.getByRole("link", { name: title }).first().isVisible());
        assert.match(await styleOf(page, "h1 span", "font-family"), "Noto Serif");
        assert.ok(Number.parseFloat(await styleOf(page, "h1 span", "font-size")) > 60);
      });
    });

    it("goes from the front page to an article, to its tag, and back to the edition by links", async () => {
      await open("", async ({ page }) => {
        await follow(page, title);
        assert.is(await page.getByRole("heading", { level: 1 }).innerText(), title);

        await page.locator("dd").getByRole("link", { name: "Russia", exact: true }).click();
        assert.is(await page.getByRole("heading", { level: 1 }).innerText(), "Russia");

        await follow(page, title);
        await page.locator("main").getByRole("link", { name: "16 July 2024" }).first().click();
        assert.match(await page.getByRole("heading", { level: 1 }).innerText(), "16");

        await follow(page, "Dateline");
        assert.ok(await page.getByRole("link", { name: title }).first().isVisible());
      });
    });

    it("goes to a source of an article, and to its Russian translation", async () => {
      await open("2024/07/11/russia-rules-out-second-peace-summit/", async ({ page }) => {
        await page.locator('main a[href="#sources"]').first().click();
        assert.ok(await page.locator("#sources").isVisible());

        await page.locator('nav a[hreflang="ru"]').click();
        assert.is(await page.locator("html").getAttribute("lang"), "ru");
      });
    });
  });
}

behaviour("a reader who has only a keyboard", (it) => {
  it("may skip to the text first, and sees where the focus is", async () => {
    await onMirror(article, async ({ page }) => {
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: "Skip to the text" });
      assert.ok(await skip.evaluate((link) => link.matches(":focus")));
      const box = await skip.boundingBox();
      assert.ok(box && box.y >= 0 && box.height > 10, "the skip link stands in the window");

      await page.keyboard.press("Tab");
      assert.is(await styleOf(page, ":focus", "outline-style"), "solid");
      assert.ok(Number.parseFloat(await styleOf(page, ":focus", "outline-width")) >= 3);

      await skip.focus();
      await page.keyboard.press("Enter");
      assert.match(page.url(), /#text$/);
    });
  });

  it("reaches every link of the front page, in the order in which it is read", async () => {
    await onMirror("", async ({ page }) => {
      // What is folded away cannot be reached until it is opened.
      const open = page.locator(":is(a[href], summary):not(details:not([open]) a)");
      const links = await open.evaluateAll((all) => all.map((each) => each.outerHTML));
      const reached: string[] = [];
      for (const _ of links) {
        await page.keyboard.press("Tab");
        reached.push(await page.locator(":focus").evaluate((each) => each.outerHTML));
      }

      assert.ok(links.length > 20);
      assert.equal(reached, links);
    });
  });
});

type Look = (visit: Visit) => Promise<void>;

// Nothing may fail on the way: no request, no word of complaint in the console.
async function onMirror(address: string, look: Look): Promise<void> {
  const { output } = await getDemo("folder");
  await withServer(output, "/mirror/dateline/", (server) => lookAt(`${server.url}${address}`, look));
}

async function fromFiles(address: string, look: Look): Promise<void> {
  const { output } = await getDemo("file");
  await lookAt(pathToFileURL(`${output}/${address}index.html`).href, look);
}

async function lookAt(url: string, look: Look): Promise<void> {
  await withBrowser(async (browser) => {
    const visited = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await visited.page.goto(url);
    await look(visited);
    assert.equal(visited.complaints, []);
  });
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name }).first().click();
}

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page.evaluate(`getComputedStyle(document.querySelector("${selector}")).getPropertyValue("${property}")`);
}

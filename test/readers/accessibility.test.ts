import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { openPage, withBrowser } from "../help/sites/browser.ts";
import { demoPages, getDemo } from "../help/sites/demo.ts";
import { withServer } from "../help/sites/server.ts";

const schemes = ["light", "dark"] as const;

behaviour("a reader who sees little, hears the page, or uses no mouse", (it) => {
  for (const colorScheme of schemes) {
    for (const width of [360, 1280]) {
      it(`is kept out by nothing on any kind of page, ${colorScheme}, ${width} px wide`, async () => {
        const settings = { colorScheme, viewport: { width, height: 800 }, javaScriptEnabled: true, bypassCSP: true };

        assert.equal(await onEachPage(settings, violationsIn), []);
      });
    }
  }
});

behaviour("a reader on a phone or at a desk", (it) => {
  for (const width of [320, 1280]) {
    it(`finds no line of text over another on any kind of page, ${width} px wide`, async () => {
      assert.equal(await onEachPage({ viewport: { width, height: 800 } }, linesOverEachOtherIn), []);
    });
  }
});

behaviour("a reader who makes the text large", (it) => {
  it("never scrolls sideways on the narrowest phone", async () => {
    assert.equal(await onEachPage({ viewport: { width: 320, height: 640 } }, overflowIn), []);
  });

  it("never scrolls sideways when a page is shown at 400 percent on a common screen", async () => {
    assert.equal(
      await onEachPage({ viewport: { width: 1280 / 4, height: 256 }, deviceScaleFactor: 4 }, overflowIn),
      [],
    );
  });

  it("never scrolls sideways when only the text is twice as large", async () => {
    const enlarged = async (page: Page) => {
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      return overflowIn(page);
    };

    assert.equal(await onEachPage({ viewport: { width: 640, height: 800 } }, enlarged), []);
  });
});

type Settings = Parameters<typeof openPage>[1];

/** What `look` finds on one page of each kind, with the kind before it. */
async function onEachPage(
  settings: Settings,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { output } = await getDemo("folder");
  return withServer(output, "/", ({ url }) =>
    withBrowser(async (browser) => {
      const { page } = await openPage(browser, settings);
      const found: string[] = [];
      for (const { kind, address } of demoPages) {
        await page.goto(url + address.slice(1));
        found.push(...(await look(page)).map((each) => `${kind}: ${each}`));
      }
      return found;
    }),
  );
}

// All rules of axe-core, best practices among them.
async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

async function overflowIn(page: Page): Promise<readonly string[]> {
  const width = await page.evaluate<number>("document.documentElement.clientWidth");
  const needed = await page.evaluate<number>("document.documentElement.scrollWidth");
  return needed > width ? [`${needed} px in a window of ${width}`] : [];
}

// Boxes of letters are higher than their lines, so near ones touch; here one stands where the other does.
function linesOverEachOtherIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (texts.nextNode()) {
      // Closed details have boxes too, and so has what is only heard.
      const around = texts.currentNode.parentElement;
      if (!around.checkVisibility() || getComputedStyle(around).clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const { left, right, top, height } of range.getClientRects())
        if (right - left > 2) lines.push({ left, right, height, middle: top + height / 2, text: texts.currentNode.data });
    }
    const over = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.abs(a.middle - b.middle) < Math.min(a.height, b.height) / 2;
    return lines.flatMap((a, i) => lines.slice(i + 1).flatMap((b) => (over(a, b) ? [a.text + " / " + b.text] : [])));
  })()`);
}

import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import * as assert from "uvu/assert";
import { behaviour } from "../help/behaviour.ts";
import { visit, withBrowser } from "../help/browser.ts";
import { demo, demoPages } from "../help/demo.ts";
import { served } from "../help/server.ts";

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

type Settings = Parameters<typeof visit>[1];

/** What `look` finds on one page of each kind, with the kind before it. */
async function onEachPage(
  settings: Settings,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { output } = await demo("folder");
  return served(output, "/", ({ url }) =>
    withBrowser(async (browser) => {
      const { page } = await visit(browser, settings);
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

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { openPage, withBrowser } from "../help/sites/browser.ts";
import { demoPages, getDemo } from "../help/sites/demo.ts";
import { withServer } from "../help/sites/server.ts";

behaviour("a designer who judges the look of a page", (it) => {
  it("finds a picture of each kind in screenshots/, on a phone and a desk, light and dark, none of them blank", async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const taken = await takeAll();
    const blank: string[] = [];
    for (const file of taken) if (await isBlank(file)) blank.push(file);

    assert.is(taken.length, demoPages.length * 4);
    assert.equal(blank, []);
  });
});

const folder = "screenshots";

async function takeAll(): Promise<readonly string[]> {
  const { output } = await getDemo("folder");
  const taken: string[] = [];
  await withServer(output, "/", ({ url }) =>
    withBrowser(async (browser) => {
      for (const colorScheme of ["light", "dark"] as const) {
        for (const width of [360, 1280]) {
          const { page } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } });
          for (const { kind, address } of demoPages) {
            const path = join(folder, `${kind.replaceAll(" ", "-")}-${width}-${colorScheme}.png`);
            await page.goto(url + address.slice(1));
            await page.screenshot({ path, fullPage: true });
            taken.push(path);
          }
        }
      }
    }),
  );
  return taken;
}

// A page that shows text and rules has both light and dark pixels, and neither alone.
async function isBlank(file: string): Promise<boolean> {
  const { channels } = await sharp(file).greyscale().stats();
  const [grey] = channels;
  return grey === undefined || grey.max - grey.min < 128 || grey.stdev < 4;
}

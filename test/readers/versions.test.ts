import { createHash } from "node:crypto";
import * as assert from "uvu/assert";
import type { LinkStyle } from "../../src/values/address.ts";
import { findLinks } from "../help/readers/crawl.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const origin = "https://dispatch.example";
const files = {
  "2024/07/11/talks.md": formatArticle(),
  "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWe.\n",
};

behaviour("a browser or feed reader that keeps files after a new version of Dateline", (it) => {
  for (const links of ["folder", "file"] satisfies LinkStyle[]) {
    it(`asks for the style sheet of each page, which names a hash of its bytes (links: ${links})`, async () => {
      const site = await buildSmallSite(files, { links });
      const hash = createHash("sha256").update(site.bytes("/style.css")).digest("hex").slice(0, 8);
      const framed = site.pages.filter((page) => !/newsletter|404/.test(page));
      const styles = framed.map((page) => {
        const [href = ""] = site.page(page).attributes('link[rel="stylesheet"]', "href");
        return new URL(href, origin + page).href;
      });

      assert.ok(framed.length > 10);
      assert.equal([...new Set(styles)], [`${origin}/style.css?v=${hash}`]);
    });
  }

  it("asks for the pictures of each feed, which name hashes of their bytes", async () => {
    const site = await buildSmallSite(files);
    const pictures = site.files
      .filter((file) => /(?:rss|atom)\.xml$|feed\.json$/.test(file))
      .flatMap((file) => findLinks(site, `/${file}`))
      .flatMap(({ url }) => (/\/(?:icon|logo)\.png/.test(url) ? [url] : []));

    const hashed = ["/icon.png", "/logo.png"].map(
      (file) => `${origin}${file}?v=${createHash("sha256").update(site.bytes(file)).digest("hex").slice(0, 8)}`,
    );
    assert.equal([...new Set(pictures)].sort(), hashed);
  });
});

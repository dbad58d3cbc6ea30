import { gzipSync } from "node:zlib";
import * as assert from "uvu/assert";
import { findCssUrls } from "../help/readers/html-references.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { demoUrl, getDemo } from "../help/sites/demo.ts";
import type { PublishedFolder } from "../help/sites/published.ts";

// Some networks cut every file of a large host after its first 16 KB, headers and encryption included.
const most = 14 * 1024;

behaviour("a reader whose network cuts files after their first kilobytes", (it) => {
  it("gets every page with its style sheet", async () => {
    const site = await getDemo("folder");
    const heavy = site.pages.filter((address) => weight(site, address) > most);

    assert.equal(heavy, []);
  });

  it("gets a picture in some width and format that the browser knows", async () => {
    const site = await getDemo("folder");
    const variants = site.files.filter((file) => /\.(avif|webp|jpg)$/.test(file));
    const light = variants.filter((file) => site.bytes(`/${file}`).length <= most).map(pictureOf);

    assert.ok(variants.length > 0);
    assert.equal(
      [...new Set(variants.map(pictureOf))].filter((picture) => !light.includes(picture)),
      [],
    );
  });
});

behaviour("a reader who must not be seen", (it) => {
  it("asks no other host for anything", async () => {
    for (const links of ["folder", "file"] as const) {
      const site = await getDemo(links);

      assert.equal(
        site.pages.flatMap((address) => elsewhere(site, address)),
        [],
      );
    }
  });

  it("gets no script to run", async () => {
    const site = await getDemo("folder");
    const withScript = site.pages.filter((address) => runsSomething(site, address));

    assert.equal(withScript, []);
    assert.equal(
      site.files.filter((file) => /\.m?js$/.test(file)),
      [],
    );
  });

  it("has a browser that runs none, whatever an author or a mirror put into the page", async () => {
    const site = await getDemo("folder");
    const own = site.pages.filter((address) => site.page(address).count('link[rel="stylesheet"]') > 0);
    const policies = own.map((address) =>
      site.page(address).attribute("meta[http-equiv=Content-Security-Policy]", "content"),
    );

    assert.equal([...new Set(policies.map((policy) => policy.split("; ")[0]))], ["script-src 'none'"]);
  });

  it("tells a site that is linked to nothing about the page", async () => {
    const site = await getDemo("folder");
    const telling = site.pages.filter(
      (address) => site.page(address).attributes('meta[name="referrer"]', "content").join() !== "no-referrer",
    );

    assert.equal(telling, []);
  });
});

// Compressed as plain web servers do it at best. A page and its style sheet are two files; both must come through together.
function weight(site: PublishedFolder, address: string): number {
  const styles = site.page(address).attributes('link[rel="stylesheet"]', "href");
  const addresses = [address, ...styles.map((href) => new URL(href, `https://host.example${address}`).pathname)];
  return addresses.reduce((sum, each) => sum + gzipSync(site.bytes(each), { level: 9 }).length, 0);
}

// "/2024/07/11/map-1f0c9a2e-640.avif" is one file of the picture "/2024/07/11/map-1f0c9a2e", in one of its formats.
function pictureOf(file: string): string {
  return file.replace(/-\d+\.(\w+)$/, ".$1");
}

function elsewhere(site: PublishedFolder, address: string): readonly string[] {
  const page = site.page(address);
  const loaded = page.references().flatMap(({ url, loads }) => (loads ? [url] : []));
  const inStyles = page
    .attributes('link[rel="stylesheet"]', "href")
    .map((href) => new URL(href, `https://host.example${address}`).pathname)
    .flatMap((style) => findCssUrls(site.text(style)));
  return [...loaded, ...inStyles]
    .filter((url) => /^([a-z]+:)?\/\//i.test(url) && !url.startsWith(demoUrl))
    .map((url) => `${address}: ${url}`);
}

function runsSomething(site: PublishedFolder, address: string): boolean {
  const page = site.page(address);
  const scripts = page.count("script") - page.count('script[type="application/ld+json"]');
  const handlers = page.count("[onclick], [onload], [onerror], [onmouseover], [onfocus], [onsubmit], [ontoggle]");
  const urls = page.references().filter(({ url }) => /^\s*javascript:/i.test(url));
  return scripts + handlers + urls.length > 0;
}

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import * as assert from "uvu/assert";
import { findCssUrls } from "../help/readers/html-references.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { openPage, withBrowser } from "../help/sites/browser.ts";
import { demoUrl, getDemo } from "../help/sites/demo.ts";
import { createTemporaryFolder } from "../help/sites/folders.ts";
import type { PublishedFolder } from "../help/sites/published.ts";
import { withServer } from "../help/sites/server.ts";

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
    const policies = site.pages.map((address) =>
      site.page(address).attribute("meta[http-equiv=Content-Security-Policy]", "content"),
    );

    const directives = policies.map(
      (policy) => new Map(policy.split("; ").map((each) => each.split(/ (.*)/, 2) as [string, string])),
    );

    assert.ok(policies.length > 200);
    for (const name of ["default-src", "base-uri", "form-action"])
      assert.equal([...new Set(directives.map((policy) => policy.get(name)))], ["'none'"], name);
    assert.equal([...new Set(directives.map((policy) => policy.get("img-src")))], ["'self' data:"]);
    assert.equal([...new Set(directives.flatMap((policy) => [...policy.keys()]))].sort(), [
      "base-uri",
      "default-src",
      "form-action",
      "img-src",
      "style-src",
    ]);
    const styles = new Set(directives.map((policy) => policy.get("style-src") ?? ""));
    assert.equal([...styles].map((style) => style.replace(/'sha256-.*/, "a hash")).sort(), [
      "'self'",
      "'unsafe-inline'",
      "a hash",
    ]);
  });

  it("is refused what a mirror put into any kind of page, and sees the page in its style all the same", async () => {
    const { output } = await getDemo("folder");
    const copy = createTemporaryFolder();
    cpSync(output, copy, { recursive: true });
    const addresses = ["index.html", "404.html", "2024/07/11/newsletter.html", "2024/07/11/index.html"];
    await withServer(copy, "/", ({ url: foreignUrl, requests }) =>
      withServer(copy, "/", ({ url }) =>
        withBrowser(async (browser) => {
          for (const address of addresses) {
            const file = join(copy, address);
            const html = readFileSync(file, "utf8").replace("</body>", `${injectHarm(foreignUrl)}</body>`);
            writeFileSync(file, html);
            for (const base of [pathToFileURL(`${copy}/`).href, url]) {
              const { page } = await openPage(browser, { javaScriptEnabled: true });
              await page.goto(base + address);
              const { fontSize } = await page.locator("h1").evaluate((heading) => getComputedStyle(heading));

              assert.not.equal(await page.title(), "hacked");
              assert.not.equal(fontSize, "32px", `${base}${address} has lost its style`);
            }
          }
          assert.equal(requests, []);
        }),
      ),
    );
  });

  it("tells a site that is linked to nothing about the page", async () => {
    const site = await getDemo("folder");
    const telling = site.pages.filter(
      (address) => site.page(address).attributes('meta[name="referrer"]', "content").join() !== "no-referrer",
    );

    assert.equal(telling, []);
  });
});

function injectHarm(url: string): string {
  const picture = `<img src="${url}icon.png" srcset="${url}logo.png 2x">`;
  const style = `<link rel="stylesheet" href="${url}style.css"><p style="background: url(${url}icon.png)">`;
  return `${picture}${style}<iframe src="${url}"></iframe><script>document.title = "hacked"</script>`;
}

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

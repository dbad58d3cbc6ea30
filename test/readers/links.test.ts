import * as assert from "uvu/assert";
import { findBrokenLinks, findLinks, findReachableFiles, formatLinks, type SiteLink } from "../help/readers/crawl.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { demoUrl, getDemo, isMail } from "../help/sites/demo.ts";
import type { PublishedFolder } from "../help/sites/published.ts";

for (const links of ["folder", "file"] as const) {
  behaviour(`a reader who follows every link of a site whose links name a ${links}`, (it) => {
    it("finds a file, and the place in it, at the end of each", async () => {
      const site = await getDemo(links);

      assert.equal(findBrokenLinks(site, demoUrl), []);
    });

    it("comes to every file, but for old addresses that lead on", async () => {
      const site = await getDemo(links);
      const found = findReachableFiles(site, demoUrl, ["/", "/404.html", "/robots.txt"]);
      const lost = site.files.map((file) => `/${file}`).filter((file) => !found.has(file) && !leadsOn(site, file));

      assert.equal(lost, []);
    });
  });
}

behaviour("a reader who has the site as files, without a server", (it) => {
  it("finds a file's name at the end of every link inside the site", async () => {
    const site = await getDemo("file");
    const folders = linksInside(site).filter(({ url }) => /^(\.*|.*\/)($|#.)/.test(url) && !url.startsWith("#"));

    assert.equal(formatLinks(folders), []);
  });
});

behaviour("a reader on a mirror, whose address the publisher does not know", (it) => {
  it("stays on the mirror: links between pages name no host and no root", async () => {
    for (const links of ["folder", "file"] as const) {
      const site = await getDemo(links);
      const followed = linksInside(site);
      const feeds = site.pages
        .filter((address) => address !== "/404.html")
        .flatMap((address) => site.page(address).attributes('link[rel="alternate"][type]', "href"));

      assert.ok(followed.length > 1000 && feeds.length > 100);
      assert.equal(formatLinks(followed.filter(({ url }) => /^(\/|[a-z]+:)/.test(url))), []);
      assert.equal(
        feeds.filter((href) => /^(\/|[a-z]+:)/.test(href)),
        [],
      );
    }
  });
});

behaviour("a search engine that reads the sitemap", (it) => {
  it("finds every page for readers in it, once, and nothing else", async () => {
    const site = await getDemo("folder");
    const [index, ...rest] = findLinks(site, "/robots.txt");
    const listed = findLinks(site, new URL(index?.url ?? "").pathname)
      .flatMap(({ url }) => findLinks(site, new URL(url).pathname))
      .filter(({ from }) => from === "sitemap:loc")
      .map(({ url }) => url);

    assert.equal(rest, []);
    assert.equal(
      [...listed].sort(),
      site.pages
        .filter((address) => forSearch(site, address))
        .map(onSite)
        .sort(),
    );
  });

  it("finds one canonical URL in each page, that of its own address", async () => {
    for (const links of ["folder", "file"] as const) {
      const site = await getDemo(links);
      const stands = (address: string) => address !== "/404.html" && !isMail(address) && !leadsOn(site, address);
      const pages = site.pages.filter(stands);
      const canonical = pages.map((address) => site.page(address).attribute('link[rel="canonical"]', "href"));

      assert.equal(canonical, pages.map(onSite));
    }
  });

  it("finds in an edition that stands there as a mail too the URL of the edition", async () => {
    const site = await getDemo("folder");
    const mails = site.pages.filter(isMail);

    assert.ok(mails.length > 10);
    assert.equal(
      mails.map((address) => site.page(address).attribute('link[rel="canonical"]', "href")),
      mails.map((address) => onSite(address.replace("newsletter.html", ""))),
    );
  });
});

function onSite(address: string): string {
  return demoUrl + address.slice(1);
}

function leadsOn(site: PublishedFolder, file: string): boolean {
  return file.endsWith(".html") && site.page(file).count('meta[http-equiv="refresh"]') > 0;
}

function forSearch(site: PublishedFolder, address: string): boolean {
  const isCopy = address === "/404.html" || isMail(address) || leadsOn(site, address);
  return !isCopy && site.page(address).count('meta[name="robots"][content~="noindex"]') === 0;
}

// What a reader can follow, or a browser fetches, from one file of the site to another. 404.html is served at any
// depth, and mails are read elsewhere, so these alone must name the host.
function linksInside(site: PublishedFolder): readonly SiteLink[] {
  const absolute = /^(link (canonical|alternate)|meta og:|schema)/;
  return site.pages
    .filter((address) => address !== "/404.html" && !isMail(address))
    .flatMap((address) => findLinks(site, address))
    .filter(({ url, from }) => inside(url) && !absolute.test(from));
}

function inside(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith(demoUrl);
}

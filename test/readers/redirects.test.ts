import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const oldAddresses = ["/old/", "/old/story.html", "/2023/05/06/news.htm", "/Blog/2024/", "/ru/old/"];

behaviour("a search engine that comes to an old address", (it) => {
  for (const links of ["folder", "file"] as const)
    it(`is handed on to the new one, and may keep what it knows, where links name a ${links}`, async () => {
      const site = await buildSmallSite(
        {
          "2024/07/10/talks.md": formatArticle({ aliases: oldAddresses }),
          "2024/07/10/talks.ru.md": formatArticle({ aliases: ["/ru/older/"] }),
        },
        { links },
      );
      const pages = [...oldAddresses, "/ru/older/"];
      const canonical = (address: string) => site.page(address).attributes('link[rel="canonical"]', "href");
      const newAddress = (address: string) =>
        address === "/ru/older/" ? "/ru/2024/07/10/talks/" : "/2024/07/10/talks/";

      assert.equal(site.problems, []);
      for (const address of pages) {
        const [refresh = ""] = site.page(address).attributes('meta[http-equiv="refresh"]', "content");
        const [seconds, target = ""] = refresh.split("; url=");
        const to = newAddress(address);

        assert.equal(canonical(address), [`https://dispatch.example${to}`], address);
        assert.equal(site.page(address).attributes('meta[name="robots" i]', "content"), [], address);
        assert.is(seconds, "0", address);
        assert.not.match(target, /^\/|:/);
        assert.is(new URL(target, `https://x${address}`).pathname, links === "file" ? `${to}index.html` : to, address);
      }
    });

  it("finds none of them in a sitemap", async () => {
    const site = await buildSmallSite({ "2024/07/10/talks.md": formatArticle({ aliases: oldAddresses }) });
    const sitemaps = site.files.filter((file) => /^sitemaps?[./]/.test(file)).map((file) => site.text(`/${file}`));

    assert.ok(sitemaps.length > 1);
    assert.ok(sitemaps.some((text) => text.includes("/2024/07/10/talks/")));
    for (const address of oldAddresses) assert.not.ok(sitemaps.some((text) => text.includes(`example${address}<`)));
  });
});

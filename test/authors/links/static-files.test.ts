import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { checkSite, getSitePaths } from "../../help/sites/builds.ts";
import { buildSmallSite, formatArticle, type SmallSite, type SmallSiteOptions } from "../../help/sites/site.ts";

const a = "2024/07/11/a.md";
const files = {
  "static/CNAME": "a.example\n",
  "static/reports/2024.pdf": "%PDF",
  "static/Годовой отчёт (1).pdf": "%PDF",
  "static/100%.txt": "All.\n",
  "static/.well-known/security.txt": "Contact: mailto:a@a.example\n",
  "static/old/index.html": "<p id=x>Old.",
};

const linking = (targets: readonly string[], options?: SmallSiteOptions): Promise<SmallSite> =>
  buildSmallSite({ ...files, [a]: formatArticle({}, targets.map((target) => `[x](${target})`).join("\n\n")) }, options);

behaviour("an author who links to a static file", (it) => {
  const encoded = "%D0%93%D0%BE%D0%B4%D0%BE%D0%B2%D0%BE%D0%B9%20%D0%BE%D1%82%D1%87%D1%91%D1%82%20(1).pdf";
  const targets: Readonly<Record<string, string>> = {
    "/CNAME": "/CNAME",
    "/reports/2024.pdf#page=3": "/reports/2024.pdf#page=3",
    "</Годовой отчёт (1).pdf>": `/${encoded}`,
    "/Годовой%20отчёт%20(1).pdf": `/${encoded}`,
    [`/${encoded}`]: `/${encoded}`,
    // As a Mac stores the name.
    [`<${"/Годовой отчёт (1).pdf".normalize("NFD")}>`]: `/${encoded}`,
    "/100%25.txt": "/100%25.txt",
    "/100%.txt": "/100%25.txt",
    "/.well-known/security.txt": "/.well-known/security.txt",
    "/old/": "/old/",
    "/old/index.html#x": "/old/#x",
    "../../../static/reports/2024.pdf": "/reports/2024.pdf",
    "<../../../static/Годовой отчёт (1).pdf>": `/${encoded}`,
  };

  for (const links of ["folder", "file"] as const)
    it(`leads to it from the page and from feeds, where links name a ${links}`, async () => {
      const site = await linking(Object.keys(targets), { links });
      const hrefs = site.page("/2024/07/11/a/").attributes(".prose a", "href");
      const toFile = (address: string) => (links === "file" ? address.replace(/\/(?=$|#)/, "/index.html") : address);
      const html = site.feed("/rss.xml").items[0]?.html ?? "";

      assert.equal(site.problems, []);
      assert.ok(hrefs.every((href) => href.startsWith("../")));
      const urls = hrefs.map((href) => new URL(href, "https://x/2024/07/11/a/"));
      assert.equal(
        urls.map(({ pathname, hash }) => pathname + hash),
        Object.values(targets).map(toFile),
      );
      for (const target of Object.values(targets)) assert.match(html, `href="https://dispatch.example${target}"`);
    });

  it("reads which one is meant, and has no further line who writes it", async () => {
    const slips: Readonly<Record<string, string>> = {
      "/reports/2024.PDF": "/reports/2024.pdf",
      "/report/2024.pdf": "/reports/2024.pdf",
      "/Годовой%20отчет%20(1).pdf": "/Годовой%20отчёт%20(1).pdf",
      "/cname": "/CNAME",
      "/.well-known/security.text": "/.well-known/security.txt",
    };
    const { problems } = await linking(Object.keys(slips));

    assert.equal(
      problems.map((problem) => problem.replace(/^.* Did you mean /, "")),
      Object.values(slips).map((meant) => `"${meant}"?`),
    );
    assert.equal((await linking(Object.values(slips))).problems, []);
  });

  it("is told when it goes, by a cached build, a first one and a check alike", async () => {
    const site = await linking(["/reports/2024.pdf", "</Годовой отчёт (1).pdf>"]);
    const gone = { "static/reports/2024.pdf": undefined, "static/Годовой отчёт (1).pdf": undefined };
    const changed = await site.change(gone);
    const checked = await checkSite(getSitePaths(site.folder), "2024-12-31T12:00:00Z");
    const at = (line: number, column: number, to: string) =>
      `content/${a}:${line}:${column}  text: the link to ${to} does not lead to a published page. Correct the link, publish its target, or remove the link.`;

    assert.equal(changed.problems, [at(8, 5, "/reports/2024.pdf"), at(10, 6, "/Годовой%20отчёт%20(1).pdf")]);
    assert.equal(
      checked.map((line) => line.replaceAll(`${site.folder}/`, "")),
      changed.problems,
    );
    // Nothing was changed.
    assert.equal(changed.files, site.files);
    assert.equal((await site.change({ [a]: undefined, "2024/07/11/b.md": formatArticle() })).problems, []);
  });
});

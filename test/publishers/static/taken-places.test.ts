import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { checkSite, getSitePaths } from "../../help/sites/builds.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const talks = { "2024/07/11/talks.md": formatArticle() };
const rename = "Rename it, or delete it.";
const taken = (path: string) => `is published at /${path}, where the site has a file of its own. ${rename}`;
const spelt = (folder: string) =>
  `spells the folder /${folder} of the site in another way, and disks that ignore capitals have one of them. ${rename}`;
const named = (name: string) => `has the name of a file or folder of the site: /${name}. ${rename}`;

// By the path of a static file.
const cases: Readonly<Record<string, string>> = {
  "index.html": taken("index.html"),
  "robots.txt": taken("robots.txt"),
  "404.html": taken("404.html"),
  "style.css": taken("style.css"),
  "rss.xml": taken("rss.xml"),
  "Robots.TXT": taken("Robots.TXT"),
  "tags/diplomacy/index.html": taken("tags/diplomacy/index.html"),
  "2024/07/11/talks/index.html": taken("2024/07/11/talks/index.html"),
  "2024/07/11/newsletter.txt": taken("2024/07/11/newsletter.txt"),
  "Tags/list.txt": spelt("tags"),
  "2024/07/11/Talks/a.pdf": spelt("2024/07/11/talks"),
  tags: named("tags"),
  "2024/07/11/talks": named("2024/07/11/talks"),
  "rss.xml/a.txt": named("rss.xml"),
};

behaviour("a publisher whose static file has the place of a page", (it) => {
  for (const [path, line] of Object.entries(cases)) {
    it(`is told at the file, by a first build, a cached one and a check alike: ${path}`, async () => {
      const files = { ...talks, [`static/${path}`]: "Mine.\n" };
      const lines = [`content/static/${path}:1:1  ${line}`];
      const site = await buildSmallSite(files);
      const changed = await (await buildSmallSite(talks)).change(files);

      assert.equal(site.problems, lines);
      assert.equal(changed.problems, lines);
      assert.equal(await check(changed.folder), lines);
      assert.not.match(changed.text("/robots.txt"), "Mine");
      assert.equal((await changed.change({ [`static/${path}`]: undefined })).problems, []);
    });
  }

  it("is told when the page comes after the file", async () => {
    const site = await buildSmallSite({ ...talks, "static/tags/russia/index.html": "Mine.\n" });
    assert.equal(site.problems, []);
    const changed = await site.change({ "2024/06/11/more.md": formatArticle({ tags: ["russia"] }) });

    assert.equal(changed.problems, [`content/static/tags/russia/index.html:1:1  ${taken("tags/russia/index.html")}`]);
    assert.is(changed.text("/tags/russia/"), "Mine.\n");
  });

  it("is told of two static files that some disks hold as one", async () => {
    const files = { "static/Report.pdf": "A", "static/report.pdf": "B", "static/a/x": "C", "static/A/y": "D" };
    const site = await buildSmallSite({ ...talks, ...files });
    const rest = "and some disks hold only one of the two. Rename one of the two.";

    assert.equal(site.problems, [
      `content/static/a/x:1:1  spells the folder /A in another way than content/static/A/y, ${rest}`,
      `content/static/report.pdf:1:1  has the name /report.pdf like content/static/Report.pdf, ${rest}`,
    ]);
  });

  const aliases: Readonly<Record<string, FileContents>> = {
    "/old.html": { "static/old.html": "Mine.\n" },
    "/old/": { "static/old/index.html": "Mine.\n" },
    "/cname/": { "static/CNAME": "Mine.\n" },
  };
  for (const [alias, files] of Object.entries(aliases)) {
    it(`is told at the alias that would take it, whichever came first: ${alias}`, async () => {
      const withAlias = { "2024/06/11/a.md": formatArticle({ aliases: [alias] }) };
      const first = await buildSmallSite({ ...talks, ...files, ...withAlias });
      const aliasFirst = await (await buildSmallSite({ ...talks, ...withAlias })).change(files);
      const fileFirst = await (await buildSmallSite({ ...talks, ...files })).change(withAlias);

      assert.is(first.problems.length, 1);
      assert.match(first.problems[0] ?? "", `content/2024/06/11/a.md:6:11  aliases: "${alias}" `);
      assert.equal([aliasFirst.problems, fileFirst.problems], [first.problems, first.problems]);
    });
  }
});

async function check(folder: string): Promise<readonly string[]> {
  const lines = await checkSite(getSitePaths(folder), "2024-12-31T12:00:00Z");
  return lines.map((line) => line.replaceAll(`${folder}/`, ""));
}

import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const site = makeSettingsFiles()["site.yaml"] ?? "";
const files = {
  "2024/07/11/talks.md": formatArticle({}, "[x](/old/report.pdf) [y](/reports/2024.pdf) [z](/paper/)"),
  "static/reports/2024.pdf": "%PDF-1.7",
  "static/press/index.html": "<p>Press.",
};
const withAliases = (...entries: readonly string[]) => ({ "site.yaml": `${site}aliases: {${entries.join(", ")}}\n` });
const aliases = withAliases(
  '"/old/report.pdf": "/reports/2024.pdf"',
  '"/paper/": "/reports/2024.pdf"',
  '"/media/": "/press/"',
);

behaviour("a publisher whose static files had other addresses", (it) => {
  it("has each of these answer, by the same bytes or by a redirect, as a build from nothing has it", async () => {
    const built = await buildSmallSite({ ...files, ...aliases });
    const [old] = built.page("/2024/07/11/talks/").attributes(".prose a", "href");

    assert.equal(built.problems, []);
    assert.is(old, "../../../../old/report.pdf");
    assert.is(built.text("/old/report.pdf"), "%PDF-1.7");
    assert.match(built.text("/paper/"), 'url=../reports/2024.pdf"');
    assert.match(built.text("/media/"), 'url=../press/"');
    const changed = await built.change({ "static/reports/2024.pdf": "%PDF-1.7 corrected" });
    assert.equal([changed.problems, changed.text("/old/report.pdf")], [[], "%PDF-1.7 corrected"]);
    const without = await changed.change({
      ...withAliases('"/media/": "/press/"'),
      "2024/07/11/talks.md": formatArticle(),
    });
    const anew = { ...getSitePaths(createTemporaryFolder()), content: getSitePaths(built.folder).content };
    await runBuild(anew, "2024-12-31T12:00:00Z");
    assert.equal(without.problems, []);
    assert.equal(findDifferentFiles(readAllBytes(without.output), readAllBytes(anew.output)), []);
    assert.not.ok(without.files.includes("old/report.pdf"));
  });

  it("is told of one that a static file stands at, and of one whose file is gone", async () => {
    const built = await buildSmallSite({ ...files, ...aliases, "static/old/report.pdf": "Mine." });
    const at = "content/site.yaml:11:11  aliases:";

    assert.equal(built.problems.length, 1);
    assert.match(built.problems[0] ?? "", `${at} "/old/report.pdf" is the address of`);
    const gone = await built.change({ "static/old/report.pdf": undefined, "static/reports/2024.pdf": undefined });
    assert.match(gone.problems.join("\n"), `${at} /old/report.pdf leads to /reports/2024.pdf, at which nothing`);
  });
});

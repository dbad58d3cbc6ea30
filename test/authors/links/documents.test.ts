import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { getMediaType } from "../../../src/preview/media-types.ts";
import { isDocumentPath } from "../../../src/read/read.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder, type FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const day = "2024/07/11";
const a = `${day}/a.md`;
const link = (...targets: readonly string[]) =>
  formatArticle({}, targets.map((target) => `[x](${target})`).join("\n\n"));

behaviour("an author who links to a document beside the text", (it) => {
  const documents: FileContents = {
    [`${day}/report.pdf`]: "%PDF-1.7 words",
    [`${day}/Отчёт за 2024.XLSX`]: "PK\x03\x04",
    [`${day}/audio/talk.mp3`]: "ID3",
    "2024/07/shared.csv": "a,b\n",
    "pages/statute.odt": "PK\x03\x04",
    [`${day}/newsletter.txt`]: "Mine.\n",
  };
  const texts = {
    [a]: link(
      "report.pdf",
      "./report.pdf#page=3",
      "<Отчёт за 2024.XLSX>",
      "%D0%9E%D1%82%D1%87%D1%91%D1%82%20за%202024.XLSX",
      "audio/talk.mp3",
      "../shared.csv",
      "newsletter.txt",
    ),
    [`${day}/index.md`]: "Read [the report](report.pdf).\n",
    "pages/about.md": "---\ntitle: About\nsummary: We.\n---\n\n[Statute](statute.odt)\n",
  };
  const stems = ["report-", "report-", "otchyot-za-2024-", "otchyot-za-2024-", "talk-", "shared-", "newsletter"];

  it("finds it published beside the page, by its name and a hash, byte for byte", async () => {
    const site = await buildSmallSite({ ...documents, ...texts });
    const hrefs = site.page(`/${day}/a/`).attributes(".prose a", "href");
    const paths = hrefs.map((href) => new URL(href, `https://x/${day}/a/`).pathname);

    assert.equal(site.problems, []);
    assert.equal(
      paths.map((path) => path.replace(/[\da-f]{8}(\.\w+)$|\.txt$/, "").replace(/^.*\//, "")),
      stems,
    );
    assert.match(hrefs[0] ?? "", /^\.\.\/report-[\da-f]{8}\.pdf$/);
    assert.is(hrefs[1], `${hrefs[0]}#page=3`);
    assert.match(hrefs[2] ?? "", /\.xlsx$/);
    assert.is(site.text(paths[0] ?? ""), "%PDF-1.7 words");
    assert.match(site.text(paths[6] ?? ""), "Envoys meet in Vienna");
    const [statute = ""] = site.page("/about/").attributes(".prose a", "href");
    assert.is(site.text(new URL(statute, "https://x/about/").pathname), "PK\x03\x04");
  });

  it("gives the whole address to subscribers by feed and by mail", async () => {
    const site = await buildSmallSite({ ...documents, ...texts });
    const [path = ""] = site.page(`/${day}/a/`).attributes(".prose a", "href");
    const url = new URL(path, `https://dispatch.example/${day}/a/`).href;

    for (const feed of ["/rss.xml", "/atom.xml", "/feed.json"])
      assert.ok(
        site.feed(feed).items.some(({ html }) => html?.includes(`href="${url}"`)),
        feed,
      );
    assert.match(site.text(`/${day}/newsletter.txt`).replaceAll("\n", ""), url);
    assert.match(site.text(`/${day}/newsletter.html`), `href="${url}"`);
  });

  it("finds a replaced one at a new address, and only linked ones, as a build from nothing does", async () => {
    const site = await buildSmallSite({ ...documents, ...texts });
    const changes: readonly (readonly [change: FileContents, pdfs: number])[] = [
      [{ [`${day}/report.pdf`]: "%PDF-1.7 other words" }, 1],
      [{ [a]: link("report.pdf") }, 1],
      // A draft is not published, nor what it links to.
      [{ [`${day}/index.md`]: undefined, [a]: formatArticle({ draft: true }, "[x](report.pdf)") }, 0],
      [{ [a]: formatArticle() }, 0],
    ];
    for (const [change, pdfs] of changes) {
      const changed = await site.change(change);
      const anew = { ...getSitePaths(createTemporaryFolder()), content: getSitePaths(site.folder).content };
      await runBuild(anew, "2024-12-31T12:00:00Z");

      assert.equal(changed.problems, []);
      assert.equal(findDifferentFiles(readAllBytes(changed.output), readAllBytes(anew.output)), []);
      assert.is(changed.files.filter((file) => file.endsWith(".pdf")).length, pdfs);
    }
  });

  const slips: Readonly<Record<string, string>> = {
    "reprot.pdf": 'there is no document "reprot.pdf". Did you mean "report.pdf"?',
    "audio/talks.mp3": 'there is no document "audio/talks.mp3". Did you mean "audio/talk.mp3"?',
    "<Отчет за 2024.XLSX>": 'there is no document "Отчет за 2024.XLSX". Did you mean "Отчёт%20за%202024.XLSX"?',
    "../../06/11/other.pdf":
      'there is no document "../../06/11/other.pdf". Put the file next to this text, and write its name; or put it into the folder static, and write its address, as in /report.pdf.',
  };
  for (const [written, line] of Object.entries(slips)) {
    it(`reads what is wrong, and follows it: ${written}`, async () => {
      const other = { "2024/06/11/other.pdf": "%PDF", "2024/06/11/b.md": link("other.pdf") };
      const site = await buildSmallSite({ ...documents, ...other, [a]: link(written) });
      const meant = /Did you mean "(.*)"\?/.exec(line)?.[1];

      assert.equal(site.problems, [`content/${a}:8:${written.startsWith("<") ? 6 : 5}  text: ${line}`]);
      if (meant) assert.equal((await site.change({ [a]: link(meant) })).problems, []);
    });
  }

  it("reads that it is not a picture where it stands for one", async () => {
    const image = { src: "report.pdf", alt: "A map", credit: "Ann Example" };
    const site = await buildSmallSite({
      [`${day}/report.pdf`]: "%PDF",
      [a]: formatArticle({ image }, "![A map](report.pdf)\n\n[x](report.pdf)"),
    });

    assert.equal(site.problems, [
      `content/${a}:6:15  image.src: "report.pdf" is not a picture. Link to it in the text, and name a picture here.`,
      `content/${a}:9:10  text: "report.pdf" is a document, not a picture. Link to it: [words](report.pdf)`,
    ]);
  });

  it("may be of each type that the README names, and the preview knows it", () => {
    const [, names = ""] = /Known are `([^`]*)`/.exec(readFileSync("README.md", "utf8")) ?? [];
    const endings = names.split(/\s+/);

    assert.ok(endings.length > 30);
    for (const ending of endings) {
      assert.ok(isDocumentPath(`a${ending}`), ending);
      assert.is.not(getMediaType(`a${ending}`), getMediaType("a.unknown"), ending);
    }
  });

  const contents: Readonly<Record<string, readonly [name: string, bytes: string, line: string]>> = {
    "a pointer": [
      "a.pdf",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      "is a Git LFS pointer, not a PDF. Run `git lfs pull`.",
    ],
    "a web page": [
      "a.csv",
      "\n<!DOCTYPE html>\n<html><title>Not found</title></html>",
      "is a web page, not a CSV table. Save the document again as a CSV table.",
    ],
    "another type": ["a.mp3", "%PDF-1.4", "is a PDF, not a sound. Save the document again as a sound."],
    "an error of a server": [
      "a.xlsx",
      '{"error": 1}',
      "is JSON, not an Excel workbook. Save the document again as an Excel workbook.",
    ],
    nothing: ["a.zip", "", "is empty. Save the document again."],
  };
  for (const [what, [name, bytes, line]] of Object.entries(contents)) {
    it(`reads that it is ${what}, and no further line`, async () => {
      const site = await buildSmallSite({ [`${day}/${name}`]: bytes, [a]: link(name) });

      assert.equal(site.problems, [`content/${day}/${name}:1:1  ${line}`]);
    });
  }
});

import { join } from "node:path";
import * as assert from "uvu/assert";
import { makeSampleArchives } from "../../help/archives/archives.ts";
import { convertFiles, convertFolder, isThere } from "../../help/archives/converted.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";

const archives = await makeSampleArchives();

behaviour("a publisher who converts an archive", (it) => {
  for (const { from, files } of archives) {
    it(`finds every word of it in the content or in the report, and builds a site of it: ${from}`, async () => {
      const converted = await convertFiles(from, files);
      const output = converted.files
        .filter((file) => /\.(?:md|yaml)$/.test(file))
        .map(converted.text)
        .join("\n");
      const input = Object.values(files)
        .map((file) => file?.toString("latin1") ?? "")
        .join("\n");
      const words = new Set(input.match(/\bword\d+\b/gi)?.map((word) => word.toLowerCase()));

      assert.ok(words.size > 8);
      assert.equal(
        [...words].filter((word) => !new RegExp(`\\b${word}(?!\\d)`, "i").test(output)),
        [],
      );
      const site = await converted.build();
      assert.ok(site.files.includes("rss.xml"));
    });

    it(`gets the same bytes from the same archive: ${from}`, async () => {
      const first = await convertFiles(from, files);
      const second = await convertFolder(from, first.archive, join(createTemporaryFolder(), "again"));

      assert.equal(second.files, first.files);
      for (const file of first.files) assert.is(second.text(file), first.text(file), file);
    });

    it(`has nobody's mail address in the content: ${from}`, async () => {
      const converted = await convertFiles(from, files);

      for (const file of converted.files) assert.not.match(converted.text(file), "@mail.example");
    });
  }
});

behaviour("a publisher whose output folder is not empty", (it) => {
  it("keeps all that is in it, and gets nothing else", async () => {
    const folder = createTemporaryFolder();
    writeFiles(folder, { "archive/_posts/2020-01-01-a.md": "---\ntitle: A\n---\nText.\n", "digest/note.txt": "mine" });
    const error = await convertFolder("jekyll", join(folder, "archive"), join(folder, "digest")).catch(
      (reason) => reason,
    );

    assert.match(error.message, "is not empty, and nothing in it is replaced.");
    assert.equal(listFiles(folder), ["archive/_posts/2020-01-01-a.md", "digest/note.txt"]);
  });

  it("has nothing half-written if the archive is not one", async () => {
    const folder = createTemporaryFolder();
    writeFiles(folder, { "archive/export.xml": "<rss><channel><item><title>A</channel></rss>" });
    const error = await convertFolder("wordpress-export", join(folder, "archive"), join(folder, "digest")).catch(
      (reason) => reason,
    );

    assert.match(error.message, "export.xml is not XML");
    assert.not(isThere(folder, "digest"));
    assert.equal(listFiles(folder), ["archive/export.xml"]);
  });
});

import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const photograph = createFlat(600, 400, [200, 100, 50]).png().toBuffer();
const image = (src: string) => ({ image: { src, alt: "A plan", credit: "Desk" } });

// Two articles that show the same bytes, each under its own path.
const twins: Readonly<Record<string, readonly [article: string, picture: string][]>> = {
  "in two editions": [
    ["2024/07/11/a", "one.png"],
    ["2024/07/12/b", "one.png"],
  ],
  "in two months": [
    ["2024/06/11/a", "one.png"],
    ["2024/07/12/b", "one.png"],
  ],
  "under two names in one edition": [
    ["2024/07/11/a", "one.png"],
    ["2024/07/11/b", "two.png"],
  ],
};

behaviour("a publisher whose authors use one picture twice", (it) => {
  for (const [where, [first, second]] of Object.entries(twins)) {
    it(`finds both published, from one build or two: ${where}`, async () => {
      const bytes = await photograph;
      const filesOf = ([article, picture]: readonly [string, string] = ["", ""]) => ({
        [`${article}.md`]: formatArticle(image(picture)),
        [join(article, "..", picture)]: bytes,
      });
      const atOnce = await buildSmallSite({ ...filesOf(first), ...filesOf(second) });
      const oneByOne = await (await buildSmallSite(filesOf(first))).change(filesOf(second));

      assert.equal(atOnce.problems, []);
      for (const [article, picture] of [first, second].flatMap((twin) => (twin ? [twin] : []))) {
        const stem = `${join(article, "..", picture.slice(0, -4))}-`;
        for (const format of ["avif", "webp", "jpg"])
          assert.ok(
            atOnce.files.some((file) => file.startsWith(stem) && file.endsWith(format)),
            `${stem} ${format}`,
          );
      }
      assert.equal(findDifferentFiles(readAllBytes(oneByOne.output), readAllBytes(atOnce.output)), []);
    });
  }

  it("finds them all where the path of the cache has brackets", async () => {
    const folder = join(createTemporaryFolder(), "[site] (1)");
    const paths = getSitePaths(folder);
    writeFiles(paths.content, {
      ...makeSettingsFiles(),
      "2024/07/11/a.md": formatArticle(image("one.png")),
      "2024/07/11/one.png": await photograph,
    });

    assert.equal((await runBuild(paths)).problems, []);
    assert.is([...readAllBytes(paths.output).keys()].filter((file) => file.endsWith(".avif")).length, 2);
  });
});

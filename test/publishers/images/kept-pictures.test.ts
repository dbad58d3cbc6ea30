import { readdirSync, truncateSync, utimesSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild, type SitePaths } from "../../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const [map, chart] = ["2024/07/11/map.png", "2024/07/12/chart.png"];
const image = (src: string) => ({ src, alt: "A map", credit: "Ann Example" });

behaviour("a publisher who keeps made pictures between builds", (it) => {
  it("keeps none of a picture that authors have replaced or taken away, and all of the others", async () => {
    const places = await desk();
    const ofMap = await kept(places, "2024/07/11/talks.md");
    age(places);
    writeFiles(places.content, { [map]: await picture([9, 9, 9]) });
    await runBuild(places);
    const replaced = namesIn(places);
    age(places);
    writeFiles(places.content, { "2024/07/12/drones.md": formatArticle(), [chart]: undefined });
    await runBuild(places);
    const left = namesIn(places);

    assert.is(ofMap.length, 7);
    assert.equal(
      replaced.filter((name) => ofMap.includes(name)),
      [],
    );
    assert.is(replaced.length, 14);
    assert.is(left.length, 7);
    await isRight(places);
  });

  it("keeps those of drafts, which previews show", async () => {
    const places = await desk();
    const before = namesIn(places);
    age(places);
    const draft = formatArticle({ draft: true, image: image("chart.png") });
    writeFiles(places.content, { "2024/07/12/drones.md": draft, [map]: await picture([9, 9, 9]) });
    await runBuild(places);

    assert.is(namesIn(places).filter((name) => before.includes(name)).length, 7);
  });

  it("keeps for an hour what was used: a preview may be at work with it", async () => {
    const places = await desk();
    const before = namesIn(places);
    writeFiles(places.content, { [map]: await picture([9, 9, 9]) });
    await runBuild(places);

    assert.equal(
      before.filter((name) => !namesIn(places).includes(name)),
      [],
    );
  });

  it("looks at none of them where nothing changed", async () => {
    const places = await desk();
    for (const name of namesIn(places)) truncateSync(join(places.cache, "images", name));
    const { summary: built, notices } = await runBuild(places);

    assert.equal([built?.written, notices], [0, []]);
  });

  it("gets the right pictures and weights where what was kept lost its end", async () => {
    const places = await desk();
    const pictures = namesIn(places).filter((name) => !name.endsWith(".json"));
    for (const name of pictures) truncateSync(join(places.cache, "images", name), 40);
    writeFiles(places.content, { "2024/07/13/more.md": formatArticle({ title: "More" }) });
    await runBuild(places);
    await isRight(places);
    writeFiles(places.cache, { root: undefined });
    await runBuild(places);
    await isRight(places);
  });
});

/** A desk with two pictured articles, whose site is published. */
async function desk(): Promise<SitePaths> {
  const places = getSitePaths(createTemporaryFolder());
  writeFiles(places.content, {
    ...makeSettingsFiles(),
    "2024/07/11/talks.md": formatArticle({ title: "Talks", image: image("map.png") }),
    "2024/07/12/drones.md": formatArticle({ title: "Drones", image: image("chart.png") }),
    [map]: await picture([20, 90, 160]),
    [chart]: await picture([160, 20, 20]),
  });
  assert.equal((await runBuild(places)).problems, []);
  return places;
}

function picture(colour: readonly [number, number, number]): Promise<Buffer> {
  return createFlat(700, 500, colour).png().toBuffer();
}

function namesIn({ cache }: SitePaths): readonly string[] {
  return readdirSync(join(cache, "images"));
}

/** What is kept of a picture alone: what a build of its article alone keeps. */
async function kept({ content }: SitePaths, path: string): Promise<readonly string[]> {
  const alone = getSitePaths(createTemporaryFolder());
  const bytes = readAllBytes(content);
  writeFiles(alone.content, { ...makeSettingsFiles(), [path]: bytes.get(path), [map]: bytes.get(map) });
  await runBuild(alone);
  return namesIn(alone);
}

/** As if all had been made and used two hours ago. */
function age(places: SitePaths): void {
  const then = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of namesIn(places)) utimesSync(join(places.cache, "images", name), then, then);
}

async function isRight({ content, output }: SitePaths): Promise<void> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  assert.equal((await runBuild(anew)).problems, []);
  assert.equal(findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)), []);
}

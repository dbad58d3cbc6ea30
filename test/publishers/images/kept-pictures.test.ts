import { readdirSync, truncateSync, utimesSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { flat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { bytesIn, different, outcomeOf, type Places, placesIn } from "../../help/sites/builds.ts";
import { temporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { article, settings } from "../../help/sites/site.ts";

const [map, chart] = ["2024/07/11/map.png", "2024/07/12/chart.png"];
const image = (src: string) => ({ src, alt: "A map", credit: "Ann Example" });

behaviour("a publisher who keeps made pictures between builds", (it) => {
  it("keeps none of a picture that authors have replaced or taken away, and all of the others", async () => {
    const places = await desk();
    const ofMap = await kept(places, "2024/07/11/talks.md");
    age(places);
    writeFiles(places.content, { [map]: await picture([9, 9, 9]) });
    await outcomeOf(places);
    const replaced = namesIn(places);
    age(places);
    writeFiles(places.content, { "2024/07/12/drones.md": article(), [chart]: undefined });
    await outcomeOf(places);
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
    const draft = article({ draft: true, image: image("chart.png") });
    writeFiles(places.content, { "2024/07/12/drones.md": draft, [map]: await picture([9, 9, 9]) });
    await outcomeOf(places);

    assert.is(namesIn(places).filter((name) => before.includes(name)).length, 7);
  });

  it("keeps for an hour what was used: a preview may be at work with it", async () => {
    const places = await desk();
    const before = namesIn(places);
    writeFiles(places.content, { [map]: await picture([9, 9, 9]) });
    await outcomeOf(places);

    assert.equal(
      before.filter((name) => !namesIn(places).includes(name)),
      [],
    );
  });

  it("looks at none of them where nothing changed", async () => {
    const places = await desk();
    for (const name of namesIn(places)) truncateSync(join(places.cache, "images", name));
    const { built, notices } = await outcomeOf(places);

    assert.equal([built?.written, notices], [0, []]);
  });

  it("gets the right pictures and weights where what was kept lost its end", async () => {
    const places = await desk();
    const pictures = namesIn(places).filter((name) => !name.endsWith(".json"));
    for (const name of pictures) truncateSync(join(places.cache, "images", name), 40);
    writeFiles(places.content, { "2024/07/13/more.md": article({ title: "More" }) });
    await outcomeOf(places);
    await isRight(places);
    writeFiles(places.cache, { root: undefined });
    await outcomeOf(places);
    await isRight(places);
  });
});

/** A desk with two pictured articles, whose site is published. */
async function desk(): Promise<Places> {
  const places = placesIn(temporaryFolder());
  writeFiles(places.content, {
    ...settings(),
    "2024/07/11/talks.md": article({ title: "Talks", image: image("map.png") }),
    "2024/07/12/drones.md": article({ title: "Drones", image: image("chart.png") }),
    [map]: await picture([20, 90, 160]),
    [chart]: await picture([160, 20, 20]),
  });
  assert.equal((await outcomeOf(places)).problems, []);
  return places;
}

function picture(colour: readonly [number, number, number]): Promise<Buffer> {
  return flat(700, 500, colour).png().toBuffer();
}

function namesIn({ cache }: Places): readonly string[] {
  return readdirSync(join(cache, "images"));
}

/** What is kept of a picture alone: what a build of its article alone keeps. */
async function kept({ content }: Places, path: string): Promise<readonly string[]> {
  const alone = placesIn(temporaryFolder());
  const bytes = bytesIn(content);
  writeFiles(alone.content, { ...settings(), [path]: bytes.get(path), [map]: bytes.get(map) });
  await outcomeOf(alone);
  return namesIn(alone);
}

/** As if all had been made and used two hours ago. */
function age(places: Places): void {
  const then = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of namesIn(places)) utimesSync(join(places.cache, "images", name), then, then);
}

async function isRight({ content, output }: Places): Promise<void> {
  const anew = { ...placesIn(temporaryFolder()), content };
  assert.equal((await outcomeOf(anew)).problems, []);
  assert.equal(different(bytesIn(output), bytesIn(anew.output)), []);
}

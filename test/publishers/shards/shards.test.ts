import { cpSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { contentOf, type Newsroom, newsroom, storyOn } from "../../help/newsroom/newsroom.ts";
import { mended, steps } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { randomFrom, shuffled } from "../../help/run/random.ts";
import { bytesIn, different, outcomeOf, type Places, placesIn } from "../../help/sites/builds.ts";
import { dateline } from "../../help/sites/command.ts";
import { demoNow } from "../../help/sites/demo.ts";
import { temporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { partOf, partsBuilt, shardsOf, together } from "../../help/sites/parts.ts";
import { article } from "../../help/sites/site.ts";

behaviour("a publisher who shares a build among eight machines", (it) => {
  it("gets together what one build gives, byte for byte, and each file from one of them", async () => {
    const { places } = await desk(60);
    await outcomeOf(places);
    await partsBuilt(places, 8);
    const { bytes, twice } = together(foldersOf(places, 8));

    assert.ok([...bytes.keys()].some((file) => file.endsWith(".avif")));
    assert.equal(twice, []);
    assert.equal(different(bytes, bytesIn(places.output)), []);
    assert.ok(foldersOf(places, 8).filter((folder) => bytesIn(folder).size > 0).length > 4);
  });

  it("gets the same for the demo, with the command, all at once on one machine", async () => {
    const folder = temporaryFolder();
    const now = { DATELINE_NOW: demoNow };
    cpSync("content", join(folder, "content"), { recursive: true });
    const whole = await dateline(["build"], folder, now);
    const built = await Promise.all(
      shardsOf(8).map(({ index }) =>
        dateline(["build", "--shard", `${index}/8`, "--output", `parts/${index}`], folder, now),
      ),
    );
    const { bytes, twice } = together(shardsOf(8).map(({ index }) => join(folder, `parts/${index}`)));

    assert.is(whole.code, 0, whole.errors);
    built.forEach(({ code, out, errors }, i) => {
      assert.is(code, 0, errors);
      assert.match(out, new RegExp(`^part ${i + 1}/8: \\d+ pages, [^\n]*\n$`));
    });
    assert.equal(twice, []);
    assert.equal(different(bytes, bytesIn(join(folder, "_site"))), []);
  });

  it("is told the same problems by every part, whichever of them they are in", async () => {
    const { places, room } = await desk(20);
    writeFiles(places.content, {
      "2024/04/02/old.md": article({}, "See [what came later](/2024/06/02/gone/)."),
      "2024/05/02/moved.md": article({ aliases: ["/2024/07/02/stands/"] }),
      "2024/06/02/gone.md": article({ draft: true }),
      "2024/07/02/stands.md": article(),
    });
    const [whole, ...parts] = [await outcomeOf(places, room.now), ...(await partsBuilt(places, 8))];

    assert.is(whole.problems.length, 2);
    for (const { problems } of parts) assert.equal(problems, whole.problems);
    assert.equal(together(foldersOf(places, 8)).bytes.size, 0);
  });

  it("is told the same problems where a text is gone to which another part leads, and keeps every part", async () => {
    const { places } = await desk(20);
    const from = { "2024/04/02/old.md": article({}, "See [what came later](/2024/06/02/gone/).") };
    writeFiles(places.content, { ...from, "2024/06/02/gone.md": article() });
    await partsBuilt(places, 4);
    const before = together(foldersOf(places, 4)).bytes;
    writeFiles(places.content, { "2024/06/02/gone.md": undefined });
    const parts = await partsBuilt(places, 4);

    for (const { problems } of parts) {
      assert.is(problems.length, 1);
      assert.match(problems[0] ?? "", "/2024/06/02/gone/");
    }
    assert.equal(different(together(foldersOf(places, 4)).bytes, before), []);
  });
});

behaviour("a publisher who keeps the cache of every part", (it) => {
  it("gets after every step of a newsroom what one build gives", async () => {
    const random = randomFrom(21);
    const { places, room: first } = await desk(30);
    let room = first;
    for (const [name, step] of shuffled(random, Object.entries(steps)).slice(0, 9)) {
      room = mended(await step(room, random));
      write(places, room);
      const whole = await outcomeOf(places, room.now);
      const parts = await partsBuilt(places, 3, room.now);
      const { bytes, twice } = together(foldersOf(places, 3));

      assert.equal([whole.problems, twice], [[], []], name);
      assert.equal(different(bytes, bytesIn(places.output)), [], name);
      const pages = parts.map(({ built }) => built?.pages ?? 0);
      assert.is(
        pages.reduce((all, each) => all + each),
        whole.built?.pages,
        name,
      );
    }
  });

  it("writes for a new story no file that stays as it was: whatever is added, months stay in their parts", async () => {
    const { places, room } = await desk(60);
    await partsBuilt(places, 4);
    const before = together(foldersOf(places, 4)).bytes;
    write(places, { ...room, stories: [...room.stories, storyOn("2024/07/17", randomFrom(8))] });
    const parts = await partsBuilt(places, 4);
    const after = together(foldersOf(places, 4)).bytes;
    const written = parts.map(({ built }) => built?.written ?? 0);

    assert.is(
      written.reduce((all, each) => all + each),
      different(before, after).length,
    );
    assert.equal(
      (await partsBuilt(places, 4)).map(({ built }) => built?.written),
      [0, 0, 0, 0],
    );
  });
});

behaviour("a publisher who builds parts and the whole into one folder", (it) => {
  it("finds there what was built last, and nothing else", async () => {
    const { places } = await desk(30);
    const [first, second] = shardsOf(2);
    await outcomeOf(places);
    const whole = bytesIn(places.output);
    await partsBuilt(places, 2);
    for (const shard of [first, second, undefined, second, first, undefined]) {
      const { notices, problems } = await outcomeOf(places, undefined, { shard });
      const right = shard ? bytesIn(partOf(places, shard).output) : whole;

      assert.equal([notices, problems], [[], []]);
      assert.equal(different(bytesIn(places.output), right), []);
    }
  });

  it("finds a part refused that lost its token: it cannot be told from a folder of somebody's", async () => {
    const { places, folder } = await desk(10);
    const [, second] = shardsOf(2);
    await outcomeOf(places, undefined, { shard: second });
    writeFiles(folder, { "_site.token": undefined });
    const before = bytesIn(places.output);
    const { code, errors } = await dateline(["build", "--shard", "2/2"], folder);

    assert.is(code, 2);
    assert.match(errors, "is not a site that Dateline built");
    assert.equal(different(bytesIn(places.output), before), []);
  });
});

interface Desk {
  readonly folder: string;
  readonly places: Places;
  readonly room: Newsroom;
}

async function desk(stories: number): Promise<Desk> {
  const folder = temporaryFolder();
  const places = placesIn(folder);
  const room = mended(await newsroom(randomFrom(6), stories));
  write(places, room);
  return { folder, places, room };
}

function write({ content }: Places, room: Newsroom): void {
  const files = contentOf(room);
  const gone = [...bytesIn(content).keys()].filter((path) => files[path] === undefined);
  writeFiles(content, { ...files, ...Object.fromEntries(gone.map((path) => [path, undefined])) });
}

function foldersOf(places: Places, total: number): readonly string[] {
  return shardsOf(total).map((shard) => partOf(places, shard).output);
}

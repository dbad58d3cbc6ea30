import { cpSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createNewsroom, createStory, type Newsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { removeProblems, steps } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom, shuffle } from "../../help/run/random.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild, type SitePaths } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { demoNow } from "../../help/sites/demo.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { buildShards, getShardPaths, listShards, mergeFolders } from "../../help/sites/parts.ts";
import { formatArticle } from "../../help/sites/site.ts";

behaviour("a publisher who shares a build among eight machines", (it) => {
  it("gets together what one build gives, byte for byte, and each file from one of them", async () => {
    const { places } = await desk(60);
    await runBuild(places);
    await buildShards(places, 8);
    const { bytes, duplicates: twice } = mergeFolders(foldersOf(places, 8));

    assert.ok([...bytes.keys()].some((file) => file.endsWith(".avif")));
    assert.equal(twice, []);
    assert.equal(findDifferentFiles(bytes, readAllBytes(places.output)), []);
    assert.ok(foldersOf(places, 8).filter((folder) => readAllBytes(folder).size > 0).length > 4);
  });

  it("gets the same for the demo, with the command, all at once on one machine", async () => {
    const folder = createTemporaryFolder();
    const now = { DATELINE_NOW: demoNow };
    cpSync("content", join(folder, "content"), { recursive: true });
    const whole = await runDateline(["build"], folder, now);
    const built = await Promise.all(
      listShards(8).map(({ index }) =>
        runDateline(["build", "--shard", `${index}/8`, "--output", `parts/${index}`], folder, now),
      ),
    );
    const { bytes, duplicates: twice } = mergeFolders(listShards(8).map(({ index }) => join(folder, `parts/${index}`)));

    assert.is(whole.code, 0, whole.errors);
    built.forEach(({ code, out, errors }, i) => {
      assert.is(code, 0, errors);
      assert.match(out, new RegExp(`^part ${i + 1}/8: \\d+ pages, [^\n]*\n$`));
    });
    assert.equal(twice, []);
    assert.equal(findDifferentFiles(bytes, readAllBytes(join(folder, "_site"))), []);
  });

  it("is told the same problems by every part, whichever of them they are in", async () => {
    const { places, room } = await desk(20);
    writeFiles(places.content, {
      "2024/04/02/old.md": formatArticle({}, "See [what came later](/2024/06/02/gone/)."),
      "2024/05/02/moved.md": formatArticle({ aliases: ["/2024/07/02/stands/"] }),
      "2024/06/02/gone.md": formatArticle({ draft: true }),
      "2024/07/02/stands.md": formatArticle(),
    });
    const [whole, ...parts] = [await runBuild(places, room.now), ...(await buildShards(places, 8))];

    assert.is(whole.problems.length, 2);
    for (const { problems } of parts) assert.equal(problems, whole.problems);
    assert.equal(mergeFolders(foldersOf(places, 8)).bytes.size, 0);
  });

  it("is told the same problems where a text is gone to which another part leads, and keeps every part", async () => {
    const { places } = await desk(20);
    const from = { "2024/04/02/old.md": formatArticle({}, "See [what came later](/2024/06/02/gone/).") };
    writeFiles(places.content, { ...from, "2024/06/02/gone.md": formatArticle() });
    await buildShards(places, 4);
    const before = mergeFolders(foldersOf(places, 4)).bytes;
    writeFiles(places.content, { "2024/06/02/gone.md": undefined });
    const parts = await buildShards(places, 4);

    for (const { problems } of parts) {
      assert.is(problems.length, 1);
      assert.match(problems[0] ?? "", "/2024/06/02/gone/");
    }
    assert.equal(findDifferentFiles(mergeFolders(foldersOf(places, 4)).bytes, before), []);
  });
});

behaviour("a publisher who keeps the cache of every part", (it) => {
  it("gets after every step of a newsroom what one build gives", async () => {
    const random = createRandom(21);
    const { places, room: first } = await desk(30);
    let room = first;
    for (const [name, step] of shuffle(random, Object.entries(steps)).slice(0, 9)) {
      room = removeProblems(await step(room, random));
      write(places, room);
      const whole = await runBuild(places, room.now);
      const parts = await buildShards(places, 3, room.now);
      const { bytes, duplicates: twice } = mergeFolders(foldersOf(places, 3));

      assert.equal([whole.problems, twice], [[], []], name);
      assert.equal(findDifferentFiles(bytes, readAllBytes(places.output)), [], name);
      const pages = parts.map(({ summary: built }) => built?.pages ?? 0);
      assert.is(
        pages.reduce((all, each) => all + each),
        whole.summary?.pages,
        name,
      );
    }
  });

  it("writes for a new story no file that stays as it was: whatever is added, months stay in their parts", async () => {
    const { places, room } = await desk(60);
    await buildShards(places, 4);
    const before = mergeFolders(foldersOf(places, 4)).bytes;
    write(places, { ...room, stories: [...room.stories, createStory("2024/07/17", createRandom(8))] });
    const parts = await buildShards(places, 4);
    const after = mergeFolders(foldersOf(places, 4)).bytes;
    const written = parts.map(({ summary: built }) => built?.written ?? 0);

    assert.is(
      written.reduce((all, each) => all + each),
      findDifferentFiles(before, after).length,
    );
    assert.equal(
      (await buildShards(places, 4)).map(({ summary: built }) => built?.written),
      [0, 0, 0, 0],
    );
  });
});

behaviour("a publisher who builds parts and the whole into one folder", (it) => {
  it("finds there what was built last, and nothing else", async () => {
    const { places } = await desk(30);
    const [first, second] = listShards(2);
    await runBuild(places);
    const whole = readAllBytes(places.output);
    await buildShards(places, 2);
    for (const shard of [first, second, undefined, second, first, undefined]) {
      const { notices, problems } = await runBuild(places, undefined, { shard });
      const right = shard ? readAllBytes(getShardPaths(places, shard).output) : whole;

      assert.equal([notices, problems], [[], []]);
      assert.equal(findDifferentFiles(readAllBytes(places.output), right), []);
    }
  });

  it("finds a part refused that lost its token: it cannot be told from a folder of somebody's", async () => {
    const { places, folder } = await desk(10);
    const [, second] = listShards(2);
    await runBuild(places, undefined, { shard: second });
    writeFiles(folder, { "_site.token": undefined });
    const before = readAllBytes(places.output);
    const { code, errors } = await runDateline(["build", "--shard", "2/2"], folder);

    assert.is(code, 2);
    assert.match(errors, "is not a site that Dateline built");
    assert.equal(findDifferentFiles(readAllBytes(places.output), before), []);
  });
});

interface Desk {
  readonly folder: string;
  readonly places: SitePaths;
  readonly room: Newsroom;
}

async function desk(stories: number): Promise<Desk> {
  const folder = createTemporaryFolder();
  const places = getSitePaths(folder);
  const room = removeProblems(await createNewsroom(createRandom(6), stories));
  write(places, room);
  return { folder, places, room };
}

function write({ content }: SitePaths, room: Newsroom): void {
  const files = renderContentFiles(room);
  const gone = [...readAllBytes(content).keys()].filter((path) => files[path] === undefined);
  writeFiles(content, { ...files, ...Object.fromEntries(gone.map((path) => [path, undefined])) });
}

function foldersOf(places: SitePaths, total: number): readonly string[] {
  return listShards(total).map((shard) => getShardPaths(places, shard).output);
}

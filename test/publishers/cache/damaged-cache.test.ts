import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createNewsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import type { BuildOutcome, FileBytes, SitePaths } from "../../help/sites/builds.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };
const damaged = "The cache is damaged: building without it.";

behaviour("a publisher whose cache is damaged", (it) => {
  for (const share of [0, 0.01, 0.5, 0.999]) {
    it(`gets the right pages and a line that says so where its root is cut off at ${share}`, async () => {
      const desk = await published();
      const root = join(desk.cache, "root");
      truncateSync(root, Math.floor(readFileSync(root).length * share));

      assert.equal((await builtRight(desk)).notices, [damaged]);
      await remembersAgain(desk);
    });
  }

  it("gets the same where a byte of its root is another", async () => {
    const desk = await published();
    flipByte(join(desk.cache, "root"), 0.7);

    assert.equal((await builtRight(desk)).notices, [damaged]);
    await remembersAgain(desk);
  });

  it("gets the right pages whichever kind of its parts has another byte, and is told once at most", async () => {
    const desk = await published();
    for (const kind of kindsOf(desk)) {
      for (const part of partsOf(desk)) if (kindOf(desk, part) === kind) flipByte(join(desk.cache, "parts", part), 0.5);
      const { notices } = await builtRight(desk, "edited");

      assert.ok(notices.length <= 1 && notices.every((line) => line === damaged), notices.join("\n"));
      await remembersAgain(desk);
      await builtRight(desk, "as it was");
    }
  });

  it("gets the same where one part alone is spoilt, though it may be found out only while pages are made", async () => {
    const desk = await published();
    const texts = partsOf(desk).filter((part) => kindOf(desk, part) === '[["2');
    assert.ok(texts.length > 2);
    for (const part of texts) {
      flipByte(join(desk.cache, "parts", part), 0.5);

      assert.equal((await builtRight(desk, "edited")).notices, [damaged], part);
      await builtRight(desk, "as it was");
    }
  });

  it("is told once where all its parts are spoilt", async () => {
    const desk = await published();
    for (const part of partsOf(desk)) flipByte(join(desk.cache, "parts", part), 0.5);

    assert.equal((await builtRight(desk, "edited")).notices, [damaged]);
    await remembersAgain(desk);
  });

  it("is told once where its parts are gone", async () => {
    const desk = await published();
    rmSync(join(desk.cache, "parts"), { recursive: true });

    assert.equal((await builtRight(desk, "edited")).notices, [damaged]);
    await remembersAgain(desk);
  });

  it("is told of a cache that another version has left", async () => {
    const desk = await published();
    const root = join(desk.cache, "root");
    writeFileSync(root, readFileSync(root, "utf8").replace(/^\S+/, "0/20.0.0/70.1"));

    assert.equal((await builtRight(desk)).notices, ["The cache is of another version: building without it."]);
    await remembersAgain(desk);
  });

  it("is not told of what a killed build left half-written, and finds it cleared away", async () => {
    const desk = await published();
    writeFiles(desk.cache, { "root.part-1": "{", "parts/abc.part-1": "[" });

    assert.equal((await builtRight(desk, "edited")).notices, []);
    assert.not.ok(partsOf(desk).includes("abc.part-1"));
  });
});

behaviour("a publisher whose cache comes from another machine", (it) => {
  it("writes only what changed, though every file has another inode, other times and another place", async () => {
    const there = await published();
    await runDateline(["build"], there.folder, now);
    const here = { ...getSitePaths(join(createTemporaryFolder(), "deeper")), right: there.right };
    const folder = join(here.content, "..");
    cpSync(there.folder, folder, { recursive: true });
    rmSync(there.folder, { recursive: true });
    const again = await runDateline(["build"], folder, now);
    writeFiles(here.content, { [edited]: addedText });
    const after = await runDateline(["build"], folder, now);

    assert.match(again.out, /^[^\n]*; 0 files written, [^\n]*\n$/);
    assert.match(after.out, /^[^\n]*; \d\d files written, [^\n]*\n$/);
    assert.equal(findDifferentFiles(readAllBytes(here.output), here.right.edited), []);
  });
});

behaviour("a publisher whose cache cannot be written", (it) => {
  for (const part of [".cache", ".cache/parts", ".cache/images"]) {
    it(`gets the right pages and a line that says so: a file is where ${part} should be`, async () => {
      const desk = await published();
      rmSync(join(desk.folder, part), { recursive: true });
      writeFileSync(join(desk.folder, part), "");
      const { notices } = await builtRight(desk, "edited");

      assert.is(notices.length, 1);
      assert.match(notices[0] ?? "", /^The cache cannot be written \(.*\): building without it\.$/);
    });
  }
});

behaviour("a publisher whose site is not the one that was built last", (it) => {
  it("gets all of it again where it was deleted", async () => {
    const desk = await published();
    rmSync(desk.output, { recursive: true });

    assert.equal((await builtRight(desk)).notices, []);
  });

  it("gets all of it again where nobody knows which it is, or it is another's", async () => {
    const desk = await published();
    for (const token of [undefined, "another"]) {
      writeFiles(desk.folder, { "_site.token": token, "_site/stray.html": "Not planned." });

      assert.equal((await builtRight(desk)).notices, []);
    }
  });

  it("gets all of it in a second output folder, and the first one right after that", async () => {
    const desk = await published();
    await builtRight({ ...desk, output: join(desk.folder, "second") }, "edited");
    await builtRight(desk, "edited");
    await builtRight({ ...desk, output: join(desk.folder, "second") }, "as it was");
  });
});

behaviour("a publisher who does without the cache", (it) => {
  it("gets the right site with --no-cache, swapped in whole, and nothing of the cache is kept or looked at", async () => {
    const desk = await published();
    rmSync(desk.cache, { recursive: true });
    const { code, errors } = await runDateline(["build", "--no-cache"], desk.folder, now);

    assert.is(code, 0, errors);
    assert.equal(findDifferentFiles(readAllBytes(desk.output), desk.right["as it was"]), []);
    assert.not.ok(existsSync(desk.cache));
  });

  it("takes with `npm run clean` what builds have made, and nothing else", async () => {
    const { folder } = await published();
    writeFiles(folder, { "notes.txt": "Mine.", "_sites/index.html": "Mine too." });
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const before = [...readAllBytes(folder).keys()];
    const { status } = spawnSync(scripts.clean, { cwd: folder, shell: true });

    assert.is(status, 0);
    assert.equal(
      [...readAllBytes(folder).keys()],
      before.filter((file) => !/^(\.cache\/|_site\/|_site\.token$)/.test(file)),
    );
    assert.equal(readdirSync(folder).sort(), ["_sites", "content", "notes.txt"]);
  });
});

interface Desk extends SitePaths {
  readonly folder: string;
  readonly right: Readonly<Record<Version, FileBytes>>;
}

type Version = "as it was" | "edited";

const edited = "2024/07/17/added.md";
const addedText = "---\ntitle: One more\nsummary: It came.\nsources: [{name: Reuters}]\ntags: [russia]\n---\n\nText.\n";

/** A desk whose site is published, in a folder of its own. */
async function published(): Promise<Desk> {
  const folder = createTemporaryFolder();
  const desk = { ...getSitePaths(folder), folder, right: await right() };
  writeFiles(desk.content, renderContentFiles(await room()));
  await runBuild(desk);
  return desk;
}

const room = () => createNewsroom(createRandom(7), 20);
let known: Promise<Desk["right"]> | undefined;

// What builds from nothing give. Made once for all tests here.
function right(): Promise<Desk["right"]> {
  known ??= (async () => ({ "as it was": await fromNothing(undefined), edited: await fromNothing(addedText) }))();
  return known;
}

async function fromNothing(added: string | undefined): Promise<FileBytes> {
  const places = getSitePaths(createTemporaryFolder());
  writeFiles(places.content, { ...renderContentFiles(await room()), [edited]: added });
  await runBuild(places);
  return readAllBytes(places.output);
}

async function builtRight(desk: Desk, version: Version = "as it was"): Promise<BuildOutcome> {
  writeFiles(desk.content, { [edited]: version === "edited" ? addedText : undefined });
  const outcome = await runBuild(desk);
  assert.equal(findDifferentFiles(readAllBytes(desk.output), desk.right[version]), []);
  return outcome;
}

/** The next build finds what this one has kept, and has nothing to write. */
async function remembersAgain(desk: Desk): Promise<void> {
  const { summary: built, notices } = await runBuild(desk);
  assert.equal(notices, []);
  assert.is(built?.written, 0);
}

function partsOf({ cache }: SitePaths): readonly string[] {
  return readdirSync(join(cache, "parts"));
}

/** Stamps, parsed files, texts as HTML and units, told apart by how they begin. */
function kindsOf(desk: Desk): ReadonlySet<string> {
  const kinds = new Set(partsOf(desk).map((part) => kindOf(desk, part)));
  assert.ok(kinds.size >= 4, [...kinds].join());
  return kinds;
}

function kindOf({ cache }: Desk, part: string): string {
  return readFileSync(join(cache, "parts", part), "utf8").slice(0, 4);
}

function flipByte(file: string, share: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

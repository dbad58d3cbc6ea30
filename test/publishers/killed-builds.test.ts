import { existsSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import * as assert from "uvu/assert";
import { formatShard, type Shard } from "../../src/site/site.ts";
import {
  createNewsroom,
  createStory,
  generateWords,
  type Newsroom,
  renderContentFiles,
} from "../help/newsroom/newsroom.ts";
import { removeProblems } from "../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { createRandom } from "../help/run/random.ts";
import { type FileBytes, findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../help/sites/builds.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";
import { type RunningDateline, startDateline, waitUntil } from "../help/sites/started.ts";

const stories = 100;

behaviour("a publisher whose builds are killed at any moment", (it) => {
  // Of a change, many come within the few milliseconds in which it is carried out: most of a build touches nothing.
  const kinds = {
    "a full build": { isFull: true, sign: "_site.last", shard: undefined, times: 12 },
    "a small change": { isFull: false, sign: "_site.journal", shard: undefined, times: 12 },
    "a full build of a part": { isFull: true, sign: "_site.last", shard: { index: 2, total: 3 }, times: 8 },
    "a small change of a part": { isFull: false, sign: "_site.journal", shard: { index: 2, total: 3 }, times: 8 },
  };
  for (const [kind, { isFull, sign, shard, times }] of Object.entries(kinds)) {
    it(`finds every file the old or the new one, whole, and the next build right: ${kind}`, async () => {
      const desk = await deskOf(isFull, shard);
      for (let i = 0; i < times; i++) await killedAndMended(desk, isFull, i % 2 === 0 ? sign : undefined, i);
    });
  }
});

behaviour("a publisher whose build was killed while it wrote a note to the next", (it) => {
  for (const note of ["_site.journal.part-4711", "_site.token.part-4711"]) {
    it(`finds ${note} gone after the next build`, async () => {
      const { folder, change } = await buildSmallSite({ "2024/07/11/talks.md": formatArticle() });
      writeFileSync(join(folder, note), '{"next":');
      // Its author took back what it was about: there is nothing to change any more.
      const built = await change({});

      assert.equal(built.problems, []);
      assert.equal(await besides(folder), ["_site", "_site.token", "content"]);
    });
  }
});

interface Desk {
  readonly folder: string;
  readonly random: () => number;
  readonly shard: Shard | undefined;
  /** How long a build takes here, in milliseconds. */
  readonly lasts: number;
  /** Two states of the newsroom, and the site of each. */
  readonly rooms: readonly [Newsroom, Newsroom];
  readonly sites: readonly [FileBytes, FileBytes];
  /** Which of them is published. */
  at: 0 | 1;
}

async function deskOf(isFull: boolean, shard: Shard | undefined): Promise<Desk> {
  const random = createRandom(isFull ? 1 : 2);
  const folder = createTemporaryFolder();
  const one = removeProblems(await createNewsroom(random, stories));
  const other = changed(one, random);
  const { content, cache, output } = getSitePaths(folder);
  const siteOf = async (room: Newsroom) => {
    write(folder, room);
    rmSync(output, { recursive: true, force: true });
    assert.equal((await runBuild({ content, cache, output }, room.now, { shard })).problems, []);
    return readAllBytes(output);
  };
  const second = await siteOf(other);
  const first = await siteOf(one);
  write(folder, other);
  const built = begun(folder, isFull, shard, other.now);
  await waitUntil(built, () => existsSync(join(folder, "_site.lock")));
  const start = performance.now();
  await built.exitCode;
  const lasts = performance.now() - start;
  return { folder, random, shard, lasts, rooms: [one, other], sites: [first, second], at: 1 };
}

/** Starts a build of what is written. */
function begun(folder: string, isFull: boolean, shard: Shard | undefined, now: string): RunningDateline {
  if (isFull) forgetPages(join(folder, ".cache"));
  return startDateline(["build", ...(shard ? ["--shard", formatShard(shard)] : [])], folder, { DATELINE_NOW: now });
}

/** A story more, one less, and one that is edited. */
function changed(room: Newsroom, random: () => number): Newsroom {
  const [first, second, ...rest] = room.stories;
  if (!first || !second) throw new Error("Expected stories.");
  return {
    ...room,
    stories: [...rest, { ...second, text: generateWords(random) }, createStory(first.day, random)],
  };
}

/** Changes the newsroom to its other state, kills the build of it, looks at the site, and builds again. */
async function killedAndMended(desk: Desk, isFull: boolean, sign: string | undefined, turn: number): Promise<void> {
  const { folder, rooms, sites, shard } = desk;
  const [last, next] = [desk.at, desk.at === 0 ? 1 : 0] as const;
  write(folder, rooms[next]);
  await killedAt(begun(folder, isFull, shard, rooms[next].now), folder, sign, desk.random() * desk.lasts);
  assert.equal(torn(folder, sites[last], sites[next]), [], `turn ${turn}`);
  // What an author takes back right then must not stay published.
  const target = desk.random() < 0.5 ? next : last;
  write(folder, rooms[target]);
  const { problems } = await runBuild(getSitePaths(folder), rooms[target].now, { shard });
  assert.equal(problems, []);
  assert.equal(
    findDifferentFiles(readAllBytes(join(folder, "_site")), sites[target]),
    [],
    `turn ${turn}, the next build`,
  );
  assert.equal(await besides(folder), ["_site", "_site.token", "content"], `turn ${turn}`);
  desk.at = target;
}

/** Takes the root of every cache away: all is made anew, and the site is swapped in whole. */
function forgetPages(cache: string): void {
  for (const file of listFiles(cache)) if (basename(file) === "root") rmSync(join(cache, file));
}

/** Kills a build when a sign of its work is seen; where there is none, some milliseconds after it has begun. */
async function killedAt(
  built: RunningDateline,
  folder: string,
  sign: string | undefined,
  delay: number,
): Promise<void> {
  await waitUntil(built, () => existsSync(join(folder, sign ?? "_site.lock")));
  if (sign === undefined) await new Promise((go) => setTimeout(go, delay));
  built.child.kill("SIGKILL");
  await built.exitCode;
}

/**
 * The files that are neither the old nor the new one. While a whole site is swapped it stands aside for a moment; it must
 * be whole there.
 */
function torn(folder: string, last: FileBytes, next: FileBytes): readonly string[] {
  const [site, aside] = [join(folder, "_site"), join(folder, "_site.last")];
  const now = readAllBytes(existsSync(site) ? site : aside);
  const isOneOf = (file: string) => {
    const bytes = now.get(file);
    return [last, next].some((each) => (bytes ? each.get(file)?.equals(bytes) : !each.has(file)));
  };
  return [...new Set([...last.keys(), ...next.keys(), ...now.keys()])].filter((file) => !isOneOf(file));
}

async function besides(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name !== ".cache").sort();
}

function write(folder: string, room: Newsroom): void {
  const content = join(folder, "content");
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, renderContentFiles(room));
}

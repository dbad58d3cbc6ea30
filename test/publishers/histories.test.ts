import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type Built, build, ProblemsFound } from "../../src/build/build.ts";
import { instantFrom } from "../../src/values/instant.ts";
import { problemLine } from "../../src/values/problem.ts";
import { behaviour } from "../help/behaviour.ts";
import { type Files, filesIn, temporaryFolder, writeFiles } from "../help/folders.ts";
import { contentOf, type Newsroom, newsroom } from "../help/newsroom.ts";
import { mended, steps } from "../help/newsroom-steps.ts";
import { randomFrom, shuffled } from "../help/random.ts";

behaviour("a publisher whose newsroom works on and on", (it) => {
  for (const seed of [2, 3]) {
    it(`gets after every step what a build from nothing gives (history ${seed})`, async () => {
      const random = randomFrom(seed);
      const desk = deskOf(seed);
      let room = await newsroom(random, 40);
      await isPublishedRight(desk, room, "the first build");
      for (const [name, step] of shuffled(random, Object.entries(steps))) {
        room = await published(desk, room, await step(room, random), name);
      }
    });
  }
});

/** A newsroom's folder, and the files that were last written into it. */
interface Desk {
  readonly seed: number;
  readonly folder: string;
  files: Files;
  step: number;
}

function deskOf(seed: number): Desk {
  return { seed, folder: temporaryFolder(), files: {}, step: 0 };
}

/** Publishes what a newsroom became; where that has problems, tries again when they are mended. */
async function published(desk: Desk, before: Newsroom, room: Newsroom, name: string): Promise<Newsroom> {
  if (room === before) desk.files = {};
  if (await isPublishedRight(desk, room, name)) return room;
  const right = mended(room);
  assert.ok(await isPublishedRight(desk, right, `${name}, mended`), `${name}: could not be mended`);
  return right;
}

/** Whether it could be published: in both ways alike, with the same bytes or the same problems. */
async function isPublishedRight(desk: Desk, room: Newsroom, name: string): Promise<boolean> {
  const where = `history ${desk.seed}, step ${desk.step++}: ${name}`;
  const { folder } = desk;
  write(desk, room);
  const site = join(folder, "_site");
  const last = sumsIn(site);
  const cached = await outcome(room, folder, join(folder, ".cache"), site);
  const anew = temporaryFolder();
  const images = join(folder, ".cache/images");
  if (existsSync(images)) cpSync(images, join(anew, "cache/images"), { recursive: true });
  const fresh = await outcome(room, folder, join(anew, "cache"), join(anew, "_site"));
  assert.equal(cached.problems, fresh.problems, where);
  const isRight = fresh.problems.length === 0;
  assert.equal(different(sumsIn(site), isRight ? sumsIn(join(anew, "_site")) : last), [], where);
  assert.equal([cached.built?.pages, cached.built?.bytes], [fresh.built?.pages, fresh.built?.bytes], where);
  rmSync(anew, { recursive: true });
  return isRight;
}

/** Writes the files of a newsroom that are not as they were, and takes away those that it has no more. */
function write(desk: Desk, room: Newsroom): void {
  const content = contentOf(room);
  const gone = filesIn(join(desk.folder, "content")).filter((path) => content[path] === undefined);
  const changed = Object.entries(content).filter(([path, bytes]) => desk.files[path] !== bytes);
  writeFiles(join(desk.folder, "content"), Object.fromEntries([...changed, ...gone.map((path) => [path, undefined])]));
  desk.files = content;
}

interface Outcome {
  readonly built: Built | undefined;
  readonly problems: readonly string[];
}

async function outcome(room: Newsroom, folder: string, cache: string, output: string): Promise<Outcome> {
  const now = instantFrom(room.now);
  if (now === undefined) throw new Error("Expected an instant.");
  const content = join(folder, "content");
  const quiet = { progress: () => undefined, notice: (line: string) => assert.unreachable(line) };
  try {
    return { built: await build({ content, cache, output, links: undefined, now, jobs: 1, ...quiet }), problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return { built: undefined, problems: error.problems.map(problemLine) };
  }
}

function sumsIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** The files that are not the same in both, by name. */
function different(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): readonly string[] {
  const isSame = (file: string) => a.get(file)?.equals(b.get(file) ?? Buffer.alloc(0)) ?? false;
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => !isSame(file));
}

import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createLruCache } from "../../../src/site/site.ts";
import { createNewsroom, type Newsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { removeProblems, steps } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom, shuffle } from "../../help/run/random.ts";
import {
  type BuildOverrides,
  checkSite,
  findDifferentFiles,
  getSitePaths,
  readAllBytes,
  runBuild,
} from "../../help/sites/builds.ts";
import { runCommand } from "../../help/sites/command.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { copyProject } from "../../help/sites/project.ts";

behaviour("a publisher whose newsroom works on and on", (it) => {
  // As much as a few months of theirs are: it must be let go of, too.
  const someAtHand = 60_000;

  it("gets after every step what a build from nothing gives", async () => {
    await isRightThroughout({ ...desk(2), unusual: {} });
  });

  it("gets the same from a process that builds again and again", async () => {
    await isRightThroughout({ ...desk(3), unusual: { memory: createLruCache(someAtHand) } });
  });

  it("gets the same where two processes share each build", async () => {
    await isRightThroughout({ ...desk(4), unusual: { useWorkers: true } }, 14);
  });
});

function desk(seed: number): Omit<Desk, "unusual"> {
  return { seed, folder: createTemporaryFolder(), files: {}, step: 0 };
}

async function isRightThroughout(desk: Desk, most = Number.POSITIVE_INFINITY): Promise<void> {
  const random = createRandom(desk.seed);
  let room = await createNewsroom(random, 40);
  assert.ok(await isPublishedRight(desk, room, "the first build"));
  for (const [name, step] of shuffle(random, Object.entries(steps)).slice(0, most)) {
    room = await published(desk, room, await step(room, random), name);
  }
}

behaviour("a publisher whose layouts are changed", (it) => {
  it("gets every page anew, as a build from nothing gives it", async () => {
    const [project, folder] = [copyProject(), createTemporaryFolder()];
    writeFiles(join(folder, "content"), renderContentFiles(await createNewsroom(createRandom(4), 10)));
    await builtBy(project, folder, "_site");
    const frame = join(project, frameFile);
    writeFileSync(frame, readFileSync(frame, "utf8").replace("<main", '<main data-changed="yes"'));
    await builtBy(project, folder, "_site");
    await builtBy(project, folder, "anew", "--no-cache");
    const site = readAllBytes(join(folder, "_site"));

    assert.match(String(site.get("2024/04/02/index.html")), 'data-changed="yes"');
    assert.equal(findDifferentFiles(site, readAllBytes(join(folder, "anew"))), []);
  });
});

const frameFile = "layouts/frame/document.tsx";

/** Runs a copy of this project, so that its code can be changed. */
async function builtBy(project: string, folder: string, output: string, ...more: readonly string[]): Promise<void> {
  const words = [join(project, "src/start.js"), "build", "--output", output, ...more];
  const { code, errors } = await runCommand(process.execPath, words, {
    folder,
    environment: { DATELINE_NOW: "2024-07-20T12:00:00Z" },
  });
  assert.is(code, 0, errors);
}

/** A newsroom's folder, and the files that were last written into it. */
interface Desk {
  readonly seed: number;
  readonly folder: string;
  readonly unusual: BuildOverrides;
  files: FileContents;
  step: number;
}

/** Publishes what a newsroom became; where that has problems, tries again when they are mended. */
async function published(desk: Desk, before: Newsroom, room: Newsroom, name: string): Promise<Newsroom> {
  // Then all files are written again.
  if (room === before) desk.files = {};
  if (await isPublishedRight(desk, room, name)) return room;
  const right = removeProblems(room);
  assert.ok(await isPublishedRight(desk, right, `${name}, mended`), `${name}: could not be mended`);
  return right;
}

/** Whether it could be published: in both ways alike, with the same bytes, or with the same problems and nothing changed. */
async function isPublishedRight(desk: Desk, room: Newsroom, name: string): Promise<boolean> {
  const where = `history ${desk.seed}, step ${desk.step++}: ${name}`;
  write(desk, room);
  const places = { ...getSitePaths(desk.folder), content: join(desk.folder, room.folder) };
  const last = readAllBytes(places.output);
  const cached = await runBuild(places, room.now, desk.unusual);
  const anew = { ...getSitePaths(createTemporaryFolder()), content: places.content };
  // Pictures take the longest to make, and have tests of their own.
  const images = join(places.cache, "images");
  if (existsSync(images)) cpSync(images, join(anew.cache, "images"), { recursive: true });
  const fresh = await runBuild(anew, room.now);
  const isRight = fresh.summary !== undefined;
  assert.equal(cached.problems, fresh.problems, where);
  assert.equal(await checkSite(anew, room.now), fresh.problems, where);
  assert.equal(cached.notices, [], where);
  assert.equal(findDifferentFiles(readAllBytes(places.output), isRight ? readAllBytes(anew.output) : last), [], where);
  assert.equal([cached.summary?.pages, cached.summary?.bytes], [fresh.summary?.pages, fresh.summary?.bytes], where);
  rmSync(anew.output, { recursive: true, force: true });
  return isRight;
}

/** Writes the files of a newsroom that are not as they were, and takes away those that it has no more. */
function write(desk: Desk, room: Newsroom): void {
  const content = join(desk.folder, room.folder);
  const before = join(desk.folder, room.folder === "content" ? "articles" : "content");
  if (existsSync(before)) renameSync(before, content);
  const files = renderContentFiles(room);
  const gone = listFiles(content).filter((path) => files[path] === undefined);
  const changed = Object.entries(files).filter(([path, bytes]) => desk.files[path] !== bytes);
  writeFiles(content, Object.fromEntries([...changed, ...gone.map((path) => [path, undefined])]));
  desk.files = files;
}

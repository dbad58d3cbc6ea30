import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import * as assert from "uvu/assert";
import { UserError } from "../../../src/values/user-error.ts";
import { createNewsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { removeProblems } from "../../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild, type SitePaths } from "../../help/sites/builds.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";

behaviour("a publisher whose machine kills one of two processes that build", (it) => {
  const moments: Readonly<Record<string, (places: SitePaths) => boolean>> = {
    "as it begins": () => true,
    "while pages are made": ({ output }) => pagesBeside(output) > 0,
  };
  for (const [moment, hasCome] of Object.entries(moments)) {
    it(`reads why in a line, keeps the last site, and can build again: ${moment}`, async () => {
      const places = getSitePaths(createTemporaryFolder());
      const room = removeProblems(await createNewsroom(createRandom(7), 100));
      writeFiles(places.content, renderContentFiles(room));
      await runBuild(places, room.now);
      const before = readAllBytes(places.output);
      // All pages are made anew.
      writeFiles(places.content, renderContentFiles({ ...room, url: "https://elsewhere.example/" }));
      const ended = runBuild(places, room.now, { useWorkers: true }).catch((error: unknown) => error);
      await Promise.race([ended, killHelper(() => hasCome(places))]);
      const error = await ended;

      assert.instance(error, UserError);
      assert.match(String(error), /--jobs 1$/);
      assert.equal(findDifferentFiles(before, readAllBytes(places.output)), []);

      assert.equal((await runBuild(places, room.now, { useWorkers: true })).problems, []);
      const anew = { ...getSitePaths(createTemporaryFolder()), content: places.content };
      await runBuild(anew, room.now);
      assert.equal(findDifferentFiles(readAllBytes(places.output), readAllBytes(anew.output)), []);
    });
  }
});

function pagesBeside(output: string): number {
  const folder = `${output}.next-${process.pid}`;
  try {
    return listFiles(folder).length;
  } catch {
    // It is not there yet.
    return 0;
  }
}

// Where there is none to kill for so long, the build is over.
const longestSeconds = 60;

async function killHelper(isTime: () => boolean): Promise<void> {
  for (const end = Date.now() + longestSeconds * 1000; Date.now() < end; await setTimeout(1)) {
    const [helper] = helpers();
    if (helper !== undefined && isTime()) return void process.kill(helper, "SIGKILL");
  }
}

/** The processes that this one has started to help with a build. */
function helpers(): readonly number[] {
  const children = readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
  );
  return children.map(Number).filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").endsWith("build\0"));
}

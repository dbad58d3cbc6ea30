import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createNewsroom, createStory, type Newsroom, renderContentFiles } from "../../help/newsroom/newsroom.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom } from "../../help/run/random.ts";
import {
  findDifferentFiles,
  getSitePaths,
  readAllBytes,
  readFileStamps,
  runBuild,
  type SitePaths,
} from "../../help/sites/builds.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";

behaviour("a publisher whose host takes only files that were written", (it) => {
  it("sends nothing where nothing changed", async () => {
    const { places } = await published();
    const before = readFileStamps(places.output);
    const { summary: built } = await runBuild(places);

    assert.equal([built?.written, built?.removed], [0, 0]);
    assert.equal(readFileStamps(places.output), before);
  });

  it("sends nothing where files were only written again with the same bytes", async () => {
    const { places, room } = await published();
    const before = readFileStamps(places.output);
    writeFiles(places.content, renderContentFiles(room));
    await runBuild(places);

    assert.equal(readFileStamps(places.output), before);
  });

  it("sends for a new story only files whose bytes are others", async () => {
    const { places, room } = await published();
    const story = createStory("2024/07/17", createRandom(99));
    const { sent, other } = await changed(places, { ...room, stories: [...room.stories, story] });

    assert.equal(sent, other);
    assert.ok(sent.includes(`2024/07/17/${story.slug}/index.html`));
    assert.not.ok(sent.some((file) => file.startsWith("2024/04/")));
  });

  it("sends for an edited text neither tag pages nor other stories", async () => {
    const { places, room } = await published();
    const [first] = room.stories;
    const stories = room.stories.map((story) =>
      story === first ? { ...story, text: `${story.text} at once` } : story,
    );
    const { sent, other } = await changed(places, { ...room, stories });

    assert.equal(sent, other);
    assert.equal(
      sent.filter((file) => file.endsWith(".html")),
      [`${first?.day}/${first?.slug}/index.html`],
    );
  });

  it("sees an edit that keeps the size of a file, and puts its time back", async () => {
    const { places, room } = await published();
    const [first] = room.stories;
    const file = join(places.content, `${first?.day}/${first?.slug}.md`);
    const { atime, mtime } = statSync(file);
    const stories = room.stories.map((story) => (story === first ? { ...story, text: reversed(story.text) } : story));
    writeFiles(places.content, renderContentFiles({ ...room, stories }));
    utimesSync(file, atime, mtime);
    const { summary: built } = await runBuild(places);

    assert.ok((built?.written ?? 0) > 0);
  });
});

async function published(): Promise<{ readonly places: SitePaths; readonly room: Newsroom }> {
  const places = getSitePaths(createTemporaryFolder());
  const room = await createNewsroom(createRandom(11), 30);
  writeFiles(places.content, renderContentFiles(room));
  await runBuild(places);
  return { places, room };
}

/** Publishes what a newsroom became: the files that a host sees as written, and those whose bytes are others. */
async function changed(places: SitePaths, room: Newsroom) {
  const [stamps, bytes] = [readFileStamps(places.output), readAllBytes(places.output)];
  writeFiles(places.content, renderContentFiles(room));
  await runBuild(places);
  const now = readFileStamps(places.output);
  const sent = Object.keys(now).filter((file) => now[file] !== stamps[file]);
  return { sent, other: [...findDifferentFiles(bytes, readAllBytes(places.output))].sort() };
}

function reversed(text: string): string {
  return text.split(" ").reverse().join(" ");
}

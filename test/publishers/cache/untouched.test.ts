import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { contentOf, type Newsroom, newsroom, storyOn } from "../../help/newsroom/newsroom.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { randomFrom } from "../../help/run/random.ts";
import { bytesIn, different, outcomeOf, type Places, placesIn, stampsIn } from "../../help/sites/builds.ts";
import { temporaryFolder, writeFiles } from "../../help/sites/folders.ts";

behaviour("a publisher whose host takes only files that were written", (it) => {
  it("sends nothing where nothing changed", async () => {
    const { places } = await published();
    const before = stampsIn(places.output);
    const { built } = await outcomeOf(places);

    assert.equal([built?.written, built?.removed], [0, 0]);
    assert.equal(stampsIn(places.output), before);
  });

  it("sends nothing where files were only written again with the same bytes", async () => {
    const { places, room } = await published();
    const before = stampsIn(places.output);
    writeFiles(places.content, contentOf(room));
    await outcomeOf(places);

    assert.equal(stampsIn(places.output), before);
  });

  it("sends for a new story only files whose bytes are others", async () => {
    const { places, room } = await published();
    const story = storyOn("2024/07/17", randomFrom(99));
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
    writeFiles(places.content, contentOf({ ...room, stories }));
    utimesSync(file, atime, mtime);
    const { built } = await outcomeOf(places);

    assert.ok((built?.written ?? 0) > 0);
  });
});

async function published(): Promise<{ readonly places: Places; readonly room: Newsroom }> {
  const places = placesIn(temporaryFolder());
  const room = await newsroom(randomFrom(11), 30);
  writeFiles(places.content, contentOf(room));
  await outcomeOf(places);
  return { places, room };
}

/** Publishes what a newsroom became: the files that a host sees as written, and those whose bytes are others. */
async function changed(places: Places, room: Newsroom) {
  const [stamps, bytes] = [stampsIn(places.output), bytesIn(places.output)];
  writeFiles(places.content, contentOf(room));
  await outcomeOf(places);
  const now = stampsIn(places.output);
  const sent = Object.keys(now).filter((file) => now[file] !== stamps[file]);
  return { sent, other: [...different(bytes, bytesIn(places.output))].sort() };
}

function reversed(text: string): string {
  return text.split(" ").reverse().join(" ");
}

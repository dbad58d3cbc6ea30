import * as assert from "uvu/assert";
import { createFlat } from "../help/newsroom/pictures.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { type PublishedFolder, toFilePath } from "../help/sites/published.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

// Said in the title, the summary, the text and the file's name, and nowhere else.
const secret = "Zyxomorph";

const hidden = (more: Readonly<Record<string, unknown>>) =>
  formatArticle(
    {
      title: `${secret} resigns`,
      summary: `The envoy ${secret} steps down.`,
      tags: ["russia"],
      people: [secret],
      places: [secret],
      storyline: "second-summit",
      aliases: ["/zyxomorph/"],
      ...more,
    },
    `${secret} said so on Thursday.`,
  );

const published = { "2024/07/10/talks.md": formatArticle() };

behaviour("a reader before an article is published", (it) => {
  it("finds no byte of a draft in anything that the site publishes", async () => {
    const image = { src: "zyxomorph.png", alt: "Zyxomorph.", credit: "Zyxomorph" };
    const built = await buildSmallSite({
      ...published,
      "2024/07/11/zyxomorph-resigns.md": hidden({ draft: true, image }),
      "2024/07/11/zyxomorph.png": await createFlat(640, 480, [200, 30, 15]).png().toBuffer(),
    });

    assert.equal(built.problems, []);
    assert.equal(traces(built), []);
    assert.equal(
      built.files.filter((file) => /\.(avif|webp|jpg|png)$/.test(file)),
      ["icon.png", "logo.png"],
    );
  });

  it("finds no byte of an article that is dated in the future", async () => {
    const files = { ...published, "2024/07/11/zyxomorph-resigns.md": hidden({ date: "2024-07-11T18:00:00+03:00" }) };
    const built = await buildSmallSite(files, { now: "2024-07-11T14:59:59Z" });

    assert.equal(built.problems, []);
    assert.equal(traces(built), []);
  });

  it("finds an empty site where nothing else was written, not a broken one", async () => {
    const built = await buildSmallSite({ "2024/07/11/zyxomorph-resigns.md": hidden({ draft: true }) });

    assert.equal(built.problems, []);
    assert.equal(traces(built), []);
    assert.ok(built.files.includes("index.html"));
  });

  it("finds the same bytes as if the draft had never been written", async () => {
    const without = await buildSmallSite(published);
    const built = await buildSmallSite({ ...published, "2024/07/11/zyxomorph-resigns.md": hidden({ draft: true }) });

    assert.equal(built.files, without.files);
    assert.equal(
      built.files.filter((file) => !built.bytes(`/${file}`).equals(without.bytes(`/${file}`))),
      [],
    );
  });
});

behaviour("a reader after an article's hour has come", (it) => {
  it("finds it in its edition, its tag, its storyline and the feeds", async () => {
    const files = { ...published, "2024/07/11/zyxomorph-resigns.md": hidden({ date: "2024-07-11T18:00:00+03:00" }) };
    const before = await buildSmallSite(files, { now: "2024-07-11T14:59:59Z" });
    const after = await before.change({}, { now: "2024-07-11T15:00:00Z" });
    const places = [
      "/",
      "/2024/07/11/",
      "/2024/07/11/zyxomorph-resigns/",
      "/tags/russia/",
      "/storylines/second-summit/",
    ];
    const found = traces(after);

    assert.equal(
      [...places, "/rss.xml", "/tags/russia/atom.xml", "/feed.json"].filter(
        (each) => !found.includes(toFilePath(each)),
      ),
      [],
    );
  });

  it("finds a draft as soon as it is none", async () => {
    const before = await buildSmallSite({ ...published, "2024/07/11/zyxomorph-resigns.md": hidden({ draft: true }) });
    const after = await before.change({ "2024/07/11/zyxomorph-resigns.md": hidden({ draft: false }) });

    assert.ok(traces(after).includes("2024/07/11/zyxomorph-resigns/index.html"));
  });
});

// The files, by their names or bytes, that tell of the secret.
function traces(built: PublishedFolder): readonly string[] {
  const tells = (text: string) => text.toLowerCase().includes(secret.toLowerCase());
  return built.files.filter((file) => tells(file) || tells(built.text(`/${file}`)));
}

import { gzipSync } from "node:zlib";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { createRandom, type Random } from "../../help/run/random.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../../help/sites/site.ts";

const most = 14 * 1024;

// By what they are made of: what compresses badly, weighs most in UTF-8, or grows most when it is escaped.
const alphabets: Readonly<Record<string, readonly [first: number, last: number]>> = {
  "Latin letters": [0x61, 0x7a],
  "Cyrillic letters": [0x410, 0x44f],
  "Arabic letters, from right to left": [0x621, 0x63a],
  "Chinese characters": [0x4e00, 0x9fff],
  "characters beyond the first plane": [0x20000, 0x2a6df],
  "signs that must be escaped twice": [0x26, 0x26],
};

function texts([first, last]: readonly [number, number], length: number, random: Random): string {
  const codes = Array.from({ length }, () => first + Math.floor(random() * (last - first + 1)));
  return String.fromCodePoint(...codes);
}

function siteSaying(alphabet: readonly [number, number]): Promise<SmallSite> {
  const random = createRandom(7);
  const stories = Array.from({ length: 60 }, (_, i) => {
    const words = { title: texts(alphabet, 140, random), summary: texts(alphabet, 320, random) };
    return [`2024/07/11/story-${i}.md`, formatArticle(words)] as const;
  });
  return buildSmallSite(Object.fromEntries(stories));
}

behaviour("a subscriber whose line is cut after some kilobytes", (it) => {
  for (const [what, alphabet] of Object.entries(alphabets)) {
    it(`gets the whole lite feed, however long the titles: ${what}, in no order`, async () => {
      const built = await siteSaying(alphabet);
      const bytes = built.bytes("/lite/rss.xml");
      const { complaints, items } = built.feed("/lite/rss.xml");

      assert.ok(gzipSync(bytes).length <= most, `${gzipSync(bytes).length} bytes compressed`);
      assert.ok(bytes.length <= most, `${bytes.length} bytes as it is`);
      // With one more there would be no room: it is not kept small by leaving everything out.
      assert.ok(bytes.length + bytes.length / items.length > most - 1024, `${items.length} items`);
      assert.equal(complaints, []);
    });
  }

  it("gets titles and summaries, newest first, and no text", async () => {
    const built = await buildSmallSite({
      "2024/07/11/talks.md": formatArticle({ title: "Talks" }),
      "2024/07/12/more.md": formatArticle({ title: "More talks" }),
    });

    assert.equal(
      built.feed("/lite/rss.xml").items.map(({ title, summary, html }) => [title, summary, html]),
      [
        ["More talks", "Both sides agree to meet again.", undefined],
        ["Talks", "Both sides agree to meet again.", undefined],
      ],
    );
  });
});

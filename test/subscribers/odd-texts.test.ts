import * as assert from "uvu/assert";
import { feedFormats } from "../../src/feeds/feeds.ts";
import { behaviour } from "../help/behaviour.ts";
import { readFeeds } from "../help/feed-reader.ts";
import { anyTexts, asCarried, oddTexts } from "../help/odd-texts.ts";
import { feedText, itemSaying, sampleFeed } from "../help/sample-feeds.ts";
import { xmllint } from "../help/xml-reader.ts";

behaviour("an author who pastes whatever there is", (it) => {
  // feedparser reads U+0080 to U+009F as what Windows meant by those numbers; other readers are asked about them elsewhere.
  const { "control characters": _, ...others } = oddTexts;
  const pasted = [...Object.values(others), ...anyTexts];
  const feed = sampleFeed({ items: pasted.map((text) => itemSaying(`<${text}>`)) });
  const pastedTexts = feedFormats.map((format) => feedText(format, feed));
  const meant = pasted.map((text) => asCarried(`<${text}>`));

  for (const [i, { complaints, items }] of readFeeds(pastedTexts).entries()) {
    it(`breaks no feed and changes no title in ${feedFormats[i]}`, () => {
      assert.equal(complaints, []);
      assert.equal(
        items.map(({ title }) => title),
        meant,
      );
    });
  }

  it("leaves well-formed what xmllint reads", () => {
    assert.is(xmllint(pastedTexts.filter((text) => text.startsWith("<"))), "");
  });
});

import * as assert from "uvu/assert";
import { feedFormats } from "../../../src/feeds/feeds.ts";
import { oddTexts, randomTexts, toDeliveredText } from "../../help/newsroom/odd-texts.ts";
import { makeFeed, makeItemWithText, renderFeedText } from "../../help/newsroom/sample-feeds.ts";
import { readFeeds } from "../../help/readers/feed-reader.ts";
import { runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";

behaviour("an author who pastes whatever there is", (it) => {
  // feedparser reads U+0080 to U+009F as what Windows meant by those numbers; other readers are asked about them elsewhere.
  const { "control characters": _, ...others } = oddTexts;
  const pasted = [...Object.values(others), ...randomTexts];
  const feed = makeFeed({ items: pasted.map((text) => makeItemWithText(`<${text}>`)) });
  const pastedTexts = feedFormats.map((format) => renderFeedText(format, feed));
  const meant = pasted.map((text) => toDeliveredText(`<${text}>`));

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
    assert.is(runXmllint(pastedTexts.filter((text) => text.startsWith("<"))), "");
  });
});

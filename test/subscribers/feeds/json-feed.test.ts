import * as assert from "uvu/assert";
import { readFeeds } from "../../help/readers/feed-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";

// By https://www.jsonfeed.org/version/1.1/: so that "no complaint" says something wherever feeds are read back.
behaviour("a reader that holds JSON feeds against the specification", (it) => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "The Dispatch",
    items: [{ id: "1", content_text: "" }],
  };
  const item = (different: object) => ({ ...feed, items: [{ id: "1", content_text: "", ...different }] });
  const right: Readonly<Record<string, object>> = {
    "no more than it must have": feed,
    "an extension": item({ _dispatch: { about: "https://dispatch.example/" } }),
    "a date with an offset": item({ date_published: "2024-07-11T07:00:00+03:00" }),
  };
  const wrong: Readonly<Record<string, object>> = {
    "the first version's name": { ...feed, version: "https://jsonfeed.org/version/1" },
    "no title": { ...feed, title: undefined },
    "a relative address": { ...feed, feed_url: "/feed.json" },
    "an unknown key": { ...feed, updated: "2024-07-11T04:00:00Z" },
    "an author without a name": { ...feed, authors: [{}] },
    "an item without an id": { ...feed, items: [{ content_text: "" }] },
    "an item without content": { ...feed, items: [{ id: "1", summary: "Both." }] },
    "an id that is a number": item({ id: 1 }),
    "a date as mail has it": item({ date_published: "Thu, 11 Jul 2024 04:00:00 GMT" }),
    "tags as one text": item({ tags: "russia" }),
    "an attachment without its type": item({ attachments: [{ url: "https://dispatch.example/a.mp3" }] }),
  };
  const complaintsOf = (table: Readonly<Record<string, object>>) =>
    readFeeds(Object.values(table).map((each) => JSON.stringify(each))).map(({ complaints }) => complaints.length);

  it("takes what it allows", () => assert.equal(complaintsOf(right), [0, 0, 0]));

  for (const [what, broken] of Object.entries(wrong)) {
    it(`complains of ${what}`, () => assert.ok((complaintsOf({ broken })[0] ?? 0) > 0));
  }
});

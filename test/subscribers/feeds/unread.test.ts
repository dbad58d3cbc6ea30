import * as assert from "uvu/assert";
import { readHtml } from "../../help/readers/html-reader.ts";
import { createNewsboat, type Newsboat, type NewsboatItem } from "../../help/readers/newsboat.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { type StaticServer, withSecureServer, withServer } from "../../help/sites/server.ts";
import { buildSmallSite, formatArticle, type SmallSite } from "../../help/sites/site.ts";

const summit = "tag:dispatch.example,2024:/2024/07/10/summit/";
const vienna = "tag:dispatch.example,2024:/2024/07/11/vienna/";
const law = "tag:dispatch.example,2024:/2024/07/12/law/";
const grain = "tag:dispatch.example,2024:/2024/07/12/grain/";

const stories = {
  "2024/07/10/summit.md": formatArticle(
    { title: "Moscow & Kyiv: no to <talks>", tags: ["russia", "ukraine"] },
    "Russia will not come, [unlike before](../11/vienna.md).[^1]\n\n[^1]: Says Geneva.",
  ),
  "2024/07/11/vienna.md": formatArticle({ title: "Переговоры в Вене", tags: ["russia"] }, "The talks go on."),
};
const nextEdition = {
  "2024/07/12/law.md": formatArticle({ title: "A law", tags: ["russia"] }),
  "2024/07/12/grain.md": formatArticle({ title: "Grain", tags: ["ukraine"] }),
};
const corrected = {
  "2024/07/11/vienna.md": formatArticle(
    {
      title: "Переговоры в Вене",
      tags: ["russia"],
      corrections: [{ date: "2024-07-13T09:00:00+03:00", text: "The talks are in Geneva." }],
    },
    "The talks go on in Geneva.",
  ),
};
const renamed = {
  "2024/07/10/summit.md": formatArticle({ title: "Moscow & Kyiv: no to <talks>", tags: ["russia", "ukraine"] }),
  "2024/07/11/vienna.md": undefined,
  "2024/07/11/geneva.md": formatArticle({
    title: "Geneva it is",
    tags: ["russia", "diplomacy"],
    id: "/2024/07/11/vienna/",
    aliases: ["/2024/07/11/vienna/"],
  }),
};

// JSON Feed is no format that newsboat 2.21 reads: see below.
for (const file of ["rss.xml", "atom.xml"]) {
  behaviour(`a subscriber who reads ${file} with newsboat`, (it) => {
    it("gets every story once, with its time and its full text", async () => {
      await subscribed(file, async ({ items }) => {
        assert.equal(
          items.map(({ guid, title, published, html }) => [guid, title, published, firstParagraph(html)]),
          [
            [summit, "Moscow & Kyiv: no to <talks>", "2024-07-10T03:00:00Z", "Russia will not come, unlike before.1"],
            [vienna, "Переговоры в Вене", "2024-07-11T03:00:00Z", "The talks go on."],
          ],
        );
      });
    });

    it("finds exactly the stories of a new edition unread", async () => {
      await subscribed(file, async ({ reader, feed, site }) => {
        await site.change(nextEdition);
        const items = await reader.reload([feed]);

        assert.equal(unread(items), [grain, law]);
        assert.equal(
          items.map(({ guid }) => guid),
          [summit, vienna, grain, law],
        );
      });
    });

    it("has a corrected story as the same item with its new text", async () => {
      await subscribed(file, async ({ reader, feed, site }) => {
        await site.change(corrected);
        const items = await reader.reload([feed]);
        const [, item] = items;

        assert.equal(unread(items), []);
        assert.equal([items.length, item?.guid, item?.published], [2, vienna, "2024-07-11T03:00:00Z"]);
        assert.is(readHtml(item?.html ?? "").text("aside > p"), "The talks are in Geneva.");
        assert.equal(readHtml(item?.html ?? "").texts("body > p"), ["The talks go on in Geneva."]);
      });
    });

    it("finds nothing unread when the site moves to another host, another path and https, and its old place sends on", async () => {
      await subscribed(file, async ({ reader, feed, site, server, elsewhere }) => {
        await site.change(livingAt(elsewhere.url));
        server.redirectTo(elsewhere.url);
        const items = await reader.reload([feed]);

        assert.equal(elsewhere.requests, [new URL(file, elsewhere.url).pathname]);
        assert.equal(
          items.map(({ url }) => url),
          [`${elsewhere.url}2024/07/10/summit/`, `${elsewhere.url}2024/07/11/vienna/`],
        );
        assert.equal(unread(items), []);
      });
    });

    it("finds nothing unread when the feed itself is subscribed to at the site's new place", async () => {
      await subscribed(file, async ({ reader, site, elsewhere }) => {
        await site.change({ ...livingAt(elsewhere.url), ...nextEdition });
        const items = await reader.reload([elsewhere.url + file]);

        assert.equal(unread(items), [grain, law]);
        assert.equal(
          items.map(({ feed }) => feed),
          Array(4).fill(elsewhere.url + file),
        );
      });
    });

    it("finds nothing unread when a story that keeps its id gets another slug, title and tags, and the site another zone", async () => {
      await subscribed(file, async ({ reader, feed, site, server }) => {
        await site.change({ ...renamed, ...livingAt(server.url, "America/New_York") });
        const items = await reader.reload([feed]);

        assert.equal(
          items.map(({ guid, title }) => [guid, title]),
          [
            [summit, "Moscow & Kyiv: no to <talks>"],
            [vienna, "Geneva it is"],
          ],
        );
        assert.equal(unread(items), []);
      });
    });

    it("has a story that is in two feeds as one item", async () => {
      await subscribed(file, async ({ reader, feed, server }) => {
        const items = await reader.reload([feed, `${server.url}tags/russia/${file}`]);

        assert.equal(
          items.map(({ guid }) => guid),
          [summit, vienna],
        );
        assert.equal(unread(items), []);
      });
    });
  });
}

behaviour("a subscriber whose reader knows the items of a JSON feed by their ids", (it) => {
  const changes: readonly [what: string, files: FileContents, ids: readonly string[]][] = [
    ["exactly the stories of a new edition", nextEdition, [grain, law, vienna, summit]],
    ["nothing new in a corrected story", corrected, [vienna, summit]],
    ["nothing new when the site moves", livingAt("http://localhost:8080/mirrors/dispatch/"), [vienna, summit]],
    ["nothing new when a story that keeps its id gets another slug, title and tags", renamed, [vienna, summit]],
    ["nothing new in another time zone", livingAt("https://dispatch.example/", "America/New_York"), [vienna, summit]],
  ];
  for (const [what, files, ids] of changes) {
    it(`finds ${what}`, async () => {
      const dispatch = await buildSmallSite(stories);
      assert.equal(idsIn(dispatch), [vienna, summit]);
      assert.equal(idsIn(await dispatch.change(files)), ids);
    });
  }
});

function idsIn(site: SmallSite): readonly (string | undefined)[] {
  return site.feed("/feed.json").items.map(({ id }) => id);
}

function unread(items: readonly NewsboatItem[]): readonly string[] {
  return items.filter((item) => item.unread).map(({ guid }) => guid);
}

function firstParagraph(html: string): string | undefined {
  return readHtml(html).texts("body > p")[0];
}

interface Subscription {
  /** What newsboat knows after it has fetched the feed once; all of it is read then. */
  readonly items: readonly NewsboatItem[];
  readonly reader: Newsboat;
  /** Where the feed was subscribed to. */
  readonly feed: string;
  readonly site: SmallSite;
  readonly server: StaticServer;
  /** Where the site moves to, as it moves. */
  readonly elsewhere: StaticServer;
}

/** A site of two days on a server, and somebody who has subscribed to one of its feeds and has read all that is there. */
async function subscribed(file: string, use: (subscription: Subscription) => Promise<void>): Promise<void> {
  const unserved = await buildSmallSite(stories);
  await withServer(unserved.output, "/", (server) =>
    withSecureServer(unserved.output, "/mirrors/dispatch/", async (elsewhere) => {
      const here = await unserved.change(livingAt(server.url));
      const reader = createNewsboat(elsewhere.certificate);
      const feed = server.url + file;
      const items = await reader.reload([feed]);
      await reader.readAll();
      await use({ items, reader, feed, site: here, server, elsewhere });
    }),
  );
}

function livingAt(url: string, zone = "Europe/Riga"): FileContents {
  return {
    "site.yaml": `title: The Dispatch
description: One edition a day.
url: ${url}
authority: "dispatch.example,2024"
language: en
timezone: ${zone}
hour: "06:00"
publisher: {name: The Dispatch}
sections: [ukraine, russia]
links: folder
`,
  };
}

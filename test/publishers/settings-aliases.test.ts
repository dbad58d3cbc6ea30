import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

const files = {
  "2024/06/02/drones.md": formatArticle({ title: "Drones" }),
  "2024/06/02/drones.ru.md": formatArticle({ title: "Drones" }),
  "2024/07/11/talks.md": formatArticle(),
};
const added = "2024/07/12/moved.md";
const at = `content/${added}:6:11  aliases:`;
const unused = "Remove it: an alias is an old address at which nothing is published any more.";

const settings = makeSettingsFiles();
const inSite = (line: string) => ({ "site.yaml": `${settings["site.yaml"]}aliases: {${line}}\n` });
const inTags = (aliases: string) => ({
  "tags.yaml": `${settings["tags.yaml"]}- {slug: peace, title: Peace, aliases: [${aliases}]}\n`,
});
const siteAt = "content/site.yaml:11:11  aliases:";
const tagAt = "content/tags.yaml:4:41  aliases:";
const example =
  'Write addresses from the root of the site, as in: aliases: {"/feed.xml": "/rss.xml", "/old-page/": "/about/"}';

// What stands in the settings, and the lines that the author reads.
const inSettings: Readonly<Record<string, readonly [Record<string, string>, ...lines: string[]]>> = {
  "a page of the site": [
    inSite("/archive/: /"),
    `${siteAt} "/archive/" is the address of a page of the site. ${unused}`,
  ],
  "a feed of the site": [
    inSite("/rss.xml: /atom.xml"),
    `${siteAt} "/rss.xml" is the address of a page of the site. ${unused}`,
  ],
  "a file that is a folder": [
    inSite("/tags: /archive/"),
    `${siteAt} "/tags" cannot lead to the page /archive/: programs that ask for such a file cannot follow a page. Write the file that replaces it, as in: "/tags": "/rss.xml"`,
  ],
  "the name of a folder": [
    inSite("/tags: /rss.xml"),
    `${siteAt} "/tags" has the name of a file or folder of the site: /tags. ${unused}`,
  ],
  "a new address that is not there": [
    inSite("/feed.xml: /rss2.xml"),
    `${siteAt} /feed.xml leads to /rss2.xml, at which nothing is published. Write the new address of a page or file after it, as in: "/feed.xml": "/rss.xml"`,
  ],
  "a circle": [
    inSite("/a/: /b/, /b/: /a/"),
    `${siteAt} /a/ leads to /b/, at which nothing is published. Write the new address of a page or file after it, as in: "/a/": "/archive/"`,
    'content/site.yaml:11:21  aliases: /b/ leads to /a/, at which nothing is published. Write the new address of a page or file after it, as in: "/b/": "/archive/"',
  ],
  itself: [inSite("/a/: /a/"), `${siteAt} "/a/" leads to itself. Remove it, or write the new address after it.`],
  "a feed that would be a page": [
    inSite("/feed.xml: /archive/"),
    `${siteAt} "/feed.xml" cannot lead to the page /archive/: programs that ask for such a file cannot follow a page. Write the file that replaces it, as in: "/feed.xml": "/rss.xml"`,
  ],
  "a feed of another format": [
    inSite("/feed.json: /rss.xml"),
    `${siteAt} "/feed.json" and "/rss.xml" are files of different types. Write a file of the same type, as in: "/feed.json": "/feed.json"`,
  ],
  "no address": [inSite("old: /archive/"), `${siteAt} "old" is not an address of the site. ${example}`],
  "an address of another site": [
    inSite("/old/: 'https://other.example/'"),
    `${siteAt} "https://other.example/" is not an address of the site. ${example}`,
  ],
  "a path that leads out": [
    inSite("/../old/: /archive/"),
    `${siteAt} "/../old/" is not an address of the site. ${example}`,
  ],
  "a list": [
    { "site.yaml": `${settings["site.yaml"]}aliases: [/old/]\n` },
    'content/site.yaml:11:10  aliases: expected keys with values, found a list. Write it as in: aliases: {"/feed.xml": "/rss.xml"}',
  ],
  "the slug of another tag": [
    inTags("russia"),
    `${tagAt} "russia" is also a name of "russia". Remove it from one of the two.`,
  ],
  "the slug of the tag itself": [
    {
      "tags.yaml": `- {slug: diplomacy, title: Diplomacy, aliases: [/tags/diplomacy/]}\n- {slug: ukraine, title: U}\n- {slug: russia, title: R}\n`,
    },
    `content/tags.yaml:1:49  aliases: "/tags/diplomacy/" is the address of a page of the site. ${unused}`,
  ],
  "no slug": [
    inTags("Old Tag"),
    `${tagAt} "Old Tag" is neither an old slug nor an old address. Did you mean "old-tag"?`,
  ],
  "the feed of a tag": [
    inTags("/tags/old/rss.xml"),
    `${tagAt} "/tags/old/rss.xml" is the address of a file, not of a page. Write it in site.yaml, with the file that replaces it, as in: aliases: {"/tags/old/rss.xml": "/rss.xml"}`,
  ],
  "an alias of an article": [
    {
      "tags.yaml": `- {slug: diplomacy, title: D, aliases: [old]}\n- {slug: ukraine, title: U}\n- {slug: russia, title: R}\n`,
      "2024/07/12/moved.md": formatArticle({ title: "Moved", aliases: ["/tags/old/"] }),
    },
    'content/tags.yaml:1:41  aliases: "/tags/old/" is also an alias at content/2024/07/12/moved.md:6:11. Remove one of the two.',
  ],
  "an alias of a page, in other capitals": [
    {
      ...inSite("/WHO/: /archive/"),
      "pages/about.md": "---\ntitle: About\nsummary: We.\naliases: [/who/]\n---\n\nWe.\n",
    },
    `${siteAt} "/WHO/" and "/who/", an alias at content/pages/about.md:4:11, have one name for two things. Remove one of the two.`,
  ],
  "the address of an article, in a page": [
    { "pages/about.md": "---\ntitle: About\nsummary: We.\naliases: [/2024/07/11/talks/]\n---\n\nWe.\n" },
    `content/pages/about.md:4:11  aliases: "/2024/07/11/talks/" is the address of a page of the site. ${unused}`,
  ],
  "the address of an edition, in an article of it": [
    { "2024/07/12/moved.md": formatArticle({ title: "Moved", aliases: ["/2024/07/12/"] }) },
    `${at} "/2024/07/12/" is the address of a page of the site. ${unused}`,
  ],
  "the JSON feed of a tag, in an article": [
    { "2024/07/12/moved.md": formatArticle({ title: "Moved", aliases: ["/tags/old/feed.json"] }) },
    `${at} "/tags/old/feed.json" is the address of a file, not of a page. Write it in site.yaml, with the file that replaces it, as in: aliases: {"/tags/old/feed.json": "/feed.json"}`,
  ],
  "the feed of a tag, in an article": [
    { "2024/07/12/moved.md": formatArticle({ title: "Moved", aliases: ["/tags/old/rss.xml"] }) },
    `${at} "/tags/old/rss.xml" is the address of a file, not of a page. Write it in site.yaml, with the file that replaces it, as in: aliases: {"/tags/old/rss.xml": "/rss.xml"}`,
  ],
};

behaviour("a publisher who names an alias that cannot be", (it) => {
  for (const [name, [changed, ...lines]] of Object.entries(inSettings)) {
    it(`reads the same lines from a first build and from a later one: ${name}`, async () => {
      const site = await buildSmallSite(files);

      assert.equal((await site.change(changed)).problems, lines);
      assert.equal((await buildSmallSite({ ...files, ...changed })).problems, lines);
    });
  }

  it("reads nothing where a tag is written by its old slug", async () => {
    const site = await buildSmallSite({
      ...files,
      ...inTags("old-tag"),
      [added]: formatArticle({ title: "Moved", tags: ["old-tag"] }),
    });

    assert.equal(site.problems, []);
    assert.ok(site.files.includes("tags/peace/index.html") && site.files.includes("tags/old-tag/index.html"));
  });
});

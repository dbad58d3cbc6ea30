import * as assert from "uvu/assert";
import { makeSampleArchives } from "../../help/archives/archives.ts";
import { convertFiles } from "../../help/archives/converted.ts";
import { behaviour } from "../../help/run/behaviour.ts";

const archives = await makeSampleArchives();

function convertSample(from: string) {
  return convertFiles(from, archives.find((archive) => archive.from === from)?.files ?? {});
}

behaviour("a publisher who moves from Jekyll", (it) => {
  it("has each text with its date, tags, old addresses, links, pictures and shortcodes", async () => {
    const { text, files } = await convertSample("jekyll");

    assert.equal(
      text("content/2020/05/01/first-day.md"),
      `---
title: "The first day: word1"
# The first sentence of the text: read it again.
summary: Word3 opens the harbour, and the second day follows.
date: 2020-05-01T00:00:00+03:00
tags: [port-news, ships, c-plus-plus]
sources: [{name: "The Harbour", url: "https://harbour.example/port%20news/2020/05/first-day.html"}]
authors: ["Ann Example"]
aliases:
  - "/old/first/"
---

Word3 opens the harbour, and [the second day](../03/second-day.md) follows.

![word4](map.png)

[word5](https://www.youtube.com/watch?v=abcdefghijk)

\`\`\`python
print("word6 {{ not a tag }}")
\`\`\`

**word7** in a box

| a | word8 |
| - | - |
| **word9** | \\=\\=word10\\=\\= |

A note.[^1] H₂O, xword12.

[^1]: The note says word13.

word14 and \`{% unknown_tag word15 %}\`

- **Term:** word16

- word17

  word18
`,
    );
    assert.ok(files.includes("content/2020/05/01/map.png"));
  });

  it("has a post of a late hour on the day of the site's own zone, and a draft as a draft", async () => {
    const { text } = await convertSample("jekyll");

    assert.match(text("content/2020/05/03/second-day.md"), "\ndate: 2020-05-03T07:30:00+03:00\n");
    assert.match(text("content/2021/01/01/soon.md"), "\ndraft: true\n");
  });

  it("reads in the report what could not be carried over, by kind", async () => {
    const { losses } = await convertSample("jekyll");
    const first = "_posts/2020-05-01-first-day.md";

    assert.equal(losses("key"), [`${first}: mood: word2`]);
    assert.equal(losses("old address"), [`${first}: /port%20news/2020/05/first-day.html`]);
    assert.equal(losses("comment"), [`${first}: word11`]);
    assert.equal(losses("picture missing"), ["_posts/2020-05-02-second-day.md: /assets/lost.png"]);
    assert.equal(losses("untagged"), ["_drafts/soon.md", "_posts/2020-05-02-second-day.md"]);
  });

  it("has a post of an odd date on the day of its file, and one of an offset that no zone has at its moment", async () => {
    const { files, text } = await convertFiles("jekyll", {
      "_posts/2020-01-05-a.md": "---\ntitle: A\ndate: soon\n---\nText.\n",
      "_posts/2020-01-06-b.md": "---\ntitle: B\ndate: 2020-01-06 14:15:14+15:00\n---\nText.\n",
    });

    assert.ok(files.includes("content/2020/01/05/a.md"));
    assert.match(text("content/2020/01/05/b.md"), "\ndate: 2020-01-05T23:15:14Z\n");
  });

  it("has no link to a draft, and a text with one", async () => {
    const { text, losses } = await convertFiles("jekyll", {
      "_config.yml": "url: https://old.example\n",
      "_posts/2020-01-05-a.md": "---\ntitle: A\npublished: false\n---\nText.\n",
      "_posts/2020-01-06-b.md": "---\ntitle: B\n---\nSee [a]({% post_url 2020-01-05-a %}).\n\n## \n",
    });

    assert.match(text("content/2020/01/06/b.md"), "See [a](https://old.example/2020/01/05/a.html).");
    assert.is(losses("link").length, 1);
  });

  it("has each spelling of a tag under one slug, and tags apart that differ in more than spelling", async () => {
    const { text } = await convertFiles("jekyll", {
      "_posts/2020-01-01-a.md": "---\ntitle: A\ntags: [C++, c, Árvíz, '10']\n---\nText.\n",
      "_posts/2020-01-02-b.md": "---\ntitle: B\ntags: [arviz, Árvíz, 'Press freedom']\n---\nText.\n",
    });

    assert.equal(
      text("content/tags.yaml"),
      `- slug: "10"
  title: "10"
- slug: arviz
  title: Árvíz
- slug: c
  title: c
- slug: c-plus-plus
  title: C++
- slug: press-freedom
  title: Press freedom
`,
    );
  });
});

behaviour("a publisher who moves from Hugo", (it) => {
  it("has bundles, sections and translations at their days, and their old addresses as the permalinks say", async () => {
    const { text, files } = await convertSample("hugo");

    assert.equal(
      text("content/2021/03/04/the-bundle.md"),
      `---
title: A bundle
summary: word1 is the summary.
date: 2021-03-04T05:06:07+02:00
tags: [news, harbour]
sources: [{name: "The Paper", url: "https://news.example/paper/2021/the-bundle/"}]
aliases:
  - "/2021/the-bundle/"
  - "/old-bundle/"
---

Word2, and [YouTube](https://www.youtube.com/watch?v=abcdefghijk) stands here.

![word3](map.png "word4 is a caption")

word5 **word6**

See [plain](../05/plain.md) and [its part](../05/plain.md#our-plan).

\`\`\`go
fmt.Println("word7")
\`\`\`

\`{{< strange word8 >}}\`
`,
    );
    assert.ok(files.includes("content/2021/03/05/plain.uk.md"));
    assert.match(text("content/2021/03/06/latin.md"), "title: Café word12\n");
  });

  it("publishes the translations of one text as translations of one another", async () => {
    const site = await (await convertSample("hugo")).build();

    assert.match(site.text("/2021/03/05/plain/"), 'hreflang="uk"');
  });
});

behaviour("a publisher who moves from Pelican", (it) => {
  it("keeps the ids of the old feed to the letter, so that no reader sees an article twice", async () => {
    const { text } = await convertSample("pelican");

    assert.match(
      text("content/2019/09/16/issue-1.md"),
      '\nid: "tag:weekly.example,2019-09-16:/blog/2019/09/issue-1.html"\n',
    );
    assert.match(text("content/2019/09/16/issue-1.md"), "\ndate: 2019-09-16T10:20:00-04:00\n");
  });

  it("has what is written in reStructuredText in markdown", async () => {
    const { text } = await convertSample("pelican");

    assert.equal(
      text("content/2019/09/23/issue-2.md").split("---\n\n")[1],
      `Word10 is *light* and **word11**, with [a link](<https://example.org/x_y>) and [Python](<https://www.python.org/>).

## Part word12

- word13
- word14

  more word15

Code follows:

\`\`\`
print("word16")
\`\`\`

![word17](map.png)

> **Note:**
>
> word18 is noted.

\`\`\`
.. unknown:: word19

   word20
\`\`\`

A note [^1] here.

[^1]: word21 is the note.

\`\`\`
====== ======
word22 b
====== ======
word23 d
====== ======
\`\`\`
`,
    );
  });

  it("has documents beside the texts that link to them", async () => {
    const { text, files } = await convertSample("pelican");

    assert.match(text("content/2019/09/16/issue-1.md"), "[the plan](plan-a.csv)");
    assert.ok(files.includes("content/2019/09/16/plan-a.csv"));
  });

  it("has a backslash before marks that Dateline would ask about", async () => {
    const { text } = await convertSample("pelican");

    assert.match(
      text("content/2019/09/16/issue-1.md"),
      "- word5 \\~word6\\~ `{{ word7 }}`\n- \\$word8\\_1\\$ and H\\~2\\~O\n",
    );
  });
});

behaviour("a publisher who moves from Zola", (it) => {
  it("has internal links, shortcodes with and without an end, and taxonomies", async () => {
    const { text } = await convertSample("zola");

    assert.equal(
      text("content/2022/02/03/first.md"),
      `---
title: First word1
# The first sentence of the text: read it again.
summary: word3 links the port and YouTube.
date: 2022-02-03T00:00:00Z
tags: [rust]
sources: [{name: "Zola Times", url: "https://zola.example/blog/first/"}]
aliases:
  - "/blog/first/"
  - "/first.html"
---

word3 links [the port](../04/port.md#deep-water) and [YouTube](https://www.youtube.com/watch?v=abcdefghijk).

> word5
>
> — word4

word6

word7

\`{{ code() }}\` and \`{{ odd(a="word8") }}\`
`,
    );
    assert.match(text("content/2022/02/04/port.md"), "\nupdated: 2022-02-05T10:00:00Z\n");
  });
});

behaviour("a publisher who moves from WordPress", (it) => {
  it("has paragraphs, captions, players and links, and each picture from the folder of uploads", async () => {
    const { text, files } = await convertSample("wordpress-export");

    assert.equal(
      text("content/2020/05/01/persha.md"),
      `---
title: Перша & друга
# The first sentence of the text: read it again.
summary: word2 one line word3 next line
date: 2020-05-01T07:00:00Z
tags: [novyny, port, sea]
sources: [{name: "Old Blog", url: "https://old.example/blog/2020/05/persha/"}]
authors: ["Ann Example"]
aliases:
  - "/2020/05/persha/"
---

word2 one line\\
word3 next line

![word4](map.png "word5")

<https://www.youtube.com/watch?v=abcdefghijk>

\`[gallery ids="1,2"]\`

[word6](../../../pages/about.md) \\[not a shortcode] *word7*
`,
    );
    assert.ok(files.includes("content/2020/05/01/map.png"));
  });

  it("publishes nothing that was private, and no comment", async () => {
    const { text, losses, files } = await convertSample("wordpress-export");

    assert.match(text("content/2020/05/02/hidden.md"), "\ndraft: true\n");
    assert.equal(losses("reader comment"), ["export.xml: Перша & друга: 1"]);
    for (const file of files.filter((name) => name.endsWith(".md"))) assert.not.match(text(file), "@mail.example");
  });
});

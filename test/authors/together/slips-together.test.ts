import * as assert from "uvu/assert";
import { articlePath, testProblemLines } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runDateline } from "../../help/sites/command.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const talksFile = `content/${articlePath}`;

behaviour("an author who says the same of files of two months", (it) => {
  testProblemLines(it, {
    "the id that another article has by its address": [
      {
        "2024/06/02/drones.md": formatArticle(),
        [articlePath]: formatArticle({ id: "tag:dispatch.example,2024:/2024/06/02/drones/" }),
      },
      `${talksFile}:6:5  id: content/2024/06/02/drones.md already has the id "tag:dispatch.example,2024:/2024/06/02/drones/". Give one of the two another id: feed readers treat them as one article.`,
    ],
    "an alias where a draft will stand": [
      {
        "2024/06/02/drones.md": formatArticle({ draft: true }),
        [articlePath]: formatArticle({ aliases: ["/2024/06/02/drones/"] }),
      },
      `${talksFile}:6:11  aliases: content/2024/06/02/drones.md already has the address "/2024/06/02/drones/". Remove it from one of the two.`,
    ],
    "an alias where a page stands": [
      {
        "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
        [articlePath]: formatArticle({ aliases: ["/about/"] }),
      },
      `${talksFile}:6:11  aliases: content/pages/about.md already has the address "/about/". Remove it from one of the two.`,
    ],
  });

  const id = "tag:dispatch.example,2024:/2024/06/02/drones/";
  const drones = "2024/06/02/drones.md";
  const sameId = `${talksFile}:6:5  id: content/${drones} already has the id "${id}". Give one of the two another id: feed readers treat them as one article.`;

  it("is told by the build in which the later one is written, and in which the earlier one is", async () => {
    const first = await buildSmallSite({ [drones]: formatArticle(), [articlePath]: formatArticle() });
    const later = await first.change({ [articlePath]: formatArticle({ id }) });
    const moved = await later.change({ [drones]: undefined });
    const earlier = await moved.change({ [drones]: formatArticle() });

    assert.equal([first.problems, later.problems, moved.problems, earlier.problems], [[], [sameId], [], [sameId]]);
  });
});

behaviour("an author who slips in several ways at once", (it) => {
  const nowhere = "does not lead to a published page. Correct the link, publish its target, or remove the link.";
  const wrongTag = 'tags: "rusia" is not a known tag. Did you mean "russia"?';

  testProblemLines(it, {
    "a link that leads nowhere, in a text that has another slip": [
      { [articlePath]: formatArticle({ tags: ["rusia"] }, "See [drones](../../06/02/drones.md).") },
      `${talksFile}:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ],
    "a link to a draft, and a slip in a third text": [
      {
        "2024/06/02/drones.md": formatArticle({ draft: true }),
        "2024/06/03/envoys.md": formatArticle({ tags: ["rusia"] }),
        [articlePath]: formatArticle({}, "See [drones](/2024/06/02/drones/)."),
      },
      `content/2024/06/03/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ],
    "an id twice in two months, and a slip in a third text": [
      {
        "2024/06/02/drones.md": formatArticle({ id: "vienna" }),
        "2024/06/03/envoys.md": formatArticle({ tags: ["rusia"] }),
        [articlePath]: formatArticle({ id: "vienna" }),
      },
      `content/2024/06/03/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:6:5  id: content/2024/06/02/drones.md already has the id "tag:dispatch.example,2024:vienna". Give one of the two another id: feed readers treat them as one article.`,
    ],
    "an alias where an article of the same month is": [
      {
        "2024/07/11/drones.md": formatArticle(),
        "2024/07/12/envoys.md": formatArticle({ tags: ["rusia"] }),
        [articlePath]: formatArticle({ aliases: ["/2024/07/11/drones/", "/archive/"] }),
      },
      `${talksFile}:6:11  aliases: content/2024/07/11/drones.md already has the address "/2024/07/11/drones/". Remove it from one of the two.`,
      `${talksFile}:6:33  aliases: "/archive/" is the address of a page of the site. Remove it: an alias is an old address at which nothing is published any more.`,
      `content/2024/07/12/envoys.md:5:8  ${wrongTag}`,
    ],
    "but not of a link to a text that cannot be read, nor to a page that its tag would have": [
      {
        "2024/06/02/drones.md": "No front matter.\n",
        [articlePath]: formatArticle(
          { tags: ["rusia"] },
          "See [drones](../../06/02/drones.md), [tag](/tags/russia/), [day](/2024/06/02/).",
        ),
      },
      'content/2024/06/02/drones.md:1:1  front matter: is missing. Begin with a line "---", then title, summary, tags, sources and another "---".',
      `${talksFile}:5:8  ${wrongTag}`,
    ],
  });

  it("is told by `check` what the build tells", async () => {
    const built = await buildSmallSite({
      [articlePath]: formatArticle({ tags: ["rusia"] }, "See [drones](../../06/02/drones.md)."),
    });
    const { code, errors } = await runDateline(["check"], built.folder);

    assert.equal([code, errors.trimEnd().split("\n")], [1, built.problems]);
  });

  it("is told of a link to what is gone, from a text that did not change, beside a slip in another", async () => {
    const first = await buildSmallSite({
      "2024/06/02/drones.md": formatArticle(),
      [articlePath]: formatArticle({}, "See [drones](/2024/06/02/drones/)."),
    });
    const { problems } = await first.change({
      "2024/06/02/drones.md": undefined,
      "2024/05/02/envoys.md": formatArticle({ tags: ["rusia"] }),
    });

    assert.equal(problems, [
      `content/2024/05/02/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ]);
  });
});

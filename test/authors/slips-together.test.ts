import * as assert from "uvu/assert";
import { eachIsTold, talks } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { dateline } from "../help/sites/command.ts";
import { article, site } from "../help/sites/site.ts";

const talksFile = `content/${talks}`;

behaviour("an author who says the same of files of two months", (it) => {
  eachIsTold(it, {
    "the id that another article has by its address": [
      { "2024/06/02/drones.md": article(), [talks]: article({ id: "tag:dispatch.example,2024:/2024/06/02/drones/" }) },
      `${talksFile}:6:5  id: content/2024/06/02/drones.md has the id "tag:dispatch.example,2024:/2024/06/02/drones/" already. Give one of the two another id: feed readers take them for one article.`,
    ],
    "an alias where a draft will stand": [
      { "2024/06/02/drones.md": article({ draft: true }), [talks]: article({ aliases: ["/2024/06/02/drones/"] }) },
      `${talksFile}:6:11  aliases: content/2024/06/02/drones.md has the address "/2024/06/02/drones/" already. Take it out of one of the two.`,
    ],
    "an alias where a page stands": [
      {
        "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
        [talks]: article({ aliases: ["/about/"] }),
      },
      `${talksFile}:6:11  aliases: content/pages/about.md has the address "/about/" already. Take it out of one of the two.`,
    ],
  });

  const id = "tag:dispatch.example,2024:/2024/06/02/drones/";
  const drones = "2024/06/02/drones.md";
  const sameId = `${talksFile}:6:5  id: content/${drones} has the id "${id}" already. Give one of the two another id: feed readers take them for one article.`;

  it("is told by the build in which the later one is written, and in which the earlier one is", async () => {
    const first = await site({ [drones]: article(), [talks]: article() });
    const later = await first.change({ [talks]: article({ id }) });
    const moved = await later.change({ [drones]: undefined });
    const earlier = await moved.change({ [drones]: article() });

    assert.equal([first.problems, later.problems, moved.problems, earlier.problems], [[], [sameId], [], [sameId]]);
  });
});

behaviour("an author who slips in several ways at once", (it) => {
  const nowhere = "leads to no page that is published. Mend the link, publish what it leads to, or take the link out.";
  const wrongTag = 'tags: "rusia" is not a known tag. Did you mean "russia"?';

  eachIsTold(it, {
    "a link that leads nowhere, in a text that has another slip": [
      { [talks]: article({ tags: ["rusia"] }, "See [drones](../../06/02/drones.md).") },
      `${talksFile}:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ],
    "a link to a draft, and a slip in a third text": [
      {
        "2024/06/02/drones.md": article({ draft: true }),
        "2024/06/03/envoys.md": article({ tags: ["rusia"] }),
        [talks]: article({}, "See [drones](/2024/06/02/drones/)."),
      },
      `content/2024/06/03/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ],
    "an id twice in two months, and a slip in a third text": [
      {
        "2024/06/02/drones.md": article({ id: "vienna" }),
        "2024/06/03/envoys.md": article({ tags: ["rusia"] }),
        [talks]: article({ id: "vienna" }),
      },
      `content/2024/06/03/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:6:5  id: content/2024/06/02/drones.md has the id "tag:dispatch.example,2024:vienna" already. Give one of the two another id: feed readers take them for one article.`,
    ],
    "an alias where an article of the same month is": [
      {
        "2024/07/11/drones.md": article(),
        "2024/07/12/envoys.md": article({ tags: ["rusia"] }),
        [talks]: article({ aliases: ["/2024/07/11/drones/", "/archive/"] }),
      },
      `${talksFile}:6:11  aliases: content/2024/07/11/drones.md has the address "/2024/07/11/drones/" already. Take it out of one of the two.`,
      `${talksFile}:6:33  aliases: "/archive/" is the address of a page of the site. Take it out: an alias is an address at which nothing stands any more.`,
      `content/2024/07/12/envoys.md:5:8  ${wrongTag}`,
    ],
    "but not of a link to a text that cannot be read, nor to a page that its tag would have": [
      {
        "2024/06/02/drones.md": "No front matter.\n",
        [talks]: article(
          { tags: ["rusia"] },
          "See [drones](../../06/02/drones.md), [tag](/tags/russia/), [day](/2024/06/02/).",
        ),
      },
      'content/2024/06/02/drones.md:1:1  front matter: is missing. Begin with a line "---", then title, summary, tags, sources and another "---".',
      `${talksFile}:5:8  ${wrongTag}`,
    ],
  });

  it("is told by `check` what the build tells", async () => {
    const built = await site({ [talks]: article({ tags: ["rusia"] }, "See [drones](../../06/02/drones.md).") });
    const { code, errors } = await dateline(["check"], built.folder);

    assert.equal([code, errors.trimEnd().split("\n")], [1, built.problems]);
  });

  it("is told of a link to what is gone, from a text that did not change, beside a slip in another", async () => {
    const first = await site({
      "2024/06/02/drones.md": article(),
      [talks]: article({}, "See [drones](/2024/06/02/drones/)."),
    });
    const { problems } = await first.change({
      "2024/06/02/drones.md": undefined,
      "2024/05/02/envoys.md": article({ tags: ["rusia"] }),
    });

    assert.equal(problems, [
      `content/2024/05/02/envoys.md:5:8  ${wrongTag}`,
      `${talksFile}:8:14  text: the link to /2024/06/02/drones/ ${nowhere}`,
    ]);
  });
});

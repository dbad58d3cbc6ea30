import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { checkSite, getSitePaths } from "../help/sites/builds.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const files = {
  "2024/06/02/drones.md": formatArticle({ title: "Drones" }),
  "2024/06/02/drones.ru.md": formatArticle({ title: "Drones" }),
  "2024/07/11/talks.md": formatArticle(),
};
const added = "2024/07/12/moved.md";
const at = `content/${added}:6:11  aliases:`;
const unused = "Remove it: an alias is an old address at which nothing is published any more.";

// Each alias would be written over a file of the site, on some disk at least.
const taken: Readonly<Record<string, string>> = {
  "/index.html": `${at} "/index.html" is the address of a page of the site. ${unused}`,
  "/archive/index.html": `${at} "/archive/index.html" is the address of a page of the site. ${unused}`,
  "/tags/diplomacy/index.html": `${at} "/tags/diplomacy/index.html" is the address of a page of the site. ${unused}`,
  "/2024/06/index.html": `${at} "/2024/06/index.html" is the address of a page of the site. ${unused}`,
  "/2024/07/12/index.html": `${at} "/2024/07/12/index.html" is the address of a page of the site. ${unused}`,
  // Pages that are planned together with the article itself.
  "/2024/07/12/": `${at} "/2024/07/12/" is the address of a page of the site. ${unused}`,
  "/2024/07/12/newsletter.html": `${at} "/2024/07/12/newsletter.html" is the address of a page of the site. ${unused}`,
  "/2024/07/": `${at} "/2024/07/" is the address of a page of the site. ${unused}`,
  "/ru/": `${at} "/ru/" is the address of a page of the site. ${unused}`,
  "/404.html": `${at} "/404.html" is the address of a page of the site. ${unused}`,
  "/Archive/": `${at} "/Archive/" is the address of a page of the site. ${unused}`,
  "/2024/06/02./": `${at} "/2024/06/02./" is the address of a page of the site. ${unused}`,
  "/Tags/old/":
    `${at} "/Tags/old/" spells the folder /tags/ of the site in another way; disks that ignore capitals have one of ` +
    "them. Remove it, or spell its folders as the site does.",
  "/RU/2024/05/01/old/":
    `${at} "/RU/2024/05/01/old/" spells the folder /ru/ of the site in another way; disks that ignore capitals have ` +
    "one of them. Remove it, or spell its folders as the site does.",
  "/2024/06/02/Drones/":
    `${at} "/2024/06/02/Drones/" and "/2024/06/02/drones/" of content/2024/06/02/drones.md are one file on disks that ` +
    "ignore capitals. Remove one of the two.",
};

behaviour("an author whose alias is the file of a page", (it) => {
  for (const [alias, line] of Object.entries(taken)) {
    it(`reads the same line from a first build, from a later one and from a check: ${alias}`, async () => {
      const moved = { [added]: formatArticle({ title: "Moved", aliases: [alias] }) };
      const site = await buildSmallSite(files);
      const before = site.files.map((file) => [file, site.text(`/${file}`)]);
      const changed = await site.change(moved);

      assert.equal((await buildSmallSite({ ...files, ...moved })).problems, [line]);
      assert.equal(changed.problems, [line]);
      const checked = await checkSite(getSitePaths(site.folder), "2024-12-31T12:00:00Z");
      assert.equal(
        checked.map((text) => text.replaceAll(`${site.folder}/`, "")),
        [line],
      );

      const back = await changed.change({ [added]: undefined });
      assert.equal(back.problems, []);
      assert.equal(
        back.files.map((file) => [file, back.text(`/${file}`)]),
        before,
      );
    });
  }
});

behaviour("an author who takes every page of the site for an alias", (it) => {
  it("reads a line for each of them", async () => {
    const site = await buildSmallSite(files);
    const pages = site.files.filter((file) => file.endsWith(".html"));
    const aliases = pages.map((file) => `/${file.replace(/(?<=^|\/)index\.html$/, "")}`);
    const { problems } = await site.change({ "2024/07/11/moved.md": formatArticle({ title: "Moved", aliases }) });

    assert.ok(pages.length > 20);
    const named = problems.map((line) => /aliases: "([^"]*)"|has the address "([^"]*)"/.exec(line)?.slice(1).join(""));
    assert.equal(named.toSorted(), aliases.toSorted());
  });
});

behaviour("an author whose alias another one has too", (it) => {
  const [one, other] = ["content/2024/06/02/drones.md", "content/2024/07/11/talks.md"];
  const twice = (first: readonly string[], second: readonly string[]) => ({
    "2024/06/02/drones.md": formatArticle({ title: "Drones", aliases: first }),
    "2024/07/11/talks.md": formatArticle({ aliases: second }),
  });
  const cases: Readonly<Record<string, readonly [readonly string[], readonly string[], ...lines: string[]]>> = {
    "letter by letter": [
      ["/old/"],
      ["/older/", "/old/"],
      `${one}:6:11  aliases: ${other} already has the address "/old/". Remove it from one of the two.`,
      `${other}:6:21  aliases: ${one} already has the address "/old/". Remove it from one of the two.`,
    ],
    "by the name of the file": [
      ["/old/"],
      ["/old/index.html"],
      `${one}:6:11  aliases: ${other} already has the address "/old/". Remove it from one of the two.`,
      `${other}:6:11  aliases: ${one} already has the address "/old/index.html". Remove it from one of the two.`,
    ],
    "with another capital": [
      ["/old/"],
      ["/Old/"],
      `${one}:6:11  aliases: "/old/" and "/Old/" of ${other} are one file on disks that ignore capitals. Remove one of the two.`,
      `${other}:6:11  aliases: "/Old/" and "/old/" of ${one} are one file on disks that ignore capitals. Remove one of the two.`,
    ],
    "in a folder with other capitals": [
      ["/news/OLD/a.html"],
      ["/news/old/b.html"],
      `${one}:6:11  aliases: "/news/OLD/a.html" and "/news/old/b.html" of ${other} spell one folder in two ways; disks that ignore capitals have one of them. Spell it the same way in both, or remove one of the two.`,
      `${other}:6:11  aliases: "/news/old/b.html" and "/news/OLD/a.html" of ${one} spell one folder in two ways; disks that ignore capitals have one of them. Spell it the same way in both, or remove one of the two.`,
    ],
    "in the same text": [
      ["/old/", "/Old/", "/older/", "/older/index.html"],
      [],
      `${one}:6:19  aliases: "/Old/" and "/old/" are one file on disks that ignore capitals. Remove one of the two.`,
      `${one}:6:37  aliases: "/older/index.html" and "/older/" are one file. Remove one of the two.`,
    ],
  };
  for (const [how, [first, second, ...lines]] of Object.entries(cases)) {
    it(`reads a line at each of the two: ${how}`, async () => {
      const site = await buildSmallSite(files);

      assert.equal((await buildSmallSite({ ...files, ...twice(first, second) })).problems, lines);
      assert.equal((await site.change(twice(first, second))).problems, lines);
    });
  }

  it("may give an alias to another article, and take it away again", async () => {
    const site = await buildSmallSite({ ...files, ...twice(["/old/"], []) });
    const moved = await site.change(twice([], ["/old/"]));

    assert.equal(moved.problems, []);
    assert.match(moved.text("/old/index.html"), "../2024/07/11/talks/");
    assert.not.ok((await moved.change(twice([], []))).files.includes("old/index.html"));
  });

  it("may link to an alias of another month", async () => {
    const site = await buildSmallSite({ ...files, ...twice([], ["/2024/05/05/old/"]) });
    const linked = formatArticle({ title: "Drones" }, "See [the talks](/2024/05/05/old/).");

    assert.equal((await site.change({ "2024/06/02/drones.md": linked })).problems, []);
  });
});

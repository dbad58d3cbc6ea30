import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { checkSite, getSitePaths } from "../../help/sites/builds.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const settings = makeSettingsFiles();
const image = { src: "none.png", alt: "A map", credit: "Ann Example" };
const deadLink = "text: the link to /2024/01/02/gone/ does not lead";

/** Kinds of problems by name: a file of a day of its own, and how the line of its problem begins. */
const kinds: Readonly<Record<string, readonly [path: string, text: string, line: string]>> = {
  "a link to nowhere": ["2024/05/01/a.md", formatArticle({}, "[a](/2024/01/02/gone/)"), `8:5  ${deadLink}`],
  "a link to a page that is not": [
    "2024/05/02/a.md",
    formatArticle({}, "[a](/no-such/)"),
    "8:5  text: the link to /no",
  ],
  "an unknown tag": ["2024/05/03/a.md", formatArticle({ tags: ["rusia"] }), '5:8  tags: "rusia"'],
  "a field without its value": ["2024/05/04/a.md", formatArticle({ title: "" }), "2:8  title: is empty."],
  "an unknown key": ["2024/05/05/a.md", formatArticle({ titel: "A" }), "6:1  titel: is not a known key."],
  "a picture that is not there": ["2024/05/06/a.md", formatArticle({ image }), '6:15  image.src: "none.png"'],
  "an alias of a page of the site": ["2024/05/07/a.md", formatArticle({ aliases: ["/archive/"] }), "6:11  aliases:"],
  "no front matter": ["2024/05/08/a.md", "Words.\n", "1:1  front matter: is missing."],
  "a fault of YAML": ["2024/05/09/a.md", "---\ntitle: A: b\n---\n", "2:8  YAML: text with a colon"],
  "a mark of another dialect": ["2024/05/10/a.md", formatArticle({}, "<br>"), '8:1  text: "<br>"'],
  "a name that is not a slug": ["2024/05/11/A b.md", formatArticle(), '1:1  the name "A b"'],
  "a folder that is not a day": ["2024/13/40/a.md", formatArticle(), "1:1  the folder 2024/13/40"],
  "a file without an ending": ["2024/05/12/readme", "Words.\n", "1:1  has no ending"],
  "a file of another kind": ["2024/05/13/a.psd", "Words.\n", '1:1  ends with ".psd"'],
  "a fault in a list of tags": ["tags.yaml", `${settings["tags.yaml"]}- {slug: a, titel: A}\n`, "4:13  titel: is not"],
  "a fault of YAML in a list": ["storylines.yaml", "- {slug: a, title: A\n", "1:3  YAML: a bracket"],
  "a setting that cannot be": ["site.yaml", `${settings["site.yaml"]}rights: some\n`, '11:9  rights: "some"'],
};

behaviour("an author whose site has two problems of different kinds", (it) => {
  const cases = Object.entries(kinds).flatMap((a, i, all) => all.slice(i + 1).map((b) => [a, b] as const));
  for (const [[nameA, [pathA, textA, lineA]], [nameB, [pathB, textB, lineB]]] of cases) {
    it(`reads both in one run: ${nameA}, and ${nameB}`, async () => {
      const files: FileContents = { [pathA]: textA, [pathB]: textB };
      const site = await buildSmallSite(files);
      const lines = [`content/${pathA}:${lineA}`, `content/${pathB}:${lineB}`];
      const missing = lines.filter((line) => !site.problems.some((problem) => problem.startsWith(line)));

      assert.equal(missing, [], site.problems.join("\n"));
    });
  }
});

behaviour("an author whose text has two problems of different kinds", (it) => {
  const fields: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, string]>> = {
    "an unknown tag": [{ tags: ["rusia"] }, "tags: "],
    "a missing field": [{ title: undefined }, "title: "],
    "an unknown key": [{ titel: "A" }, "titel: "],
    "a missing picture": [{ image }, "image.src: "],
    "an alias of a page of the site": [{ aliases: ["/archive/"] }, "aliases: "],
  };
  for (const [name, [overrides, field]] of Object.entries(fields)) {
    it(`reads it beside a link to nowhere, with the cache, without, and from check: ${name}`, async () => {
      const good = await buildSmallSite({ "2024/05/01/a.md": formatArticle() });
      const cached = await good.change({ "2024/05/01/a.md": formatArticle(overrides, "[a](/2024/01/02/gone/)") });
      const fresh = await buildSmallSite({ "2024/05/01/a.md": formatArticle(overrides, "[a](/2024/01/02/gone/)") });
      const checked = await checkSite(getSitePaths(cached.folder), "2024-07-20T12:00:00Z");

      for (const start of [field, deadLink])
        assert.ok(
          fresh.problems.some((line) => line.includes(`  ${start}`)),
          fresh.problems.join("\n"),
        );
      assert.equal(cached.problems, fresh.problems);
      assert.equal(
        checked.map((line) => line.replaceAll(`${cached.folder}/`, "")),
        fresh.problems,
      );
    });
  }
});

behaviour("an author who links to what another problem hides", (it) => {
  for (const [name, path, text] of [
    ["a text in the wrong folder", "2024/13/40/gone.md", formatArticle()],
    ["a text with capitals in its ending", "2024/01/02/gone.MD", formatArticle()],
    ["a text without front matter", "2024/01/02/gone.md", "Words.\n"],
  ] as const) {
    it(`is not sent to mend the link: ${name}`, async () => {
      const { problems } = await buildSmallSite({
        "2024/05/01/a.md": formatArticle({}, "[a](/2024/01/02/gone/)"),
        [path]: text,
      });

      assert.equal(
        problems.map((line) => line.includes("the link to")),
        [false],
      );
    });
  }
});

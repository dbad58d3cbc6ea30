import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../help/newsroom/pictures.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { type FileContents, listFiles, writeFiles } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

const sender = 'newsletter: {from: editors@dispatch.example, unsubscribe: "mailto:leave@dispatch.example"}\n';
const anna = "- {slug: anna-example, name: Anna Example, picture: authors/anna.png}\n";

const files = async (): Promise<FileContents> => ({
  "site.yaml": `${makeSettingsFiles()["site.yaml"]}${sender}`,
  "authors.yaml": anna,
  "authors/anna.png": await createFlat(40, 40, [90, 60, 30]).png().toBuffer(),
  "2024/07/11/talks.md": formatArticle({ authors: ["anna-example"] }),
  "2024/07/11/talks.ru.md": formatArticle({ title: "Переговоры" }),
  "2024/06/16/summit.md": formatArticle({ title: "Summit", authors: ["Boris Sample"] }),
});

behaviour("a publisher who changes who wrote what", (it) => {
  const changes: Readonly<Record<string, () => FileContents | Promise<FileContents>>> = {
    "the authors of an article, whose translation names none": () => ({
      "2024/07/11/talks.md": formatArticle({ authors: ["Clara"] }),
    }),
    "an article to one that nobody signed": () => ({ "2024/07/11/talks.md": formatArticle() }),
    "the authors of a translation alone": () => ({
      "2024/07/11/talks.ru.md": formatArticle({ title: "Переговоры", authors: ["Boris Sample"] }),
    }),
    "an original to a draft": () => ({
      "2024/07/11/talks.md": formatArticle({ authors: ["anna-example"], draft: true }),
    }),
    "the name of an author": () => ({ "authors.yaml": anna.replace("Anna Example", "Anna Other") }),
    "an author who was only named, to one of the list": () => ({
      "authors.yaml": `${anna}- {slug: boris, name: Boris, also: [Boris Sample]}\n`,
    }),
    "the picture of an author": async () => ({
      "authors/anna.png": await createFlat(40, 40, [9, 9, 9]).png().toBuffer(),
    }),
    "the picture to none": () => ({
      "authors.yaml": anna.replace(", picture: authors/anna.png", ""),
      "authors/anna.png": undefined,
    }),
  };
  for (const [change, makeChange] of Object.entries(changes)) {
    it(`gets the same bytes as from nothing, having changed ${change}`, async () => {
      const [before, changed] = [await files(), await makeChange()];
      const built = await buildSmallSite(before);
      const again = await built.change(changed);
      const anew = await buildSmallSite({ ...before, ...changed });

      assert.equal([built.problems, again.problems], [[], []]);
      assert.equal(findDifferentFiles(readAllBytes(again.output), readAllBytes(anew.output)), []);
    });
  }

  it("is told of articles that name an author who left the list", async () => {
    const built = await buildSmallSite(await files());
    const without = await built.change({ "authors.yaml": "- {slug: boris, name: Boris}\n" });

    assert.equal(without.problems, [
      'content/2024/07/11/talks.md:6:11  authors: "anna-example" is not a known author. Add it to authors.yaml, or write the name as readers see it, as in: authors: [Anna Example]',
    ]);
  });
});

behaviour("a newsroom that writes under pen names", (it) => {
  it("has no name and no mail address of git's in any file or mail", async () => {
    const folder = await commit(await files());
    const moment = { DATELINE_NOW: "2024-12-31T12:00:00Z" };
    for (const args of [["build"], ["newsletter", "2024-07-11"]]) {
      assert.is((await runDateline(args, folder, moment)).errors, "");
    }
    const published = listFiles(folder).filter((file) => /^_site\/|\.eml$/.test(file));
    const bytes = readAllBytes(folder);

    assert.ok(published.some((file) => file.endsWith(".eml")) && published.includes("_site/rss.xml"));
    for (const secret of ["Secretname", "secret@identity.example", "identity.example"]) {
      assert.equal(
        published.filter((file) => bytes.get(file)?.includes(secret)),
        [],
        secret,
      );
    }
  });

  it("is told by a check of the pages of an author who was renamed", async () => {
    const folder = await commit(await files());
    writeFiles(join(folder, "content"), {
      "2024/06/16/summit.md": formatArticle({ title: "Summit", authors: ["Boris Other"] }),
    });
    const { code, errors } = await runDateline(["check"], folder, { DATELINE_NOW: "2024-12-31T12:00:00Z" });

    assert.is(code, 1);
    assert.match(errors, "/authors/boris-sample/");
  });
});

/** A folder with a site that git knows, committed under a name that must stay there. */
async function commit(contents: FileContents): Promise<string> {
  const { folder } = await buildSmallSite(contents);
  const identity = ["-c", "user.name=Secretname", "-c", "user.email=secret@identity.example"];
  for (const args of [
    ["init", "-q"],
    ["add", "content"],
    ["commit", "-qm", "First"],
  ]) {
    const { code, errors } = await runCommand("git", [...identity, ...args], { folder });
    assert.is(code, 0, errors);
  }
  return folder;
}

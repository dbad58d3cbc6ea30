import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../help/newsroom/pictures.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { type FileContents, listFiles, writeFiles } from "../help/sites/folders.ts";
import { openPublishedFolder } from "../help/sites/published.ts";
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

  const moment = { DATELINE_NOW: "2024-12-31T12:00:00Z" };

  it("is told by a check of the page of an author whom articles name in another way, and may then redirect it", async () => {
    const folder = await commit(await files());
    const renamed = {
      "2024/06/16/summit.md": formatArticle({ title: "Summit", authors: ["Boris Other"] }),
    };
    writeFiles(join(folder, "content"), renamed);
    const { code, errors } = await runDateline(["check"], folder, moment);
    const line = 'aliases: {"/authors/boris-sample/": "/authors/boris-other/"}';
    writeFiles(join(folder, "content"), { "site.yaml": `${(await files())["site.yaml"]}${line}\n` });
    const again = await runDateline(["check"], folder, moment);

    assert.is(code, 1);
    assert.is(
      errors,
      `content/site.yaml:1:1  aliases: /authors/boris-sample/ was published and would be gone. Restore them, or add this line: ${line}\n`,
    );
    assert.equal([again.code, again.errors], [0, ""]);
  });

  it("is told the same of an author of the list whose slug changed, and may then keep the old one as an alias", async () => {
    const folder = await commit(await files());
    const list = anna.replace("anna-example", "a-e");
    const signed = { "2024/07/11/talks.md": formatArticle({ authors: ["a-e"] }) };
    writeFiles(join(folder, "content"), { ...signed, "authors.yaml": list });
    const { code, errors } = await runDateline(["check"], folder, moment);
    writeFiles(join(folder, "content"), { "authors.yaml": list.replace("}", ', aliases: ["anna-example"]}') });
    const again = await runDateline(["check"], folder, moment);
    const built = await runDateline(["build"], folder, moment);

    assert.is(code, 1);
    assert.is(
      errors,
      'content/authors.yaml:1:1  aliases: /authors/anna-example/ and /ru/authors/anna-example/ were published and would be gone. Add to the entry "a-e": aliases: ["anna-example"]\n',
    );
    assert.equal([again.code, again.errors, built.code], [0, "", 0]);
    const page = openPublishedFolder(join(folder, "_site")).page("/ru/authors/anna-example/");
    assert.is(page.attribute('link[rel="canonical"]', "href"), "https://dispatch.example/ru/authors/a-e/");
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

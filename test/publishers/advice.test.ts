import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { checkPromises } from "../../src/commands/promises.ts";
import { parseInstant } from "../../src/values/instant.ts";
import { formatProblem } from "../../src/values/problem.ts";
import { readFeeds } from "../help/readers/feed-reader.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { type FileContents, writeFiles } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

const settings = makeSettingsFiles();
const siteFile = String(settings["site.yaml"]);
const tagsFile = String(settings["tags.yaml"]);
const talks = { title: "Envoys meet", tags: ["diplomacy"], people: ["Ann Example"], places: ["Vienna"] };
const page = (title: string, more = "") => `---\ntitle: ${title}\nsummary: Who we are.\n${more}---\n\nWe.\n`;
const site: FileContents = {
  "2024/06/30/earlier.md": formatArticle({ title: "Earlier", tags: ["ukraine"] }),
  "2024/07/11/talks.md": formatArticle(talks),
  "2024/07/11/talks.ru.md": formatArticle({ ...talks, title: "Envoys meet (ru)" }),
  "2024/07/12/other.md": formatArticle({ title: "Other", tags: ["russia"], storyline: "second-summit" }),
  "pages/about.md": page("About"),
};
const renamedTags = (entry: string) => tagsFile.replace("{slug: russia, title: Russia, also: [Россия]}", entry);
const renamedSite = siteFile.replace("russia]", "moscow]");
const retagged = formatArticle({ title: "Other", tags: ["moscow"], storyline: "second-summit" });
const days = Array.from(
  { length: 115 },
  (_, i) => `2024/0${1 + (i % 5)}/${String(1 + (i % 28)).padStart(2, "0")}/s${i}.md`,
);
const tagged = (tag: string) =>
  Object.fromEntries(days.map((file, i) => [file, formatArticle({ title: `S${i}`, tags: [tag] })]));

// What is published first, and what is then changed.
const cases: Readonly<Record<string, readonly [before: FileContents, change: FileContents]>> = {
  "a tag gets another slug": [
    {},
    {
      "tags.yaml": renamedTags("{slug: moscow, title: Russia}"),
      "site.yaml": renamedSite,
      "2024/07/12/other.md": retagged,
    },
  ],
  "a tag with numbered pages gets another slug": [
    tagged("russia"),
    {
      ...tagged("moscow"),
      "tags.yaml": renamedTags("{slug: moscow, title: Russia}"),
      "site.yaml": renamedSite,
      "2024/07/12/other.md": retagged,
    },
  ],
  "a tag with numbered pages becomes a part of a smaller one": [
    tagged("russia"),
    {
      ...tagged("diplomacy"),
      ...Object.fromEntries(days.slice(0, 60).map((file) => [file, formatArticle({ title: file, tags: ["ukraine"] })])),
    },
  ],
  "a tag gets another slug for the second time": [
    { "tags.yaml": renamedTags("{slug: russia, title: Russia, aliases: [muscovy]}") },
    {
      "tags.yaml": renamedTags("{slug: moscow, title: Moscow, aliases: [kremlin]}"),
      "site.yaml": renamedSite,
      "2024/07/12/other.md": retagged,
    },
  ],
  "a tag is given up for another, and stays in its file": [
    {},
    { "2024/07/12/other.md": formatArticle({ title: "Other", tags: ["diplomacy"], storyline: "second-summit" }) },
  ],
  "an alias of a tag is taken out": [
    { "tags.yaml": renamedTags("{slug: russia, title: Russia, aliases: [muscovy, /old/russia/]}") },
    { "tags.yaml": renamedTags("{slug: russia, title: Russia}") },
  ],
  "a tag of two languages loses its last story in one": [
    {},
    { "2024/07/11/talks.ru.md": formatArticle({ ...talks, title: "Envoys meet (ru)", tags: ["ukraine"] }) },
  ],
  "a storyline gets another slug": [
    {},
    {
      "storylines.yaml": "- {slug: peace, title: Peace}\n",
      "2024/07/12/other.md": formatArticle({ title: "Other", tags: ["russia"], storyline: "peace" }),
    },
  ],
  "a storyline is given up": [{}, { "2024/07/12/other.md": formatArticle({ title: "Other", tags: ["russia"] }) }],
  "a person and a place get other names": [
    {},
    { "2024/07/11/talks.md": formatArticle({ ...talks, people: ["Anna Example"], places: ["Wien"] }) },
  ],
  "a person is named no more": [{}, { "2024/07/11/talks.md": formatArticle({ ...talks, people: [] }) }],
  "an article moves to another month": [
    {},
    {
      "2024/07/12/other.md": undefined,
      "2024/08/01/other.md": formatArticle({ title: "Other", tags: ["russia"], storyline: "second-summit" }),
    },
  ],
  "an article with aliases and an id of its own moves": [
    { "2024/07/12/other.md": formatArticle({ title: "Other", aliases: ["/x/"], id: "one" }) },
    {
      "2024/07/12/other.md": undefined,
      "2024/08/01/other-one.md": formatArticle({ title: "Other", aliases: ["/y/"], id: "two" }),
    },
  ],
  "a language is given up": [
    {},
    { "2024/07/11/talks.ru.md": undefined, "2024/07/11/more.md": formatArticle({ title: "Envoys meet (ru)" }) },
  ],
  "a plain page gets another name": [{}, { "pages/about.md": undefined, "pages/about-us.md": page("About") }],
  "a plain page with aliases gets another name": [
    { "pages/about.md": page("About", "aliases: [/imprint.html]\n") },
    { "pages/about.md": undefined, "pages/about-us.md": page("About", "aliases: [/who/]\n") },
  ],
  "a plain page with a list of aliases gets another name": [
    { "pages/about.md": page("About", "aliases:\n  - /imprint.html\n") },
    { "pages/about.md": undefined, "pages/about-us.md": page("About", "aliases:\n  - /who/\n") },
  ],
  "a plain page is given up": [{}, { "pages/about.md": undefined }],
  "aliases of the site are taken out, and others are there": [
    {
      "site.yaml": `${siteFile}aliases: {/feed.xml: /rss.xml, /feed: /rss.xml, /b.json: /feed.json, /old.txt: /archive/}\n`,
    },
    { "site.yaml": `${siteFile}aliases: {/atom: /atom.xml}\n` },
  ],
  "the authority is another one": [
    {},
    { "site.yaml": siteFile.replace("dispatch.example,2024", "other.example,2026") },
  ],
  "the authority is another one, and an article moves": [
    {},
    {
      "site.yaml": siteFile.replace("dispatch.example,2024", "other.example,2026"),
      "2024/07/12/other.md": undefined,
      "2024/08/01/other.md": formatArticle({ title: "Other", tags: ["russia"], storyline: "second-summit" }),
    },
  ],
  "the mails of an edition go, whose stories move": [
    {},
    {
      "2024/06/30/earlier.md": undefined,
      "2024/06/29/earlier.md": formatArticle({ title: "Earlier", tags: ["ukraine"] }),
    },
  ],
};

behaviour("a publisher who does what each line of a check says, to the letter", (it) => {
  for (const [name, [before, change]] of Object.entries(cases)) {
    it(`keeps every address, and reads that all is well: ${name}`, async () => {
      const folder = await publish({ ...site, ...before });
      writeFiles(join(folder, "content"), change);
      const lines = await check(folder);

      assert.ok(lines.length > 0);
      for (const line of lines) follow(line, folder);
      assert.equal(await check(folder), [], lines.join("\n"));
    });
  }

  it("reads one line where the authority is another one", async () => {
    const folder = await publish(site);
    writeFiles(join(folder, "content"), {
      "site.yaml": siteFile.replace("dispatch.example,2024", "other.example,2026"),
    });

    assert.equal(await check(folder), [
      'content/site.yaml:1:1  authority: subscribers know 4 articles by ids that are made from "dispatch.example,2024", and would get each again. It stays when the url changes. Replace it by this line: authority: "dispatch.example,2024"',
    ]);
  });

  it("passes where the demonstration of a fork was deleted, and the site is another one", async () => {
    const folder = await publish(site);
    const articles = Object.keys(site).map((path) => [path, undefined]);
    writeFiles(join(folder, "content"), {
      ...Object.fromEntries(articles),
      "2026/11/28/first.md": formatArticle({ title: "First" }),
      "site.yaml": siteFile
        .replace("dispatch.example,2024", "other.example,2026")
        .replace(/^url: .*$/m, "url: https://other.example/"),
    });

    assert.equal(await check(folder), []);
  });

  it("keeps the subscribers of a renamed tag: its feeds are feeds", async () => {
    const [before, change] = cases["a tag gets another slug"] ?? [];
    const folder = await publish({ ...site, ...before });
    writeFiles(join(folder, "content"), change ?? {});
    for (const line of await check(folder)) follow(line, folder);
    await runDateline(["build"], folder);

    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
      const text = readFileSync(join(folder, "_site/tags/russia", file), "utf8");
      assert.is(readFeeds([text])[0]?.items.length, 1, file);
    }
  });
});

async function publish(files: FileContents): Promise<string> {
  const { folder, problems } = await buildSmallSite(files);
  assert.equal(problems, []);
  const git = (...words: string[]) =>
    runCommand("git", ["-c", "user.name=A", "-c", "user.email=a@dispatch.example", ...words], { folder });
  await git("init", "-q");
  await git("add", "content");
  assert.is((await git("commit", "-qm", "First")).code, 0);
  return folder;
}

/** The lines of `dateline check`. */
async function check(folder: string): Promise<readonly string[]> {
  const [content, now] = [join(folder, "content"), parseInstant("2024-12-31T12:00:00Z")];
  if (now === undefined) throw new Error("Expected an instant.");
  const options = { content, cache: join(folder, ".cache"), links: undefined, now };
  const { brokenPromises } = await checkPromises(options, "HEAD");
  return (brokenPromises?.problems ?? []).map(formatProblem).map((line) => line.replaceAll(`${folder}/`, ""));
}

/** Does what a line says. */
function follow(line: string, folder: string): void {
  const [, file = "", told = ""] = /^(content\/\S+?):\d+:\d+ {2}(.*)$/.exec(line) ?? [];
  if (file === "") return;
  const path = file.slice("content/".length);
  const text = readFileSync(join(folder, file), "utf8");
  const [, action = "", entry, key = "", value = ""] =
    /([Aa]dd this line|[Rr]eplace (?:it|its (?:aliases|id)) by this line|Add to the entry "(\S+)"|Replace the aliases of the entry "\S+" by): (aliases|id|authority): (.*)$/.exec(
      told,
    ) ?? [];
  const written = `${key}: ${value}`;
  if (/^add this line$/i.test(action))
    writeFiles(join(folder, "content"), {
      [path]: file.endsWith(".md") ? text.replace("---\n", () => `---\n${written}\n`) : `${text}${written}\n`,
    });
  else if (/^replace its?/i.test(action))
    writeFiles(join(folder, "content"), {
      [path]: text.replace(new RegExp(`^${key}:.*$(?:\\n  - .*$)*`, "m"), () => written),
    });
  else if (entry !== undefined)
    writeFiles(join(folder, "content"), {
      [path]: text.replace(new RegExp(`(\\{slug: ${entry},[^}]*)\\}`), (_, start: string) => `${start}, ${written}}`),
    });
  else if (action !== "") {
    const [, slug = ""] = /"(\S+)" by$/.exec(action) ?? [];
    const pattern = new RegExp(`(\\{slug: ${slug},[^}]*)aliases: \\[[^\\]]*\\]`);
    writeFiles(join(folder, "content"), { [path]: text.replace(pattern, (_, start: string) => start + written) });
  } else throw new Error(`No advice in ${line}`);
}

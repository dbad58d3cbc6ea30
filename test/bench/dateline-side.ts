import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, formatMarkdown, formatYamlEntry, writeTextFile } from "./contestant.ts";
import { type Corpus, corpusDescription, corpusSections, corpusTitle, corpusUrl, type Story } from "./corpus.ts";

/**
 * Dateline, built with the command of `npm run build`. Its project is a copy of this one with other content, so that
 * the race can change a layout without changing the repository, and edits during the race do not influence it.
 *
 * @param repository the folder that contains package.json
 */
export function createDateline(repository: string, version: string): Contestant {
  return {
    name: "Dateline",
    version,
    createProject: (folder, corpus) => createProject(repository, folder, corpus),
    writeStory: (folder, story) => writeTextFile(formatArticle(story), folder, "content", `${story.path}.md`),
    writeTags: (folder, tags) => writeTextFile(formatTerms(tags), folder, "content/tags.yaml"),
    changeLayout,
    command: readBuildCommand(repository),
    siteFolder: "_site",
    cacheFolders: [".cache"],
  };
}

/**
 * The command of `npm run build` with its Node flags, read from package.json so that the race runs the same command.
 */
function readBuildCommand(repository: string): Contestant["command"] {
  const file = join(repository, "package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: Readonly<Record<string, string>> };
  const [program, ...args] = (scripts.build ?? "").split(" ");
  // npm passes the script to a shell. Plain words need no shell, so they run here directly, with this Node.
  if (program !== "node" || !args.every((arg) => /^[\w./=-]+$/.test(arg)))
    throw new Error(`${file}: expected a "build" script of "node" and plain words, found "${scripts.build}"`);
  return [process.execPath, ...args];
}

function createProject(repository: string, folder: string, corpus: Corpus): void {
  for (const name of ["src", "layouts", "package.json", "package-lock.json", "tsconfig.json", ".eleventy.ts"]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "dir");
  writeTextFile(siteYaml, folder, "content/site.yaml");
  writeTextFile(formatTerms(corpus.tags), folder, "content/tags.yaml");
  writeTextFile(formatTerms(corpus.storylines), folder, "content/storylines.yaml");
}

const siteYaml = `title: ${corpusTitle}
description: ${corpusDescription}
url: ${corpusUrl}
authority: "bench.example,2025"
language: en
timezone: Europe/Riga
hour: "06:00"
publisher:
  name: ${corpusTitle}
  email: editors@bench.example
sections: [${corpusSections.join(", ")}]
links: folder
support:
  title: Support the digest
  text: The digest carries no advertising and tracks no one. If it is useful to you, you can help with a small sum.
  url: https://bench.example/support/
`;

function formatTerms(topics: Corpus["tags"]): string {
  return topics
    .map((topic) => {
      const [first = "", ...rest] = Object.entries(topic).flatMap(([key, value]) => formatYamlEntry(key, value));
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)].join("\n");
    })
    .join("\n")
    .concat("\n");
}

function formatArticle(story: Story): string {
  const { title, summary, date, tags, sources, storyline, people, places, lead, corrections, text } = story;
  const frontMatter = {
    title,
    summary,
    date,
    tags,
    sources,
    storyline,
    people,
    places,
    lead: lead || undefined,
    corrections,
  };
  return formatMarkdown(
    frontMatter,
    text.replaceAll("](story:", "](../../../").replace(/(\]\((?:\.\.\/){3}[^)]*)\)/g, "$1.md)"),
  );
}

function changeLayout(folder: string, marker: string): void {
  const file = join(folder, "layouts/article.tsx");
  const source = readFileSync(file, "utf8");
  const changedSource = source.replace(/<article (?:title="[^"]*" )?class=/, `<article title="${marker}" class=`);
  if (changedSource === source) throw new Error(`${file}: expected an <article class=…> to add the marker to`);
  writeFileSync(file, changedSource);
}

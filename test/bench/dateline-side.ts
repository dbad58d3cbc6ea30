import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, entry, markdown, put } from "./contestant.ts";
import { type Corpus, corpusDescription, corpusTitle, corpusUrl, type Story, sections } from "./corpus.ts";

/**
 * Dateline as people run it. Its project is a copy of this one with other content, so that a layout can be changed
 * without touching the repository, and nothing that somebody edits meanwhile gets into the race.
 *
 * @param repository the folder that package.json is in
 */
export function dateline(repository: string, version: string): Contestant {
  return {
    name: "Dateline",
    version,
    layOut: (folder, corpus) => layOut(repository, folder, corpus),
    writeStory: (folder, story) => put(article(story), folder, "content", `${story.path}.md`),
    writeTags: (folder, tags) => put(terms(tags), folder, "content/tags.yaml"),
    changeLayout,
    command: buildCommand(repository),
    site: "_site",
    kept: [".cache"],
  };
}

/** What `npm run build` runs, with its flags for Node: read where it is written, so that the race cannot run anything else. */
function buildCommand(repository: string): Contestant["command"] {
  const file = join(repository, "package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: Readonly<Record<string, string>> };
  const [program, ...args] = (scripts.build ?? "").split(" ");
  // npm hands it to a shell; words without meaning to one are run here by themselves, and by this very Node.
  if (program !== "node" || !args.every((arg) => /^[\w./=-]+$/.test(arg)))
    throw new Error(`${file}: expected a script "build" of plain words after "node", not "${scripts.build}"`);
  return [process.execPath, ...args];
}

function layOut(repository: string, folder: string, corpus: Corpus): void {
  for (const part of ["src", "layouts", "package.json", "package-lock.json", "tsconfig.json", ".eleventy.ts"]) {
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "dir");
  put(settings, folder, "content/site.yaml");
  put(terms(corpus.tags), folder, "content/tags.yaml");
  put(terms(corpus.storylines), folder, "content/storylines.yaml");
}

const settings = `title: ${corpusTitle}
description: ${corpusDescription}
url: ${corpusUrl}
authority: "bench.example,2025"
language: en
timezone: Europe/Riga
hour: "06:00"
publisher:
  name: ${corpusTitle}
  email: editors@bench.example
sections: [${sections.join(", ")}]
links: folder
support:
  title: Support the digest
  text: The digest carries no advertising and tracks no one. If it is useful to you, you can help with a small sum.
  url: https://bench.example/support/
`;

function terms(topics: Corpus["tags"]): string {
  return topics
    .map((topic) => {
      const [first = "", ...rest] = Object.entries(topic).flatMap(([key, value]) => entry(key, value));
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)].join("\n");
    })
    .join("\n")
    .concat("\n");
}

function article(story: Story): string {
  const { title, summary, date, tags, sources, storyline, people, places, lead, corrections, text } = story;
  const front = {
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
  return markdown(front, text.replaceAll("](story:", "](../../../").replace(/(\]\((?:\.\.\/){3}[^)]*)\)/g, "$1.md)"));
}

function changeLayout(folder: string, mark: string): void {
  const file = join(folder, "layouts/article.tsx");
  const before = readFileSync(file, "utf8");
  const after = before.replace(/<article (?:title="[^"]*" )?class=/, `<article title="${mark}" class=`);
  if (after === before) throw new Error(`${file}: expected an <article class=…> to put a mark on`);
  writeFileSync(file, after);
}

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { styleOrder } from "../../layouts/styles/order.ts";
import { type Contestant, formatMarkdown, writeTextFile } from "./contestant.ts";
import { type Corpus, corpusTitle, corpusUrl, generateStory, type Story } from "./corpus.ts";

/**
 * Hugo with our templates (in `hugo/`), which publish the same as Dateline.
 *
 * @param repository the folder that contains package.json, for Dateline's style sheet
 * @param program the Hugo to run: a path, or a name in PATH
 */
export function createHugo(repository: string, program: string, version: string): Contestant {
  return {
    name: "Hugo",
    version,
    createProject: (folder, corpus) => createProject(repository, folder, corpus),
    writeStory: (folder, story) => writeTextFile(formatArticle(story), folder, "content", `${story.path}.md`),
    writeTags: (folder, tags) => writeTerms(folder, "tags", tags),
    changeLayout,
    command: [program, "--quiet"],
    siteFolder: "public",
    cacheFolders: ["resources"],
  };
}

function createProject(repository: string, folder: string, corpus: Corpus): void {
  cpSync(join(import.meta.dirname, "hugo"), folder, { recursive: true });
  const styleSheets = styleOrder.map((name) => readFileSync(join(repository, "layouts", name), "utf8"));
  writeTextFile(styleSheets.join("\n"), folder, "static/style.css");
  cpSync(join(repository, "layouts/pictures"), join(folder, "static"), { recursive: true });
  writeTerms(folder, "tags", corpus.tags);
  writeTerms(folder, "storylines", corpus.storylines);
  writeDateSections(folder, corpus);
  writeArchives(folder, corpus);
  for (const [path, frontMatter] of otherPages) writeTextFile(formatMarkdown(frontMatter, ""), folder, "content", path);
}

const feedFormats = ["rss", "atom", "jsonfeed"];

// Pages that are not stories: lists, and pages that exist for their feeds or sitemaps. `url` is the path of the file.
const otherPages: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    "archive.md",
    { title: "Archive", type: "archive", description: "All editions since the first, by year and month." },
  ],
  ["feeds.md", { title: "Subscribe", type: "subscribing", description: "How to follow the digest in a feed reader." }],
  ["corrections/_index.md", { title: "Corrections", type: "corrections", description: "What we got wrong." }],
  ["lite/_index.md", { title: "titles and summaries", outputs: ["rss"] }],
  ["tags/_index.md", { title: "All tags", description: "All tags, each with its stories and its feeds." }],
  ["storylines/_index.md", { title: "Storylines", description: "Stories that go on, each as a timeline." }],
  ["people/_index.md", { title: "People", description: "People who are named in our stories." }],
  ["places/_index.md", { title: "Places", description: "Places where our stories happen." }],
  ["sitemap-pages.md", makeSitemapFrontMatter("pages", undefined)],
];

function makeSitemapFrontMatter(part: string, month: string | undefined): Readonly<Record<string, unknown>> {
  return { title: part, type: "sitemap", outputs: ["partsitemap"], url: `/sitemaps/${part}.xml`, month };
}

function writeTerms(folder: string, kind: "tags" | "storylines", topics: Corpus["tags"]): void {
  topics.forEach(({ slug, title, description }, i) => {
    const frontMatter = { title, description, weight: i + 1, outputs: ["html", ...feedFormats] };
    writeTextFile(formatMarkdown(frontMatter, ""), folder, "content", kind, slug, "_index.md");
  });
}

/** A document of a feed's archive (RFC 5005). */
interface ArchiveDocument {
  /** The feed's folder; undefined for the feed of the site. */
  readonly feedFolder: "daily/" | undefined;
  /** "2024/07" */
  readonly month: string;
  /** Which fifty stories of the month it contains, from 1. */
  readonly part: number;
}

/**
 * Writes the pages of the site's feeds and of the daily feeds, and a page for each document of their archives, because
 * Hugo creates none for these.
 */
function writeArchives(folder: string, corpus: Corpus): void {
  const storyCounts = countStoriesByMonth(corpus);
  const lastMonth = [...storyCounts.keys()].at(-1);
  const siteDocuments = [...storyCounts].flatMap(([month, count]) => {
    const parts = month === lastMonth ? Math.floor(count / storiesPerDocument) : Math.ceil(count / storiesPerDocument);
    return Array.from({ length: parts }, (_, i): ArchiveDocument => ({ feedFolder: undefined, month, part: i + 1 }));
  });
  const dailyMonths = [...storyCounts.keys()].filter((month) => month !== lastMonth);
  writeArchive(folder, "_index.md", { title: corpusTitle }, siteDocuments);
  writeArchive(
    folder,
    "daily/_index.md",
    { title: "one item a day", outputs: feedFormats },
    dailyMonths.map((month) => ({ feedFolder: "daily/", month, part: 1 })),
  );
}

// Dateline's number of stories in an archive document.
const storiesPerDocument = 50;

function writeArchive(
  folder: string,
  indexFile: string,
  feedFrontMatter: Readonly<Record<string, unknown>>,
  documents: readonly ArchiveDocument[],
): void {
  const folders = documents.map(formatFolder);
  writeTextFile(formatMarkdown({ ...feedFrontMatter, previous: folders.at(-1) }, ""), folder, "content", indexFile);
  documents.forEach(({ feedFolder, month, part }, i) => {
    const frontMatter = {
      title: feedFrontMatter.title,
      type: "archived",
      outputs: feedFormats,
      url: `/${folders[i]}`,
      of: feedFolder,
      month: `/${month}`,
      part,
      folder: folders[i],
      previous: folders[i - 1],
    };
    writeTextFile(formatMarkdown(frontMatter, ""), folder, "content", `${folders[i]?.replaceAll("/", "-")}feed.md`);
  });
}

function formatFolder({ feedFolder, month, part }: ArchiveDocument): string {
  const firstFolder = `${feedFolder ?? ""}archive/${month.replace("/", "-")}/`;
  return part === 1 ? firstFolder : `${firstFolder}page/${part}/`;
}

/** The number of stories of each month, oldest first. */
function countStoriesByMonth(corpus: Corpus): ReadonlyMap<string, number> {
  const storyCounts = new Map<string, number>();
  for (const month of listDays(corpus).map((day) => day.slice(0, 7)))
    storyCounts.set(month, (storyCounts.get(month) ?? 0) + 1);
  return storyCounts;
}

// Hugo treats a folder as a section only if it has an _index.md, whose type selects the layout.
function writeDateSections(folder: string, corpus: Corpus): void {
  const days = new Set(listDays(corpus));
  const months = new Set([...days].map((day) => day.slice(0, 7)));
  const years = new Set([...months].map((month) => month.slice(0, 4)));
  const dayFormat = { day: "numeric", month: "long", year: "numeric" } as const;
  for (const day of days) writeSection(folder, day, "edition", dayFormat, ["html", "mail", "mailtext"]);
  for (const month of months) writeSection(folder, month, "month", { month: "long", year: "numeric" });
  for (const year of years) writeSection(folder, year, "year", { year: "numeric" });
  for (const month of months) {
    writeTextFile(
      formatMarkdown(makeSitemapFrontMatter(month.replace("/", "-"), `/${month}`), ""),
      folder,
      `content/sitemap-${month.replace("/", "-")}.md`,
    );
  }
}

/** The day of each story, oldest first: "2024/07/11". */
function listDays(corpus: Corpus): readonly string[] {
  return Array.from({ length: corpus.size }, (_, indexFile) => generateStory(corpus, indexFile).path.slice(0, 10));
}

function writeSection(
  folder: string,
  path: string,
  type: string,
  dateFormat: Intl.DateTimeFormatOptions,
  outputs: readonly string[] = ["html"],
): void {
  const [year = "", month = "01", day = "01"] = path.split("/");
  const date = `${year}-${month}-${day}`;
  const title = new Date(date).toLocaleDateString("en-GB", { ...dateFormat, timeZone: "UTC" });
  writeTextFile(formatMarkdown({ title, type, date, outputs }, ""), folder, "content", path, "_index.md");
}

// Links are absolute, so Hugo does not have to resolve them. Dateline resolves and checks each link.
function formatArticle(story: Story): string {
  const { title, summary, date, tags, sources, storyline, people, places, lead, corrections, text } = story;
  const frontMatter = {
    title,
    description: summary,
    type: "article",
    date,
    lastmod: corrections.at(-1)?.date,
    tags,
    sources,
    storylines: storyline === undefined ? [] : [storyline],
    people,
    places,
    lead: lead || undefined,
    corrections,
  };
  return formatMarkdown(frontMatter, text.replace(/\]\(story:([^)]*)\)/g, `](${corpusUrl}$1/)`));
}

function changeLayout(folder: string, marker: string): void {
  const file = join(folder, "layouts/article/single.html");
  const source = readFileSync(file, "utf8");
  const changedSource = source.replace(/<article (?:title="[^"]*" )?class=/, `<article title="${marker}" class=`);
  if (changedSource === source) throw new Error(`${file}: expected an <article class=…> to add the marker to`);
  writeFileSync(file, changedSource);
}

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, Story } from "./corpus.ts";

/** One side of the race: how to create its project, make authors' changes in it, and build it. */
export interface Contestant {
  readonly name: "Dateline" | "Hugo";
  /** The version that the program reports. */
  readonly version: string;
  /** Creates a project in `folder` with everything except the stories. */
  readonly createProject: (folder: string, corpus: Corpus) => void;
  readonly writeStory: (folder: string, story: Story) => void;
  /** Writes all tags. A scenario passes the tags of the corpus with one renamed. */
  readonly writeTags: (folder: string, tags: Corpus["tags"]) => void;
  /** Changes the layout of articles so that each page contains `marker`. */
  readonly changeLayout: (folder: string, marker: string) => void;
  /** The build command and its arguments. It runs in the project's folder. */
  readonly command: readonly [string, ...string[]];
  /** The published folder, relative to the project's folder. */
  readonly siteFolder: string;
  /** The cache folders, relative to the project's folder. */
  readonly cacheFolders: readonly string[];
}

/** Writes a text file and creates its folders. */
export function writeTextFile(text: string, ...path: readonly string[]): void {
  const file = join(...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Formats a markdown file. Strings that need quotes are written as JSON, which is valid YAML. */
export function formatMarkdown(frontMatter: Readonly<Record<string, unknown>>, text: string): string {
  const lines = Object.entries(frontMatter).flatMap(([key, value]) => formatYamlEntry(key, value));
  return `---\n${lines.join("\n")}\n---\n\n${text}`;
}

/** Formats a key and its value as lines of YAML. No lines for undefined or an empty list. */
export function formatYamlEntry(key: string, value: unknown): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (!Array.isArray(value)) return [`${key}: ${formatScalar(value)}`];
  if (value.every((item) => typeof item !== "object")) return [`${key}: [${value.map(formatScalar).join(", ")}]`];
  return [`${key}:`, ...value.flatMap(formatYamlItem)];
}

function formatYamlItem(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).map(([key, value], i) => `${i === 0 ? "  - " : "    "}${key}: ${formatScalar(value)}`);
}

function formatScalar(value: unknown): string {
  const text = String(value);
  const isPlain = typeof value !== "string" || !/: |:$| #|^["'[\]{},&*!|>%@`?-]/.test(text);
  return isPlain ? text : JSON.stringify(text);
}

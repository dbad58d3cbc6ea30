import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, Story } from "./corpus.ts";

/** One side of the race: how it lays out a project, how authors' changes look there, and how people build it. */
export interface Contestant {
  readonly name: "Dateline" | "Hugo";
  /** Its version, as it tells it itself. */
  readonly version: string;
  /** Makes a project in `folder` with all that a site has beside its stories. */
  readonly layOut: (folder: string, corpus: Corpus) => void;
  readonly writeStory: (folder: string, story: Story) => void;
  /** Writes all tags: those of the corpus, with one of them renamed perhaps. */
  readonly writeTags: (folder: string, tags: Corpus["tags"]) => void;
  /** Changes the layout of articles so that each page carries `mark`. */
  readonly changeLayout: (folder: string, mark: string) => void;
  /** The command that people build with, and its arguments; run in the project's folder. */
  readonly command: readonly [string, ...string[]];
  /** The published folder, in the project's folder. */
  readonly site: string;
  /** What is kept between builds beside the site. */
  readonly kept: readonly string[];
}

/** Writes a text file, and the folders that lead to it. */
export function put(text: string, ...path: readonly string[]): void {
  const file = join(...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Front matter and text as a markdown file. Texts are written as JSON, which YAML reads too, where they need quotes. */
export function markdown(front: Readonly<Record<string, unknown>>, text: string): string {
  const lines = Object.entries(front).flatMap(([key, value]) => entry(key, value));
  return `---\n${lines.join("\n")}\n---\n\n${text}`;
}

/** The lines of YAML for a key and its value; none where the value is undefined or an empty list. */
export function entry(key: string, value: unknown): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (!Array.isArray(value)) return [`${key}: ${scalar(value)}`];
  if (value.every((item) => typeof item !== "object")) return [`${key}: [${value.map(scalar).join(", ")}]`];
  return [`${key}:`, ...value.flatMap(item)];
}

function item(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).map(([key, value], i) => `${i === 0 ? "  - " : "    "}${key}: ${scalar(value)}`);
}

function scalar(value: unknown): string {
  const text = String(value);
  const plain = typeof value !== "string" || !/: |:$| #|^["'[\]{},&*!|>%@`?-]/.test(text);
  return plain ? text : JSON.stringify(text);
}

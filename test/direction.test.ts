import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "./help/run/behaviour.ts";
import { listFiles } from "./help/sites/folders.ts";

// In the order of an article's way: a step may import from those before it. What stands in no folder comes last.
const steps = [
  "values",
  "words",
  // Impure like all that use it: it writes files.
  "disk",
  "read",
  "parse",
  "model",
  "feeds",
  "plan",
  "layouts",
  "render",
  "publish",
  "store",
  "incremental",
  "workers",
  "site",
  "convert",
  "preview",
  "init",
];
const order = [...steps, "commands", "worker", "eleventy", "cli"];
const withoutDoor = ["values", "layouts", "incremental", "commands"];
const knownToLayouts = ["values", "words", "plan", "layouts"];

// A step of more than some fifteen files has parts, which have an order too. A file in the step's own folder is a part by
// itself.
const parts: Readonly<Record<string, readonly string[]>> = {
  parse: [
    "result",
    "article",
    "paths",
    "source-groups",
    "conflicts",
    "yaml",
    "unsupported",
    "forms",
    "settings",
    "markdown",
    "pictures",
    "documents",
    "authors",
    "context",
    "articles",
    "collisions",
    "text",
    "media",
    "shared-authors",
    "parse",
  ],
  plan: [
    "costs",
    "views",
    "parts",
    "anchor-check",
    "nearest-address",
    "link-check",
    "sitemaps",
    "well-known",
    "static-files",
    "lists",
    "feeds",
    "months",
    "home",
    "aliases",
    "kept-media",
    "plan",
  ],
  convert: ["losses", "archive", "reading", "text", "sources", "content", "convert"],
  layouts: ["styles", "frame", "page", "article", "stories", "authors", "mail", "*"],
};

behaviour("a developer who follows the way of an article", (it) => {
  it("finds each step knowing only the steps before it, by their doors", () => {
    assert.equal(imports.filter(({ from, to }) => !isForward(from, to)).map(asLine), []);
    assert.equal(imports.filter(({ from, to }) => !isByDoor(from, to)).map(asLine), []);
  });

  it("finds each part of a step knowing only the parts before it", () => {
    assert.equal(imports.filter(({ from, to }) => !isForwardInside(from, to)).map(asLine), []);
  });

  it("finds layouts that know the words, the values and the shape of a page, and nothing else", () => {
    const ofLayouts = imports.filter(({ from }) => stepOf(from) === "layouts");

    assert.equal(ofLayouts.filter(({ to }) => !knownToLayouts.includes(stepOf(to))).map(asLine), []);
    assert.equal(ofLayouts.filter(({ to, type }) => stepOf(to) === "plan" && !type).map(asLine), []);
  });
});

behaviour("a developer who looks for a thing by its name", (it) => {
  it("finds each exported name in one file of src, and in one of layouts", () => {
    for (const folder of ["src", "layouts"]) assert.equal(exportedTwice(folder), []);
  });

  it("finds at most sixteen files in a folder", () => {
    const folders = ["src", "layouts", "test"].flatMap((top) =>
      listFiles(top).map((file) => dirname(`${top}/${file}`)),
    );
    const counts = new Map<string, number>();
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    const full = [...counts].filter(([folder, files]) => files > 16 && !folder.startsWith("test/bench/hugo"));
    assert.equal(full, []);
  });

  it("finds no two files that import one another, not even for a type", () => {
    assert.equal(findCycles(), []);
  });
});

interface Import {
  readonly from: string;
  readonly to: string;
  /** Of types only. */
  readonly type: boolean;
}

const imports = [
  ...listFiles("src").map((file) => `src/${file}`),
  ...listFiles("layouts").map((file) => `layouts/${file}`),
]
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap(importsOf);

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(from, "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)"|\bimport\(?\s*"(\.[^"]+)"/gm,
  );
  return [...statements].map(([, type, named, bare]) => ({
    from,
    to: normalize(join(dirname(from), named ?? bare ?? "")),
    type: type !== undefined,
  }));
}

// "src/parse/article.ts" is of the step "parse", "layouts/frame/foot.tsx" of "layouts", "src/cli.ts" of "cli".
function stepOf(file: string): string {
  return (file.startsWith("src/") ? file.slice(4) : file).split(/[/.]/)[0] ?? "";
}

// "src/parse/yaml/yaml.ts" is of the part "yaml", "src/parse/parse.ts" of "parse", "layouts/home.tsx" of "*".
function partOf(file: string): string {
  const names = file.replace(/^src\//, "").split("/");
  if (names.length > 2) return names[1] ?? "";
  return names[0] === "layouts" ? "*" : (names[1] ?? "").replace(/\.ts$/, "");
}

function isForward(from: string, to: string): boolean {
  return order.includes(stepOf(to)) && order.indexOf(stepOf(to)) <= order.indexOf(stepOf(from));
}

function isForwardInside(from: string, to: string): boolean {
  const inside = parts[stepOf(from)];
  if (inside === undefined || stepOf(from) !== stepOf(to)) return true;
  return inside.includes(partOf(to)) && inside.indexOf(partOf(to)) <= inside.indexOf(partOf(from));
}

function isByDoor(from: string, to: string): boolean {
  const step = stepOf(to);
  return step === stepOf(from) || withoutDoor.includes(step) || to === `src/${step}/${step}.ts`;
}

function asLine({ from, to }: Import): string {
  return `${from}: ${to}`;
}

function exportedTwice(folder: string): readonly string[] {
  const files = new Map<string, string[]>();
  for (const file of listFiles(folder).filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(folder, file), "utf8");
    const declared = text.matchAll(
      /^export (?:declare )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm,
    );
    for (const [, name = ""] of declared) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files]
    .filter(([, where]) => new Set(where).size > 1)
    .map(([name, where]) => `${name}: ${where.join(", ")}`);
}

/** Each cycle of imports as a line that names its files. */
function findCycles(): readonly string[] {
  const importsOfFile = new Map<string, string[]>();
  for (const { from, to } of imports) importsOfFile.set(from, [...(importsOfFile.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (path.includes(file) || done.has(file)) return;
    for (const next of importsOfFile.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of importsOfFile.keys()) visit(file, []);
  return cycles;
}

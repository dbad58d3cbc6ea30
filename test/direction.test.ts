import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "./help/behaviour.ts";
import { filesIn } from "./help/folders.ts";

// In the order of an article's way: a step may know those before it. What stands in no folder starts the rest.
const steps = [
  "values",
  "words",
  "read",
  "parse",
  "model",
  "feeds",
  "plan",
  "layouts",
  "render",
  "publish",
  "build",
  "preview",
];
const order = [...steps, "commands", "cli"];
const withoutDoor = ["values", "layouts", "commands"];
const knownToLayouts = ["values", "words", "plan", "layouts"];

behaviour("a developer who follows the way of an article", (it) => {
  it("finds each step knowing only the steps before it, by their doors", () => {
    assert.equal(imports.filter(({ from, to }) => !isForward(from, to)).map(asLine), []);
    assert.equal(imports.filter(({ from, to }) => !isByDoor(from, to)).map(asLine), []);
  });

  it("finds layouts that know the words, the values and the shape of a page, and nothing else", () => {
    const ofLayouts = imports.filter(({ from }) => stepOf(from) === "layouts");

    assert.equal(ofLayouts.filter(({ to }) => !knownToLayouts.includes(stepOf(to))).map(asLine), []);
    assert.equal(ofLayouts.filter(({ to, type }) => stepOf(to) === "plan" && !type).map(asLine), []);
  });
});

interface Import {
  readonly from: string;
  readonly to: string;
  /** Of types only. */
  readonly type: boolean;
}

const imports = [...filesIn("src").map((file) => `src/${file}`), ...filesIn("layouts").map((file) => `layouts/${file}`)]
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

// "src/parse/article.ts" is of the step "parse", "layouts/parts/day.tsx" of "layouts", "src/cli.ts" of "cli".
function stepOf(file: string): string {
  return (file.startsWith("src/") ? file.slice(4) : file).split(/[/.]/)[0] ?? "";
}

function isForward(from: string, to: string): boolean {
  return order.includes(stepOf(to)) && order.indexOf(stepOf(to)) <= order.indexOf(stepOf(from));
}

function isByDoor(from: string, to: string): boolean {
  const step = stepOf(to);
  return step === stepOf(from) || withoutDoor.includes(step) || to === `src/${step}/${step}.ts`;
}

function asLine({ from, to }: Import): string {
  return `${from}: ${to}`;
}

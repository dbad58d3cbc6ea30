import type { Location } from "../../values/problem.ts";

/** The path to a value in YAML data, with list indexes from 0: `["sources", 0, "url"]`. */
export type Path = readonly (string | number)[];

/** Finds where in a file a value was written. Computed on demand, because only problems need locations. */
export interface Locations {
  /** The location of the value; of its key if the value is empty; of the innermost parent if the path is missing. */
  readonly locate: (path: Path) => Location;
  /** The location of the key; of the innermost parent if the path is missing. */
  readonly locateKey: (path: Path) => Location;
  /** The source text of a scalar: "007" for the number 7. */
  readonly getSpelling: (path: Path) => string | undefined;
  /** For a key between braces that can only be the end of a text with a comma: that text. */
  readonly findPartedText: (path: Path) => PartedText | undefined;
}

/** A text between braces that its commas ended, so that YAML reads the rest of it as keys: `{name: Reuters, AP}`. */
export interface PartedText {
  /** The path of the value with which the text begins. */
  readonly path: Path;
  readonly text: string;
}

/** Formats a path for authors, with indexes from 1: "sources[2].url". An index at the end is omitted: "tags". */
export function formatPath(path: Path): string {
  const lastKey = path.findLastIndex((step) => typeof step === "string");
  return path
    .slice(0, lastKey + 1)
    .map((step, i) => (typeof step === "number" ? `[${step + 1}]` : i === 0 ? step : `.${step}`))
    .join("");
}

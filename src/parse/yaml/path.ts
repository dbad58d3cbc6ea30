import type { Place } from "../../values/problem.ts";

/** The way to a value: `["sources", 0, "url"]`. */
export type Path = readonly (string | number)[];

/** Finds where a value was written. Lines are counted only when asked for: nobody asks where there is no problem. */
export interface Places {
  /** Of the value; of its key where nothing stands after it; of what it should stand in where it is not there at all. */
  readonly of: (path: Path) => Place;
  readonly ofKey: (path: Path) => Place;
  /** A plain value as the author spelled it: "007" for the number 7. */
  readonly spelling: (path: Path) => string | undefined;
}

/** A way as an author reads it, counted from 1: "sources[2].url". A text in a list goes by the name of the list. */
export function named(path: Path): string {
  const last = path.findLastIndex((step) => typeof step === "string");
  return path
    .slice(0, last + 1)
    .map((step, i) => (typeof step === "number" ? `[${step + 1}]` : i === 0 ? step : `.${step}`))
    .join("");
}

import type { Location, Problem } from "../../values/problem.ts";
import { parseAnyYaml } from "./document.ts";
import { parseSimpleYaml } from "./fast.ts";
import type { Locations, Path } from "./path.ts";

/** YAML as plain data, with locations. The value is undefined if there are problems. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly locations: Locations;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML 1.2 without anchors, aliases, merge keys and type tags: authors do not need them, and a few aliases can
 * expand to gigabytes.
 *
 * @param file as problems name it
 * @param firstLine the line of the file on which the text begins, from 1
 */
export function parseYaml(text: string, file: string, firstLine: number): ParsedYaml {
  const value = parseSimpleYaml(text);
  const parseFully = () => parseAnyYaml(text, file, firstLine);
  if (value === undefined) return parseFully();
  const locations = createLazyLocations(() => parseFully().locations);
  const locate: Locations["locate"] = (path) => locateBesideKey(text, path, file, firstLine) ?? locations.locate(path);
  return { value, locations: { ...locations, locate }, problems: [] };
}

/** The location of a top-level value on the line of its key, in simple YAML; undefined for all other values. */
function locateBesideKey(text: string, [key, ...inner]: Path, file: string, firstLine: number): Location | undefined {
  if (inner.length > 0) return undefined;
  const lines = text.split("\n");
  const line = lines.findIndex((lineText) => lineText.startsWith(`${key}:`));
  const [keyPrefix] = /^[^ ]+ +(?=[^ ])/.exec(lines[line] ?? "") ?? [];
  return keyPrefix === undefined ? undefined : { file, line: firstLine + line, column: keyPrefix.length + 1 };
}

/** Locations that are computed on first use, because that takes ten times as long as parsing simple YAML. */
function createLazyLocations(createLocations: () => Locations): Locations {
  let locations: Locations | undefined;
  const getLocations = () => {
    locations ??= createLocations();
    return locations;
  };
  return {
    locate: (path) => getLocations().locate(path),
    locateKey: (path) => getLocations().locateKey(path),
    getSpelling: (path) => getLocations().getSpelling(path),
  };
}

import type { Problem } from "../values/problem.ts";
import type { Places } from "./places.ts";
import { plainYaml } from "./plain-yaml.ts";
import { anyYaml } from "./yaml-document.ts";

/** A text in YAML as plain data, with its places. The value is undefined where there are problems. */
export interface YamlValue {
  readonly value: unknown;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML 1.2 without its anchors, aliases, merge keys and tags for types: authors have no use for them, and a page
 * of aliases can stand for gigabytes.
 *
 * @param firstLine the line of the file on which the text begins
 */
export function yamlValue(text: string, file: string, firstLine: number): YamlValue {
  const value = plainYaml(text);
  const read = () => anyYaml(text, file, firstLine);
  return value === undefined ? read() : { value, places: foundBy(() => read().places), problems: [] };
}

/** Places that are looked for when the first is asked for: it takes ten times as long as reading plain YAML. */
function foundBy(look: () => Places): Places {
  let found: Places | undefined;
  const places = () => {
    found ??= look();
    return found;
  };
  return {
    of: (path) => places().of(path),
    ofKey: (path) => places().ofKey(path),
    spelling: (path) => places().spelling(path),
  };
}

import type { Place, Problem } from "../../values/problem.ts";
import { anyYaml } from "./document.ts";
import { plainYaml } from "./fast.ts";
import type { Path, Places } from "./path.ts";

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
  if (value === undefined) return read();
  const places = foundBy(() => read().places);
  const of: Places["of"] = (path) => besideKey(text, path, file, firstLine) ?? places.of(path);
  return { value, places: { ...places, of }, problems: [] };
}

/** The place of a value that stands on the line of its key, in plain YAML; undefined for all others. */
function besideKey(text: string, [key, ...inner]: Path, file: string, firstLine: number): Place | undefined {
  if (inner.length > 0) return undefined;
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.startsWith(`${key}:`));
  const [begin] = /^[^ ]+ +(?=[^ ])/.exec(lines[line] ?? "") ?? [];
  return begin === undefined ? undefined : { file, line: firstLine + line, column: begin.length + 1 };
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

import type { Language } from "../../values/language.ts";
import type { Problem } from "../../values/problem.ts";
import type { WrittenLocalised } from "../forms/fields.ts";
import { named, type Path, type Places } from "../yaml/path.ts";

/**
 * Texts that are given in other languages and not in the site's own, which stands in for every one that is missing.
 *
 * @param texts by their way in the form, with how each may be written: "support.title"
 * @param within where in the file the form stands
 */
export function untranslated(
  texts: readonly { readonly way: string; readonly written: WrittenLocalised | undefined; readonly example: string }[],
  own: Language,
  places: Places,
  within: Path = [],
): readonly Problem[] {
  return texts.flatMap(({ way, written, example }) => {
    if (written === undefined || typeof written === "string" || written[own] !== undefined) return [];
    const path = way.split(".");
    return [
      {
        at: places.of([...within, ...path]),
        what: `${named([...path, own])}: is missing, and ${own} is the site's own language.`,
        advice: `Add it, as in: ${example}`,
      },
    ];
  });
}

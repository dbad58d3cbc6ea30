import type { Language } from "../../values/language.ts";
import type { Problem } from "../../values/problem.ts";
import type { WrittenLocalised } from "../forms/fields.ts";
import { formatPath, type Locations, type Path } from "../yaml/path.ts";

/**
 * Finds localised texts without a text in the site's language, which is the fallback for missing languages.
 *
 * @param texts each with its key path in the form, such as "support.title", and an example of its line
 * @param siteLanguage the language that must be present
 * @param basePath the path of the form in the YAML document
 */
export function findUntranslated(
  texts: readonly {
    readonly keyPath: string;
    readonly written: WrittenLocalised | undefined;
    readonly example: string;
  }[],
  siteLanguage: Language,
  locations: Locations,
  basePath: Path = [],
): readonly Problem[] {
  return texts.flatMap(({ keyPath, written, example }) => {
    if (written === undefined || typeof written === "string" || written[siteLanguage] !== undefined) return [];
    const path = keyPath.split(".");
    return [
      {
        at: locations.locate([...basePath, ...path]),
        what: `${formatPath([...path, siteLanguage])}: is missing, and ${siteLanguage} is the site's own language.`,
        advice: `Add it, as in: ${example}`,
      },
    ];
  });
}

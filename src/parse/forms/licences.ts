import { findNearest } from "../../values/nearest.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { normalizeWebUrl, toLinkText } from "../../values/web-url.ts";
import type { Licence } from "../article.ts";
import { validatedField } from "./fields.ts";

/**
 * Schema of the licence of texts: the SPDX identifier of one that is made for texts, the web address of any other, or
 * "none". Its value is a `Licence`.
 */
export const licenceField = validatedField(
  (value) => parseLicence(value) !== undefined,
  (value) => describeUnknownLicence(value),
).transform((value): Licence => parseLicence(value) ?? "none");

function parseLicence(written: string): Licence | undefined {
  if (/^https?:\/\/[^\s/]/i.test(written) && URL.canParse(written) && !/[\s\p{Control}]/u.test(written)) {
    const url = normalizeWebUrl(written);
    const known = [...licences.values()].find((licence) => toDeed(url) === toDeed(licence.url));
    return { name: known?.name ?? toLinkText(written), url };
  }
  const id = foldId(written);
  return id === "NONE" ? "none" : licences.get(id);
}

// As SPDX does, regardless of case; and with spaces, as people write it: "CC BY 4.0".
function foldId(written: string): string {
  return written.trim().replace(/\s+/g, "-").toUpperCase();
}

/** The address of a licence without what its publisher appends to it for a language, or for lawyers. */
function toDeed(url: string): string {
  return url.replace(/^http:/, "https:").replace(/\/(?:deed|legalcode)[^/]*$|\/$/, "");
}

function describeUnknownLicence(written: string): ProblemText {
  const [withVersion] = ["4.0", "1.0"]
    .map((version) => `${foldId(written)}-${version}`)
    .filter((id) => licences.has(id));
  const suggestion = withVersion ?? findNearest(foldId(written), [...licences.keys()]);
  return {
    what: `${inQuotes(written)} is not the SPDX name of a licence for texts.`,
    advice: suggestion
      ? `Did you mean "${suggestion}"?`
      : "Write one, as in: licence: CC-BY-4.0, the web address of the licence, or none.",
  };
}

type NamedLicence = Exclude<Licence, "none">;

const creativeCommons = ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"].flatMap((terms) =>
  ["1.0", "2.0", "2.5", "3.0", "4.0"].map((version): [string, NamedLicence] => {
    // Only the first version of this one has its terms in another order.
    const folder = terms === "BY-NC-ND" && version === "1.0" ? "by-nd-nc" : terms.toLowerCase();
    const url = `https://creativecommons.org/licenses/${folder}/${version}/`;
    return [`CC-${terms}-${version}`, { name: `CC ${terms} ${version}`, url }];
  }),
);

const gnuFreeDocumentation = ["1.3-ONLY", "1.3-OR-LATER"].map((version): [string, NamedLicence] => [
  `GFDL-${version}`,
  { name: "GFDL 1.3", url: "https://www.gnu.org/licenses/fdl-1.3.html" },
]);

/** The licences that are made for texts and data, by SPDX identifier (https://spdx.org/licenses/) in capitals. */
const licences: ReadonlyMap<string, NamedLicence> = new Map([
  ...creativeCommons,
  ["CC0-1.0", { name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" }],
  ...gnuFreeDocumentation,
  ["LAL-1.3", { name: "Free Art License 1.3", url: "https://artlibre.org/licence/lal/en/" }],
  ["ODBL-1.0", { name: "ODbL 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" }],
  ["ODC-BY-1.0", { name: "ODC-By 1.0", url: "https://opendatacommons.org/licenses/by/1-0/" }],
  ["PDDL-1.0", { name: "PDDL 1.0", url: "https://opendatacommons.org/licenses/pddl/1-0/" }],
  [
    "OGL-UK-3.0",
    {
      name: "Open Government Licence v3.0",
      url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    },
  ],
]);

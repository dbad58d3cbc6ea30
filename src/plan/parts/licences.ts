import type { Licence } from "../../parse/parse.ts";
import type { Words } from "../../words/words.ts";
import type { LicenceView } from "../views/page.ts";

/** Creates the view of a licence. Without a licence, all rights are reserved. */
export function createLicenceView(words: Words, licence: Licence): LicenceView {
  return licence === "none"
    ? { text: words.allRightsReserved, url: undefined }
    : { text: licence.name, url: licence.url };
}

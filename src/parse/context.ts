import type { Pictures } from "./pictures.ts";
import type { KnownTerms } from "./settings/known-terms.ts";
import type { SettingsOfTexts } from "./settings/site.ts";

/** What an author's text is read against: the site's settings, the known terms, the pictures that are there. */
export interface Context {
  readonly site: SettingsOfTexts;
  readonly tags: KnownTerms;
  readonly storylines: KnownTerms;
  readonly pictures: Pictures;
}

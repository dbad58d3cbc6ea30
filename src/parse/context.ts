import type { DocumentIndex } from "./documents.ts";
import type { PictureIndex } from "./pictures.ts";
import type { KnownTerms } from "./settings/known-terms.ts";
import type { TextSettings } from "./settings/site.ts";

/** Everything outside a text that its parsing depends on: site settings, known terms, pictures and documents of its month. */
export interface TextContext {
  readonly site: TextSettings;
  readonly tags: KnownTerms;
  readonly storylines: KnownTerms;
  readonly authors: KnownTerms;
  readonly pictures: PictureIndex;
  readonly documents: DocumentIndex;
}

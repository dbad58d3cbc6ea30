import type { Localised } from "../../values/language.ts";
import type { PublishedImage } from "../article.ts";
import type { Term } from "../settings/site.ts";

/** An author, from content/authors.yaml: `title` is the name or pen name, `description` the biography. */
export interface Author extends Term {
  /** What the author is here: "Kyiv correspondent". */
  readonly role: Localised | undefined;
  readonly picture: PublishedImage | undefined;
  /** Web addresses of the author elsewhere. */
  readonly links: readonly string[];
  /** The author's account in the Fediverse: "@anna@social.example". */
  readonly fediverse: string | undefined;
}

import type { LinkStyle } from "../../values/address.ts";
import type { Language, Localised } from "../../values/language.ts";
import type { Slug } from "../../values/slug.ts";
import type { Rights } from "../article.ts";

/** The site's settings, from content/site.yaml. */
export interface Site {
  readonly title: Localised;
  readonly description: Localised;
  /** Where the site lives; ends with "/". */
  readonly url: string;
  /** The name and year under which ids are minted (RFC 4151): "dispatch.example,2024". */
  readonly authority: string;
  readonly language: Language;
  readonly timezone: string;
  /** When an edition comes out, on the timezone's clock: "06:00". */
  readonly hour: string;
  readonly publisher: { readonly name: string; readonly url: string | undefined; readonly email: string | undefined };
  readonly sections: readonly Slug[];
  readonly links: LinkStyle;
  /** Of articles that say nothing of their own. */
  readonly rights: Rights;
  /** Tells subscribers at once what is new (W3C WebSub). */
  readonly hub: string | undefined;
  readonly support: Support | undefined;
  readonly newsletter: Newsletter | undefined;
  readonly mirrors: readonly string[];
}

/** What of the settings texts are read against: as long as that stays the same, so does what a text says. */
export type SettingsOfTexts = Pick<Site, "authority" | "language" | "timezone" | "hour" | "sections" | "rights">;

/** The publisher's own words on supporting the site. */
export interface Support {
  readonly title: Localised;
  readonly text: Localised;
  readonly url: string | undefined;
  readonly risk: { readonly date: string; readonly text: Localised } | undefined;
}

/** Who sends the editions by mail. */
export interface Newsletter {
  /** A mail address. */
  readonly from: string;
  /** Where a subscriber leaves: an address on the web, or a `mailto:`. */
  readonly unsubscribe: string;
}

/** A tag or a storyline, from content/tags.yaml or content/storylines.yaml. */
export interface Term {
  readonly slug: Slug;
  readonly title: Localised;
  readonly description: Localised | undefined;
  /** Synonyms, in any script. */
  readonly also: readonly string[];
}

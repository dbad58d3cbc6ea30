import type { Address, LinkStyle } from "../../values/address.ts";
import type { Day } from "../../values/day.ts";
import type { Language, Localised } from "../../values/language.ts";
import type { Location } from "../../values/problem.ts";
import type { Slug } from "../../values/slug.ts";
import type { Licence, Rights } from "../article.ts";

/** The settings of a site, from content/site.yaml. */
export interface SiteConfig {
  readonly title: Localised;
  readonly description: Localised;
  /** The URL of the site; ends with "/". */
  readonly url: string;
  /** The authority of tag URIs, which are the ids of articles (RFC 4151): "dispatch.example,2024". */
  readonly authority: string;
  readonly language: Language;
  /** A name from the IANA time zone database: "Europe/Riga". */
  readonly timezone: string;
  /** The local time at which an edition is published: "06:00". */
  readonly hour: string;
  readonly publisher: { readonly name: string; readonly url: string | undefined; readonly email: string | undefined };
  /** "none" if articles name no authors, by policy. */
  readonly byline: "none" | undefined;
  /** The plain page that states this policy. */
  readonly bylinePolicy: PageReference | undefined;
  readonly sections: readonly Slug[];
  readonly links: LinkStyle;
  /** The rights of articles that do not set their own. */
  readonly rights: Rights;
  /** The licence of articles that do not set their own. */
  readonly licence: Licence | undefined;
  /** URL of the WebSub hub, which notifies subscribers of new articles (W3C WebSub). */
  readonly hub: string | undefined;
  readonly support: SupportText | undefined;
  readonly newsletter: NewsletterSettings | undefined;
  /** URLs of other copies of the site. */
  readonly mirrors: readonly string[];
  /** Old addresses that no text and no term has in its own `aliases`. */
  readonly aliases: readonly SiteAlias[];
}

/** An old address, and the address of the page or file that now stands for it. */
export interface SiteAlias {
  readonly from: Address;
  readonly to: Address;
  readonly at: Location;
}

/** A plain page that a setting names: "about" for content/pages/about.md. */
export interface PageReference {
  readonly name: string;
  readonly at: Location;
}

/** The settings that parsed texts depend on: cached texts stay valid while these are unchanged. */
export type TextSettings = Pick<
  SiteConfig,
  "authority" | "language" | "timezone" | "hour" | "sections" | "rights" | "licence" | "byline"
>;

/** What the publisher says about supporting the site. */
export interface SupportText {
  readonly title: Localised;
  readonly text: Localised;
  readonly url: string | undefined;
  readonly risk: { readonly date: Day; readonly text: Localised } | undefined;
}

/** Settings of the editions sent by mail. */
export interface NewsletterSettings {
  /** The sender's email address, in ASCII. */
  readonly from: string;
  /** Where subscribers unsubscribe: an http, https or mailto URL. */
  readonly unsubscribe: string;
}

/** A tag, a storyline or an author, from content/tags.yaml, content/storylines.yaml or content/authors.yaml. */
export interface Term {
  readonly slug: Slug;
  readonly title: Localised;
  readonly description: Localised | undefined;
  /** Synonyms, in any writing system. */
  readonly also: readonly string[];
  readonly aliases: readonly TermAlias[];
}

/** An old slug of a term, or the old address of its page, which begins with "/". */
export interface TermAlias {
  readonly alias: Slug | Address;
  readonly at: Location;
}

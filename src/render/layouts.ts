import type { VNode } from "preact";
import { Archive } from "../../layouts/archive.tsx";
import { Article } from "../../layouts/article.tsx";
import { Corrections } from "../../layouts/corrections.tsx";
import { Edition } from "../../layouts/edition.tsx";
import { Feeds } from "../../layouts/feeds.tsx";
import { Home } from "../../layouts/home.tsx";
import { Index } from "../../layouts/index.tsx";
import { Newsletter } from "../../layouts/mail/newsletter.tsx";
import { newsletterText } from "../../layouts/mail/newsletter-text.ts";
import { Missing } from "../../layouts/missing.tsx";
import { Month } from "../../layouts/month.tsx";
import { Person } from "../../layouts/person.tsx";
import { Place } from "../../layouts/place.tsx";
import { Plain } from "../../layouts/plain.tsx";
import { Redirect } from "../../layouts/redirect.tsx";
import { Storyline } from "../../layouts/storyline.tsx";
import { Tag } from "../../layouts/tag.tsx";
import { Year } from "../../layouts/year.tsx";
import { feedBytes, opmlBytes, sitemapBytes, sitemapIndexBytes } from "../feeds/feeds.ts";
import type { Page, Planned } from "../plan/plan.ts";
import type { Bodies } from "../values/text/html.ts";
import type { Weights } from "../values/variants.ts";
import { publishedPicture } from "./published-picture.ts";
import { stylesheet } from "./stylesheet.ts";

/** How each kind of page is shown. A kind without a line here does not compile. */
export const layouts: {
  readonly [L in Page["layout"]]: (page: Planned<L>, bodies: Bodies, weights: Weights) => VNode | string | Buffer;
} = {
  home: Home,
  edition: Edition,
  article: Article,
  month: Month,
  year: Year,
  archive: Archive,
  tag: Tag,
  person: Person,
  place: Place,
  storyline: Storyline,
  index: Index,
  corrections: Corrections,
  feeds: Feeds,
  plain: Plain,
  missing: Missing,
  redirect: Redirect,
  newsletter: Newsletter,
  "newsletter-text": newsletterText,
  feed: ({ shows: { format, feed } }, bodies, weights) => feedBytes(format, feed, bodies, weights),
  opml: ({ shows }) => opmlBytes(shows),
  sitemap: ({ shows }) => sitemapBytes(shows),
  sitemaps: ({ shows }) => sitemapIndexBytes(shows),
  robots: ({ shows }) => `User-agent: *\nAllow: /\n\nSitemap: ${shows.sitemap}\n`,
  stylesheet,
  picture: ({ shows }) => publishedPicture(shows.file),
};

import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { Archive } from "../../layouts/archive.tsx";
import { Article } from "../../layouts/article.tsx";
import { Author } from "../../layouts/authors/author.tsx";
import { Corrections } from "../../layouts/corrections.tsx";
import { Edition } from "../../layouts/edition.tsx";
import { Feeds } from "../../layouts/feeds.tsx";
import { Home } from "../../layouts/home.tsx";
import { Index } from "../../layouts/index.tsx";
import { Newsletter } from "../../layouts/mail/newsletter.tsx";
import { renderNewsletterText } from "../../layouts/mail/newsletter-text.ts";
import { missingStyle, NotFound } from "../../layouts/missing.tsx";
import { Month } from "../../layouts/month.tsx";
import { Person } from "../../layouts/person.tsx";
import { Place } from "../../layouts/place.tsx";
import { Plain } from "../../layouts/plain.tsx";
import { Redirect } from "../../layouts/redirect.tsx";
import { EditionPart } from "../../layouts/stories/edition-part.tsx";
import { Storyline } from "../../layouts/storyline.tsx";
import { Tag } from "../../layouts/tag.tsx";
import { Year } from "../../layouts/year.tsx";
import { formatFeed, formatOpml, formatSitemap, formatSitemapIndex } from "../feeds/feeds.ts";
import type { CopiedFile, Page, PageOf } from "../plan/plan.ts";
import { createStylePolicy } from "../values/content-policy.ts";
import type { BodyReader } from "../values/text/html.ts";
import type { RenderContext } from "./context.ts";
import { readSitePicture } from "./published-picture.ts";
import { readStyleSheet } from "./stylesheet.ts";
import { addPictureVersions } from "./versions.ts";

/**
 * The layout of each kind of page. A kind that is missing here is a compile error. `bodies` gives texts with links that
 * are relative to the page. A buffer that a layout returns is in the output arena of the context, or the caller's own.
 */
export const layouts: {
  readonly [L in Page["layout"]]: (
    page: PageOf<L>,
    bodies: BodyReader,
    context: RenderContext,
  ) => VNode | string | Buffer;
} = {
  home: Home,
  edition: Edition,
  "edition-part": EditionPart,
  article: Article,
  month: Month,
  year: Year,
  archive: Archive,
  tag: Tag,
  person: Person,
  place: Place,
  author: Author,
  storyline: Storyline,
  index: Index,
  corrections: Corrections,
  feeds: Feeds,
  plain: Plain,
  missing: (page) => NotFound(page, createStylePolicy(createHash("sha256").update(missingStyle).digest("base64"))),
  redirect: Redirect,
  "moved-text": ({ shows }) => shows.text,
  copy: ({ shows: { of } }, bodies, context) => renderFile(of, bodies, context),
  newsletter: Newsletter,
  "newsletter-text": renderNewsletterText,
  feed: ({ shows: { format, feed } }, _, context) =>
    formatFeed(format, addPictureVersions(feed, context.versions), context),
  opml: ({ shows }, _, { output }) => output.writePieces(...formatOpml(shows)),
  sitemap: ({ shows }, _, { output }) => output.writePieces(...formatSitemap(shows)),
  sitemaps: ({ shows }, _, { output }) => output.writePieces(...formatSitemapIndex(shows)),
  robots: ({ shows }) => `User-agent: *\nAllow: /\n\nSitemap: ${shows.sitemap}\n`,
  stylesheet: readStyleSheet,
  picture: ({ shows }) => readSitePicture(shows.file),
};

function renderFile<L extends CopiedFile["layout"]>(
  file: Extract<CopiedFile, { readonly layout: L }>,
  bodies: BodyReader,
  context: RenderContext,
): VNode | string | Buffer {
  const layout: (file: never, bodies: BodyReader, context: RenderContext) => VNode | string | Buffer =
    layouts[file.layout];
  return layout(file as never, bodies, context);
}

import type { FeedContent, FeedCorrection, FeedItem } from "../../feeds/feeds.ts";
import { type Edition, lastChangeOf, sharesSummary, sharesText } from "../../model/model.ts";
import type { Article, Correction, Figure, Site } from "../../parse/parse.ts";
import { type Address, absolute } from "../../values/address.ts";
import { foldersOf, longDayText } from "../../values/day.ts";
import { dayIn, earliestOf, epoch, latestOf } from "../../values/instant.ts";
import type { Slug } from "../../values/slug.ts";
import { variantsOf } from "../../values/variants.ts";
import { placeIn, type Setting } from "../parts/context.ts";

/** An article with its full text, as every feed carries it; with as much of it as its rights allow. */
export function articleItem(setting: Setting, article: Article): FeedItem {
  const item = titleItem(setting, article);
  if (!sharesText(article)) return corrected(setting, article, item);
  return {
    ...item,
    image: imageOf(setting, article.image),
    content: contentOf(setting, article),
  };
}

/** An article by its title and summary alone; by its title, where its rights allow no more. */
export function titleItem(setting: Setting, article: Article): FeedItem {
  const { site, language } = setting;
  return {
    id: article.id,
    url: absolute(site.url, article.address),
    title: article.title,
    summary: summaryOf(article),
    published: article.date,
    updated: lastChangeOf(article),
    language,
    categories: categoriesOf(setting, article.tags),
    sources: article.sources,
    image: undefined,
    content: undefined,
  };
}

function categoriesOf(setting: Setting, tags: readonly Slug[]): FeedItem["categories"] {
  const scheme = absolute(setting.site.url, placeIn(setting, "tags"));
  return tags.flatMap((term) => {
    const tag = setting.tagLinks.get(term);
    return tag ? [{ term, scheme, label: tag.title }] : [];
  });
}

function summaryOf(article: Article): string | undefined {
  return sharesSummary(article) ? article.summary : undefined;
}

/** A whole edition as one item: its lead's picture, its note, its headlines by section. It is out when its first story is. */
export function editionItem(setting: Setting, edition: Edition): FeedItem {
  const { site, language } = setting;
  const address = placeIn(setting, ...foldersOf(edition.day));
  return {
    id: feedId(site, address),
    url: absolute(site.url, address),
    title: editionTitle(setting, edition),
    // The lead's, unless its rights allow no more than a title.
    summary: edition.articles.find(sharesSummary)?.summary,
    published: earliestOf(edition.articles.map(({ date }) => date)) ?? epoch,
    updated: latestOf(edition.articles.map(lastChangeOf)) ?? epoch,
    language,
    categories: categoriesOf(setting, [...new Set(edition.articles.flatMap(({ tags }) => tags))]),
    sources: [],
    image: sharesText(edition.lead) ? imageOf(setting, edition.lead.image) : undefined,
    content: {
      kind: "edition",
      note: edition.note?.body,
      sections: [{ tag: undefined, articles: [edition.lead] }, ...edition.sections].map(({ tag, articles }) => ({
        title: headingOf(setting, tag?.slug, articles.includes(edition.lead)),
        articles: articles.map((article) => ({
          title: article.title,
          url: absolute(site.url, article.address),
          summary: summaryOf(article),
          corrections: correctionsOf(setting, article),
        })),
      })),
    },
  };
}

/** An edition where only a line of it is shown: "11 July 2024: Russia rules out …". */
export function editionTitle({ language }: Setting, { day, lead }: Edition): string {
  return `${longDayText(day, language)}: ${lead.title}`;
}

/** The permanent id of what stands at an address: a `tag:` URI (RFC 4151) of the site's authority, equal on all mirrors. */
export function feedId(site: Site, address: Address): FeedItem["id"] {
  return `tag:${site.authority}:${address}` as FeedItem["id"];
}

/** The lead stands first, without a heading; what is under no section comes last, under a heading of its own. */
function headingOf({ tagLinks, words }: Setting, tag: Slug | undefined, isLead: boolean): string | undefined {
  if (isLead) return undefined;
  return tag ? tagLinks.get(tag)?.title : words.elsewhere;
}

// What was wrong is the digest's own word, whosever the text is. Where there is no other summary it stands for that too:
// readers show it in their lists, and RSS wants one before anything longer.
function corrected(setting: Setting, article: Article, item: FeedItem): FeedItem {
  const corrections = correctionsOf(setting, article);
  const [first] = corrections;
  if (!first) return item;
  const { summary } = item;
  return {
    ...item,
    summary: summary ?? `${first.heading}: ${first.text}`,
    content: { kind: "corrected", corrections, summary },
  };
}

function correctionsOf({ site, language, words }: Setting, article: Article): readonly FeedCorrection[] {
  const { retracted, corrections } = article;
  const told = ({ date, text }: Correction, heading: (day: string) => string): FeedCorrection => ({
    heading: heading(longDayText(dayIn(date, site.timezone), language)),
    text,
  });
  return [
    ...(retracted ? [told(retracted, words.retractionOf)] : []),
    ...corrections.map((correction) => told(correction, words.correctionOf)),
  ];
}

function contentOf(setting: Setting, article: Article): FeedContent {
  const { language, words } = setting;
  return {
    kind: "article",
    body: article.body,
    corrections: correctionsOf(setting, article),
    sources: {
      heading: words.sources,
      list: article.sources.map(({ name, url, published }) => ({
        name,
        url,
        published: published && longDayText(published, language),
      })),
    },
  };
}

// Wide enough for the column of any feed reader or mail program, at a fraction of the widest file's weight.
const widestInFeeds = 960;

/** An article's picture by a JPEG, which any feed reader and mail program shows. */
export function imageOf({ site }: Setting, figure: Figure | undefined): FeedItem["image"] {
  if (!figure) return undefined;
  const { stem, width, height } = figure.picture;
  const jpegs = variantsOf(stem, width, height).filter((variant) => variant.format === "jpg");
  const chosen = jpegs.filter((variant) => variant.width <= widestInFeeds).at(-1) ?? jpegs[0];
  return (
    chosen && {
      picture: figure.picture,
      file: chosen.address,
      url: absolute(site.url, chosen.address),
      width: chosen.width,
      height: chosen.height,
      alt: figure.alt,
      caption: figure.caption,
      credit: figure.credit,
    }
  );
}

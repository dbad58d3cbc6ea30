import type { Topic } from "../../model/model.ts";
import type { Author } from "../../parse/parse.ts";
import { toAbsoluteUrl } from "../../values/address.ts";
import { normalizeWebUrl, toLinkText } from "../../values/web-url.ts";
import { buildAddress } from "../parts/addresses.ts";
import { createPersonSchema } from "../parts/authors.ts";
import type { PlanContext } from "../parts/context.ts";
import { createWidestJpeg } from "../parts/pictures.ts";
import type { PlanUnit } from "../parts/unit.ts";
import type { AuthorView } from "../views/list-views.ts";
import { planTopicPages, type TopicPage } from "./paging.ts";
import { articlesPerPage, createListingFrame, createListingView } from "./topics.ts";

/** Plans the pages of each author: who that is, as far as authors.yaml says it, and the articles. */
export function planAuthors(context: PlanContext): readonly PlanUnit[] {
  return context.digest.topics.authors.flatMap((topic) => {
    const author = context.listedAuthors.get(topic.slug);
    return planTopicPages(context, topic, articlesPerPage, (page, newestFirst) => ({
      layout: "author",
      address: page.address,
      frame: createListingFrame(context, topic, page, {
        description: topic.description ?? context.words.aboutAuthor(topic.title),
        schema: createProfileSchema(context, topic, page),
      }),
      shows: {
        ...createListingView(context, topic, page, [], newestFirst),
        profile: author && page.pager.number === undefined ? createProfile(context, author) : undefined,
      },
    })).map((unit) => withPicture(unit, author));
  });
}

/** Each page of a list publishes the picture, so that it stays when pages are added. */
function withPicture(unit: PlanUnit, author: Author | undefined): PlanUnit {
  const picture = author?.picture;
  return picture ? { ...unit, plan: () => ({ ...unit.plan(), pictures: [picture] }) } : unit;
}

function createProfile({ language }: PlanContext, author: Author): AuthorView["profile"] {
  const { role, picture, links, fediverse } = author;
  return {
    role: role?.[language],
    picture: picture && { stem: picture.stem, width: picture.width, height: picture.height },
    links: links.map((link) => ({ url: normalizeWebUrl(link), text: toLinkText(link) })),
    fediverse,
  };
}

/** Creates the https://schema.org/ProfilePage of an author. */
function createProfileSchema(
  context: PlanContext,
  { slug, title, description }: Topic,
  { address }: TopicPage,
): Readonly<Record<string, unknown>> {
  const picture = context.listedAuthors.get(slug)?.picture;
  const authorUrl = toAbsoluteUrl(context.site.url, buildAddress(context, "authors", slug));
  return {
    "@type": "ProfilePage",
    url: toAbsoluteUrl(context.site.url, address),
    inLanguage: context.language,
    mainEntity: {
      ...createPersonSchema(context, { slug, name: title, url: authorUrl }),
      description,
      image: picture && createWidestJpeg(context, picture).url,
    },
  };
}

import type { Article, Figure, Note, PlainPage, PublishedFile, PublishedImage } from "../../parse/parse.ts";
import { toAbsoluteUrl } from "../../values/address.ts";
import { listVariants } from "../../values/variants.ts";
import type { Frame, PictureView } from "../views/page.ts";
import type { PlanContext } from "./context.ts";

/** Creates the view of an article's main picture. */
export function createPictureView({ picture, alt, caption, credit }: Figure): PictureView {
  return { alt, caption, credit, width: picture.width, height: picture.height, stem: picture.stem };
}

/**
 * Creates the Open Graph image of a picture from its widest JPEG, the format that every link preview can read.
 *
 * @throws if the picture is not published as JPEG
 */
export function createOpenGraphImage(context: PlanContext, figure: Figure): NonNullable<Frame["image"]> {
  return { ...createWidestJpeg(context, figure.picture), alt: figure.alt };
}

/**
 * Creates the URL of the widest JPEG of a picture, for programs, and its size in pixels.
 *
 * @throws if the picture is not published as JPEG
 */
export function createWidestJpeg(
  { site }: PlanContext,
  { stem, width, height, file }: PublishedImage,
): Omit<NonNullable<Frame["image"]>, "alt"> {
  const widest = listVariants(stem, width, height)
    .filter((variant) => variant.format === "jpg")
    .at(-1);
  if (!widest) throw new Error(`Expected a JPEG of ${file}.`);
  return { url: toAbsoluteUrl(site.url, widest.address), width: widest.width, height: widest.height };
}

/** Lists the pictures of texts, without duplicates. */
export function listPictures(texts: readonly (Article | Note | PlainPage)[]): readonly PublishedImage[] {
  const pictures = texts.flatMap((text) =>
    "image" in text && text.image ? [text.image.picture, ...text.pictures] : text.pictures,
  );
  return [...new Map(pictures.map((picture) => [picture.stem, picture])).values()];
}

/** Lists the documents to which texts link, without duplicates. */
export function listDocuments(texts: readonly (Article | Note | PlainPage)[]): readonly PublishedFile[] {
  const documents = texts.flatMap((text) => text.documents);
  return [...new Map(documents.map((document) => [document.address, document])).values()];
}

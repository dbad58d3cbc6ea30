import type { Article, Figure, Note, PlainPage, Shown } from "../../parse/parse.ts";
import { absolute } from "../../values/address.ts";
import { variantsOf } from "../../values/variants.ts";
import type { Frame, PictureView } from "../views/page.ts";
import type { Setting } from "./context.ts";

/** An article's own picture as its page shows it. */
export function pictureOf({ picture, alt, caption, credit }: Figure): PictureView {
  return { alt, caption, credit, width: picture.width, height: picture.height, stem: picture.stem };
}

/** The picture by its widest JPEG, which every program that shows a link can read. */
export function linkPicture({ site }: Setting, figure: Figure): NonNullable<Frame["image"]> {
  const { stem, width, height } = figure.picture;
  const widest = variantsOf(stem, width, height)
    .filter((variant) => variant.format === "jpg")
    .at(-1);
  if (!widest) throw new Error(`Expected a JPEG of ${figure.picture.file}.`);
  return { url: absolute(site.url, widest.address), width: widest.width, height: widest.height, alt: figure.alt };
}

/** Every picture that some texts show, each once. */
export function picturesIn(texts: readonly (Article | Note | PlainPage)[]): readonly Shown[] {
  const shown = texts.flatMap((text) =>
    "image" in text && text.image ? [text.image.picture, ...text.pictures] : text.pictures,
  );
  return [...new Map(shown.map((picture) => [picture.stem, picture])).values()];
}

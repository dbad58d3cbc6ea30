import type { VNode } from "preact";
import type { Frame, PictureView } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { listVariants, type PictureFormat, type PictureVariant } from "../../src/values/variants.ts";

/** The main picture of a page, with caption and credit. It is near the top, so browsers fetch it with high priority. */
export function Picture({ frame, picture }: { readonly frame: Frame; readonly picture: PictureView }): VNode {
  const variants = listVariants(picture.stem, picture.width, picture.height);
  const widest = variants[variants.length - 1];
  return (
    <figure>
      <picture>
        <PictureSource frame={frame} variants={variants} format="avif" />
        <PictureSource frame={frame} variants={variants} format="webp" />
        <img
          src={widest && toRelativeUrl(frame.linkBase, widest.address)}
          srcset={formatSrcset(frame, variants, "jpg")}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          fetchpriority="high"
          decoding="async"
        />
      </picture>
      <figcaption>
        {picture.caption} <cite>{picture.credit}</cite>
      </figcaption>
    </figure>
  );
}

// A picture is as wide as the text column: the measure, or the screen without its margins.
const sizes = "(min-width: 42em) 38rem, 92vw";

interface PictureSourceProps {
  readonly frame: Frame;
  readonly variants: readonly PictureVariant[];
  readonly format: PictureFormat;
}

function PictureSource({ frame, variants, format }: PictureSourceProps): VNode {
  return <source type={`image/${format}`} srcset={formatSrcset(frame, variants, format)} sizes={sizes} />;
}

function formatSrcset(frame: Frame, variants: readonly PictureVariant[], format: PictureFormat): string {
  return variants
    .filter((variant) => variant.format === format)
    .map((variant) => `${toRelativeUrl(frame.linkBase, variant.address)} ${variant.width}w`)
    .join(", ");
}

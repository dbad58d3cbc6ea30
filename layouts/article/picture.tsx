import type { VNode } from "preact";
import type { Frame, PictureView } from "../../src/plan/plan.ts";
import { type Address, toRelativeUrl } from "../../src/values/address.ts";
import {
  formatSrcset,
  listVariants,
  type PictureFormat,
  type PictureVariant,
  pictureSizes,
} from "../../src/values/variants.ts";

/** The main picture of a page, with caption and credit. It is near the top, so browsers fetch it with high priority. */
export function Picture({ frame, picture }: { readonly frame: Frame; readonly picture: PictureView }): VNode {
  const variants = listVariants(picture.stem, picture.width, picture.height);
  const widest = variants[variants.length - 1];
  const toUrl = (file: Address) => toRelativeUrl(frame.linkBase, file);
  return (
    <figure>
      <picture>
        <PictureSource toUrl={toUrl} variants={variants} format="avif" />
        <PictureSource toUrl={toUrl} variants={variants} format="webp" />
        <img
          src={widest && toUrl(widest.address)}
          srcset={formatSrcset(variants, "jpg", toUrl)}
          sizes={pictureSizes.main}
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

interface PictureSourceProps {
  readonly toUrl: (file: Address) => string;
  readonly variants: readonly PictureVariant[];
  readonly format: PictureFormat;
}

function PictureSource({ toUrl, variants, format }: PictureSourceProps): VNode {
  return <source type={`image/${format}`} srcset={formatSrcset(variants, format, toUrl)} sizes={pictureSizes.main} />;
}

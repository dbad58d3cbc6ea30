import type { VNode } from "preact";
import type { Frame, PictureView } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { type PictureFormat, type Variant, variantsOf } from "../../src/values/variants.ts";

/** A page's own picture, with its caption and credit. It stands near the top, so it is fetched at once. */
export function Picture({ frame, picture }: { readonly frame: Frame; readonly picture: PictureView }): VNode {
  const variants = variantsOf(picture.stem, picture.width, picture.height);
  const widest = variants[variants.length - 1];
  return (
    <figure>
      <picture>
        <Source frame={frame} variants={variants} format="avif" />
        <Source frame={frame} variants={variants} format="webp" />
        <img
          src={widest && relativeTo(frame.here, widest.address)}
          srcset={srcset(frame, variants, "jpg")}
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

// A picture is as wide as the text: its measure, or the whole screen without its margins.
const sizes = "(min-width: 42em) 38rem, 92vw";

interface Variants {
  readonly frame: Frame;
  readonly variants: readonly Variant[];
  readonly format: PictureFormat;
}

function Source({ frame, variants, format }: Variants): VNode {
  return <source type={`image/${format}`} srcset={srcset(frame, variants, format)} sizes={sizes} />;
}

function srcset(frame: Frame, variants: readonly Variant[], format: PictureFormat): string {
  return variants
    .filter((variant) => variant.format === format)
    .map((variant) => `${relativeTo(frame.here, variant.address)} ${variant.width}w`)
    .join(", ");
}

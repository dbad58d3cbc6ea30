import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";

/** Metadata for link previews when a page is shared (https://ogp.me). */
export function OpenGraph({ frame }: { readonly frame: Frame }): VNode {
  const { image, times, authors } = frame;
  return (
    <>
      <meta property="og:type" content={frame.kind} />
      <meta property="og:site_name" content={frame.site.title} />
      <meta property="og:title" content={frame.title} />
      <meta property="og:description" content={frame.description} />
      <meta property="og:url" content={frame.canonical} />
      {image && (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {times && (
        <>
          <meta property="article:published_time" content={times.published} />
          <meta property="article:modified_time" content={times.modified} />
        </>
      )}
      {authors.map(({ url, fediverse }) => (
        <>
          <meta property="article:author" content={url} />
          {fediverse && <meta name="fediverse:creator" content={fediverse} />}
        </>
      ))}
    </>
  );
}

import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { pagePolicy } from "../../src/values/content-policy.ts";
import { stringifyForScript } from "../../src/values/text/escape.ts";
import { OpenGraph } from "./open-graph.tsx";

/** The `<head>` of a page: metadata for browsers, search engines, feed readers and link previews. */
export function Head({ frame }: { readonly frame: Frame }): VNode {
  const { linkBase: here, site } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={pagePolicy} />
      <title>{here.address === site.home ? frame.title : `${frame.title} — ${site.title}`}</title>
      <meta name="description" content={frame.description} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fff" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111315" />
      {frame.schema === undefined && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={toRelativeUrl(here, site.stylesheet)} />
      <link rel="icon" href={faviconDataUrl} />
      <link rel="canonical" href={frame.canonical} />
      <AlternateLinks frame={frame} />
      <OpenGraph frame={frame} />
      {frame.schema && <JsonLd schema={frame.schema} />}
    </head>
  );
}

// A data URL, so that no browser requests /favicon.ico, which a mirror in a subfolder does not have.
const faviconDataUrl =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%23b3200f' d='M0 0h8v8H0z'/%3E%3C/svg%3E".replaceAll(
    " ",
    "%20",
  );

function AlternateLinks({ frame }: { readonly frame: Frame }): VNode {
  const siteLanguage = frame.site.languages[0]?.language;
  return (
    <>
      {frame.translations.map(({ language, url }) => (
        <>
          <link rel="alternate" hreflang={language} href={url} />
          {language === siteLanguage && <link rel="alternate" hreflang="x-default" href={url} />}
        </>
      ))}
      {frame.feeds.map(({ title, address, label, mediaType }) => (
        <link
          rel="alternate"
          type={mediaType}
          title={`${title} (${label})`}
          href={toRelativeUrl(frame.linkBase, address)}
        />
      ))}
    </>
  );
}

function JsonLd({ schema }: { readonly schema: Readonly<Record<string, unknown>> }): VNode {
  // stringifyForScript escapes every character that could end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: stringifyForScript(schema) }} />;
}

import type { VNode } from "preact";
import type { Frame } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { jsonInScript } from "../../src/values/text/escape.ts";
import { OpenGraph } from "./open-graph.tsx";

/** What a page says of itself to browsers, search engines, feed readers and those who share it. */
export function Head({ frame }: { readonly frame: Frame }): VNode {
  const { here, site } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <title>{here.address === site.home ? frame.title : `${frame.title} — ${site.title}`}</title>
      <meta name="description" content={frame.description} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fff" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111315" />
      {frame.schema === undefined && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={relativeTo(here, site.stylesheet)} />
      <link rel="icon" href={redSquare} />
      <link rel="canonical" href={frame.canonical} />
      <Alternates frame={frame} />
      <OpenGraph frame={frame} />
      {frame.schema && <Schema schema={frame.schema} />}
    </head>
  );
}

// The site has no script. What another host or an author may smuggle in cannot run.
const policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

// Said in the page, so that no browser asks for /favicon.ico, which a mirror in a folder would not have.
const redSquare =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%23b3200f' d='M0 0h8v8H0z'/%3E%3C/svg%3E".replaceAll(
    " ",
    "%20",
  );

function Alternates({ frame }: { readonly frame: Frame }): VNode {
  const own = frame.site.languages[0]?.language;
  return (
    <>
      {frame.translations.map(({ language, url }) => (
        <>
          <link rel="alternate" hreflang={language} href={url} />
          {language === own && <link rel="alternate" hreflang="x-default" href={url} />}
        </>
      ))}
      {frame.feeds.map(({ title, address, label, mediaType }) => (
        <link rel="alternate" type={mediaType} title={`${title} (${label})`} href={relativeTo(frame.here, address)} />
      ))}
    </>
  );
}

function Schema({ schema }: { readonly schema: Readonly<Record<string, unknown>> }): VNode {
  // JSON in which no character can end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInScript(schema) }} />;
}

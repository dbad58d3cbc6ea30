import { problemLine } from "../values/problem.ts";
import { escaped } from "../values/text/escape.ts";
import type { Outcome } from "./building.ts";

/** A page of the site as its preview shows it: it may load the script that reloads it, and says what is wrong. */
export function previewed(html: string, last: Outcome | undefined): string {
  return html
    .replace("script-src 'none'", "script-src 'self'")
    .replace("</body>", () => `${last ? noteOn(last) : ""}</body>`);
}

/** What stands at every address as long as no build has come to its end. */
export function notYet(last: Outcome | undefined): string {
  const note = last && noteOn(last);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Preview</title><link rel="icon" href="data:,"></head>
<body>${note ?? "<p>The site is being built. It shows itself here as soon as it is ready.</p>"}</body>
</html>
`;
}

/** Lies over a page until what is wrong is mended. */
function noteOn(last: Outcome): string {
  if (last.kind === "built") return "";
  const { heading, lines } = told(last);
  return `<section role="alert" style="${noteStyle}">
<h2 style="margin:0 0 1em;font:bold 1em system-ui">${heading}</h2>
<pre style="margin:0;font:1em/1.5 monospace;white-space:pre-wrap">${lines.map(escaped).join("\n\n")}</pre>
</section>
`;
}

// Its own colours, in both schemes, and above whatever a page has: the site's style must not be needed to read it.
const noteStyle =
  "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:80vh;overflow:auto;box-sizing:border-box;padding:1.5em;" +
  "font-size:16px;color:#111;background:#fff;border-top:6px solid #b3200f;box-shadow:0 0 2em #0006";

function told(last: Exclude<Outcome, { readonly kind: "built" }>): {
  readonly heading: string;
  readonly lines: readonly string[];
} {
  if (last.kind === "problems") {
    return { heading: "Nothing changes here until this is mended:", lines: last.problems.map(problemLine) };
  }
  const lines = [last.kind === "broken" ? last.what : "The terminal says why."];
  return { heading: "Nothing changes here, because the code of the site failed:", lines };
}

import { previewPolicy } from "../values/content-policy.ts";
import { formatProblem } from "../values/problem.ts";
import { escapeHtml } from "../values/text/escape.ts";
import type { PreviewOutcome } from "./building.ts";

/** A page of the site as the preview shows it: it may run the reload script, and shows the errors of the last build. */
export function toPreviewPage(html: string, lastOutcome: PreviewOutcome | undefined): string {
  return html
    .replace(policyContent, (_, start: string) => start + previewPolicy)
    .replace("</body>", () => `${lastOutcome ? renderErrorOverlay(lastOutcome) : ""}</body>`);
}

const policyContent = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*/;

/** The page at every address until the first build has succeeded. */
export function renderWaitingPage(lastOutcome: PreviewOutcome | undefined): string {
  const overlay = lastOutcome && renderErrorOverlay(lastOutcome);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Preview</title><link rel="icon" href="data:,"></head>
<body>${overlay ?? "<p>The site is being built. This page reloads as soon as it is ready.</p>"}</body>
</html>
`;
}

/** An overlay with the errors of a build, as HTML; empty if the build succeeded. */
function renderErrorOverlay(outcome: PreviewOutcome): string {
  if (outcome.kind === "built") return "";
  const { heading, lines } = describeFailure(outcome);
  return `<section role="alert" style="${overlayStyle}">
<h2 style="margin:0 0 1em;font:bold 1em system-ui">${heading}</h2>
<pre style="margin:0;font:1em/1.5 monospace;white-space:pre-wrap">${lines.map(escapeHtml).join("\n\n")}</pre>
</section>
`;
}

// It has its own colours in light and dark mode and covers the page: it must be legible without the site's styles.
const overlayStyle =
  "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:80vh;overflow:auto;box-sizing:border-box;padding:1.5em;" +
  "font-size:16px;color:#111;background:#fff;border-top:6px solid #b3200f;box-shadow:0 0 2em #0006";

function describeFailure(outcome: Exclude<PreviewOutcome, { readonly kind: "built" }>): {
  readonly heading: string;
  readonly lines: readonly string[];
} {
  if (outcome.kind === "problems") {
    return {
      heading: "This page is out of date until these problems are fixed:",
      lines: outcome.problems.map(formatProblem),
    };
  }
  const lines = [outcome.kind === "broken" ? outcome.errorText : "See the terminal for the reason."];
  return { heading: "This page is out of date, because the code of the site failed:", lines };
}

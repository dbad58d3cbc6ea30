import { formatProblem } from "../values/problem.ts";
import { escapeHtml } from "../values/text/escape.ts";
import { overlayStylePath, reloadScriptPath } from "./assets.ts";
import type { PreviewOutcome } from "./building.ts";

/** The last build, as its pages show it. */
export interface ShownBuild {
  /** A different text for each build, which begins with "?". Pages with an older one are reloaded. */
  readonly id: string;
  /** Undefined while the first build runs. */
  readonly outcome: PreviewOutcome | undefined;
}

/** A page of the site as the preview shows it: it may run the reload script, and shows the errors of the last build. */
export function toPreviewPage(html: string, build: ShownBuild): string {
  const withPolicy = html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/i,
    (_, start, policy) => `${start}${allowPreviewFiles(policy)}"`,
  );
  const end = withPolicy.lastIndexOf("</body>");
  const bodyEnd = end === -1 ? withPolicy.length : end;
  return withPolicy.slice(0, bodyEnd) + renderAdditions(build) + withPolicy.slice(bodyEnd);
}

/** The page at every address until the first build has succeeded. */
export function renderWaitingPage(build: ShownBuild): string {
  const text = build.outcome ? "" : "<p>The site is being built. This page reloads as soon as it is ready.</p>";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Preview</title><link rel="icon" href="data:,"></head>
<body>${text}${renderAdditions(build)}</body>
</html>
`;
}

/** Adds to a policy that scripts, styles and websockets of the preview itself are allowed. */
function allowPreviewFiles(policy: string): string {
  const directives = new Map(
    policy.split(";").flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name ? [[name, sources] as const] : [];
    }),
  );
  for (const name of ["script-src", "style-src", "connect-src"]) {
    const sources = directives.get(name) ?? directives.get("default-src");
    if (sources) directives.set(name, [...sources.filter((source) => !/^'(?:none|self)'$/.test(source)), "'self'"]);
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

function renderAdditions({ id, outcome }: ShownBuild): string {
  return `${outcome ? renderErrorOverlay(outcome) : ""}<script src="${reloadScriptPath}${id}"></script>\n`;
}

/** An overlay with the errors of a build, as HTML; empty if the build succeeded. */
function renderErrorOverlay(outcome: PreviewOutcome): string {
  if (outcome.kind === "built") return "";
  const { heading, lines } = describeFailure(outcome);
  return `<link rel="stylesheet" href="${overlayStylePath}">
<section role="alert" class="dateline-problems">
<h2>${heading}</h2>
<pre>${lines.map(escapeHtml).join("\n\n")}</pre>
</section>
`;
}

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

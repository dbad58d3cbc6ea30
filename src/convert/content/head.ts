import type { Instant } from "../../values/instant.ts";
import { formatWithOffset } from "../../values/instant.ts";

/** The front matter of a new text. What the check rejects is taken out of it. */
export interface Head {
  readonly title: string;
  readonly summary: string;
  /** Whether the summary is the first sentence of the text, and nobody has seen it yet. */
  readonly isSummaryMade: boolean;
  /** The rest is of articles only. */
  readonly article:
    | {
        readonly date: Instant;
        readonly timezone: string;
        readonly updated: Instant | undefined;
        readonly tags: readonly string[];
        readonly source: { readonly name: string; readonly url: string | undefined };
        readonly authors: string[];
        readonly draft: boolean;
        readonly aliases: string[];
        id: string | undefined;
      }
    | undefined;
}

/** Formats front matter, with its two lines of "---". */
export function formatHead({ title, summary, isSummaryMade, article }: Head): string {
  const lines = [
    "---",
    `title: ${formatValue(title)}`,
    ...(isSummaryMade ? ["# The first sentence of the text: read it again."] : []),
    `summary: ${formatValue(summary)}`,
  ];
  if (article === undefined) return [...lines, "---"].join("\n");
  const { date, timezone, updated, tags, source, authors, draft, aliases, id } = article;
  const url = source.url === undefined ? "" : `, url: ${JSON.stringify(source.url)}`;
  return [
    ...lines,
    `date: ${formatWithOffset(date, timezone)}`,
    ...(updated === undefined ? [] : [`updated: ${formatWithOffset(updated, timezone)}`]),
    `tags: [${tags.map(formatValue).join(", ")}]`,
    `sources: [{name: ${JSON.stringify(source.name)}${url}}]`,
    ...(authors.length === 0 ? [] : [`authors: [${authors.map((name) => JSON.stringify(name)).join(", ")}]`]),
    ...(draft ? ["draft: true"] : []),
    ...(aliases.length === 0 ? [] : ["aliases:", ...aliases.map((alias) => `  - ${JSON.stringify(alias)}`)]),
    ...(id === undefined ? [] : [`id: ${JSON.stringify(id)}`]),
    "---",
  ].join("\n");
}

/** A text as YAML: in quotation marks wherever it could be read as something else. */
export function formatValue(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} ,.;!?()'’“”«»„–—…/&+%-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
    text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}

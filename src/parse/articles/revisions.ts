import type { Instant } from "../../values/instant.ts";
import { compareText } from "../../values/memory/compare.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import type { Article, Correction } from "../article.ts";
import { toOneLine } from "../markdown/one-line.ts";
import type { Path } from "../yaml/path.ts";
import { parseWrittenInstant } from "./dates.ts";
import type { ArticleInput } from "./input.ts";

/**
 * Parses the update, the corrections and the retraction of an article. None may be dated before its publication.
 *
 * @param published undefined if the author wrote a date that cannot be read
 * @returns `changes`: all these dates, oldest first; `updated`: the latest of them; `corrections`: oldest first
 */
export function parseRevisions(
  input: ArticleInput,
  published: Instant | undefined,
): Pick<Article, "changes" | "updated" | "corrections" | "retracted"> {
  const { updated, corrections, retracted } = input.written;
  const toInstant = (revision: WrittenRevision) => parseRevisionInstant(input, published, revision);
  const toCorrections = (revision: WrittenRevision, text: string): readonly Correction[] => {
    const date = toInstant(revision);
    return date === undefined ? [] : [{ date, text: toOneLine(text, input.path.language) }];
  };
  const updatedAt =
    updated === undefined
      ? undefined
      : toInstant({ field: "updated", at: ["updated"], text: updated, action: "changed" });
  const parsedCorrections = (corrections ?? []).flatMap(({ date, text }, i) => {
    const at = ["corrections", i, "date"];
    return toCorrections({ field: `corrections[${i + 1}].date`, at, text: date, action: "corrected" }, text);
  });
  const [retraction] = retracted
    ? toCorrections(
        { field: "retracted.date", at: ["retracted", "date"], text: retracted.date, action: "retracted" },
        retracted.reason,
      )
    : [];
  const instants = [updatedAt, retraction?.date, ...parsedCorrections.map(({ date }) => date)];
  const changes = instants.flatMap((instant) => instant ?? []).sort();
  return {
    changes,
    updated: changes.at(-1),
    corrections: [...parsedCorrections].sort((a, b) => compareText(a.date, b.date)),
    retracted: retraction,
  };
}

/** The date of a revision as its author wrote it, and what was done on that date. */
interface WrittenRevision {
  readonly field: string;
  readonly at: Path;
  readonly text: string;
  readonly action: "changed" | "corrected" | "retracted";
}

function parseRevisionInstant(
  { path: { day }, context: { site }, collector }: ArticleInput,
  published: Instant | undefined,
  { field, at, text, action }: WrittenRevision,
): Instant | undefined {
  const instant = parseWrittenInstant(text, day, site);
  if (typeof instant !== "string") return collector.report(field, at, instant);
  if (published !== undefined && instant < published) collector.report(field, at, describeTooEarly(text, action));
  return instant;
}

function describeTooEarly(text: string, action: WrittenRevision["action"]): ProblemText {
  return {
    what: `${inQuotes(text)} is before the article was published.`,
    advice: `Write the time at which the text was ${action}.`,
  };
}

import { type Instant, latestOf } from "../../values/instant.ts";
import { compare } from "../../values/memory/compare.ts";
import { quoted, type Slip } from "../../values/problem.ts";
import type { Article, Correction } from "../article.ts";
import { oneLine } from "../markdown/one-line.ts";
import type { Path } from "../yaml/path.ts";
import { momentFrom as writtenMoment } from "./dates.ts";
import type { Making } from "./input.ts";

/** What happened to an article after it came out. */
export function changesFrom(
  making: Making,
  published: Instant,
): Pick<Article, "updated" | "corrections" | "retracted"> {
  const { updated, corrections, retracted } = making.written;
  const momentOf = (dated: Dated) => momentFrom(making, published, dated);
  const noteOf = (dated: Dated, text: string): readonly Correction[] => {
    const date = momentOf(dated);
    return date === undefined ? [] : [{ date, text: oneLine(text, making.path.language) }];
  };
  const changed =
    updated === undefined ? undefined : momentOf({ field: "updated", at: ["updated"], text: updated, was: "changed" });
  const corrected = (corrections ?? []).flatMap(({ date, text }, i) => {
    const at = ["corrections", i, "date"];
    return noteOf({ field: `corrections[${i + 1}].date`, at, text: date, was: "corrected" }, text);
  });
  const [retraction] = retracted
    ? noteOf(
        { field: "retracted.date", at: ["retracted", "date"], text: retracted.date, was: "retracted" },
        retracted.reason,
      )
    : [];
  const moments = [changed, retraction?.date, ...corrected.map(({ date }) => date)];
  return {
    updated: latestOf(moments.flatMap((moment) => moment ?? [])),
    corrections: [...corrected].sort((a, b) => compare(a.date, b.date)),
    retracted: retraction,
  };
}

/** A moment as its author wrote it, and what happened then. */
interface Dated {
  readonly field: string;
  readonly at: Path;
  readonly text: string;
  readonly was: "changed" | "corrected" | "retracted";
}

function momentFrom(
  { path: { day }, context: { site }, noted }: Making,
  published: Instant,
  { field, at, text, was }: Dated,
): Instant | undefined {
  const moment = writtenMoment(text, day, site);
  if (typeof moment !== "string") return noted.note(field, at, moment);
  if (moment < published) noted.note(field, at, beforeTheArticle(text, was));
  return moment;
}

function beforeTheArticle(text: string, was: Dated["was"]): Slip {
  return {
    what: `${quoted(text)} is before the article itself came out.`,
    advice: `Write the moment at which the text was ${was}.`,
  };
}

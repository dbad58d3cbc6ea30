import type { Problem } from "../../values/problem.ts";
import type { ReportLoss } from "../losses.ts";
import { blockForms, type Draft, type DraftBlock } from "./drafts.ts";
import type { FormattedDraft } from "./format-draft.ts";

/**
 * Changes a draft so that a problem of its check is gone: a block is written in a safer form, an alias or an id is left
 * out. Which forms there are is in `blockForms`.
 *
 * @returns false if nothing helps, so that the text must be left out
 */
export function repairDraft(
  draft: Draft,
  { blockLines }: FormattedDraft,
  problem: Problem,
  report: ReportLoss,
): boolean {
  const index = blockLines.findLastIndex((line) => line <= problem.at.line);
  const block = draft.blocks[index];
  return block === undefined ? repairHead(draft, problem, report) : repairBlock(block, draft, problem, report);
}

function repairHead({ head: { article }, text }: Draft, { what }: Problem, report: ReportLoss): boolean {
  if (article === undefined) return false;
  if (what.startsWith("aliases:")) {
    const alias = article.aliases.find((address) => what.includes(`"${address}"`));
    if (alias === undefined) return false;
    article.aliases.splice(article.aliases.indexOf(alias), 1);
    report("old address", text.file, `${alias} (${what})`);
    return true;
  }
  if (what.startsWith("authors:") && article.authors.length > 0) {
    report("author", text.file, `${article.authors.join(", ")} (${what})`);
    article.authors.length = 0;
    return true;
  }
  if (what.startsWith("id:") && article.id !== undefined) {
    report("feed id", text.file, `${article.id} (${what})`);
    article.id = undefined;
    return true;
  }
  return false;
}

const anchorProblem = /does not have the id /;
const linkProblem = /the link to |does not lead to |is not an allowed link|is not a complete URL/;

function repairBlock(block: DraftBlock, { text }: Draft, { what }: Problem, report: ReportLoss): boolean {
  block.written = undefined;
  if (block.links !== "none" && (anchorProblem.test(what) || linkProblem.test(what))) {
    block.links = block.links === "all" && anchorProblem.test(what) ? "pages" : "none";
    if (block.form === "source") block.form = "markdown";
    report(anchorProblem.test(what) ? "anchor" : "link", text.file, what.replace(/^text: /, ""));
    return true;
  }
  const next = blockForms[blockForms.indexOf(block.form) + 1];
  if (next === undefined) return false;
  if (next === "code") report("kept as code", text.file, what.replace(/^text: /, ""));
  block.form = next;
  return true;
}

import type { ProblemText } from "../values/problem.ts";

/** What a file can be by its first bytes, whatever its name says. */
export type FileKind = "lfs" | "annex" | "svg" | "html" | "json" | "pdf" | "zip" | "conflict";

/**
 * Tells what a file is whose name is that of a picture, by its first bytes.
 *
 * @param head at least the first kilobyte of the file
 * @returns undefined if it is of no kind that is known to be taken for a picture
 */
export function describeFileKind(head: Buffer): ProblemText | undefined {
  if (head.length === 0) return { what: "is empty.", advice: "Export the picture again." };
  const kind = findKind(head);
  return kind && { what: `is ${kind.name}, not a picture.`, advice: kind.advice };
}

/**
 * Tells what a document is whose content is not what its name says, by its first bytes.
 *
 * @param head at least the first kilobyte of the file
 * @param type what its name says
 */
export function describeWrongDocument(
  head: Buffer,
  type: { readonly name: string; readonly kinds: readonly FileKind[] },
): ProblemText | undefined {
  if (head.length === 0) return { what: "is empty.", advice: "Save the document again." };
  const kind = findKind(head);
  if (!kind || type.kinds.includes(kind.id)) return undefined;
  const advice = kind.isStandIn ? kind.advice : `Save the document again as ${type.name}.`;
  return { what: `is ${kind.name}, not ${type.name}.`, advice };
}

/** Tells that a file stands for another one: a pointer or a merge conflict, which nobody wants to publish as it is. */
export function describeStandIn(head: Buffer): ProblemText | undefined {
  const kind = findKind(head);
  return kind?.isStandIn ? { what: `is ${kind.name}.`, advice: kind.advice } : undefined;
}

function findKind(head: Buffer): (typeof kinds)[number] | undefined {
  const text = head.toString("latin1", 0, 1024);
  return kinds.find(({ pattern }) => pattern.test(text));
}

const exportAgain = "Export the picture as JPEG, PNG, WebP or AVIF.";
const saveAgain = "Save the picture itself, not the page that shows it.";

const kinds: readonly {
  readonly id: FileKind;
  readonly pattern: RegExp;
  readonly name: string;
  /** What to do if it should be a picture. */
  readonly advice: string;
  /** Whether it stands for another file, of whatever kind: then the advice is always the same. */
  readonly isStandIn?: boolean;
}[] = [
  {
    id: "lfs",
    pattern: /^version https:\/\/git-lfs\.github\.com\/spec\//,
    name: "a Git LFS pointer",
    advice: "Run `git lfs pull`.",
    isStandIn: true,
  },
  {
    id: "annex",
    pattern: /^(?:\/annex\/|(?:\.\.\/)*\.git\/annex\/)/,
    name: "a git-annex pointer",
    advice: "Run `git annex get`.",
    isStandIn: true,
  },
  {
    id: "svg",
    pattern: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg/i,
    name: "an SVG",
    advice: exportAgain,
  },
  {
    id: "html",
    pattern: /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)/i,
    name: "a web page",
    advice: saveAgain,
  },
  { id: "json", pattern: /^(?:\xef\xbb\xbf)?\s*[{[]"/, name: "JSON", advice: saveAgain },
  { id: "pdf", pattern: /^%PDF-/, name: "a PDF", advice: exportAgain },
  { id: "zip", pattern: /^PK/, name: "a ZIP or an Office document", advice: "Take the picture out of it." },
  {
    id: "conflict",
    pattern: /^<<<<<<< /,
    name: "a merge conflict",
    advice: "Choose one of the two files: `git checkout --ours` or `--theirs`.",
    isStandIn: true,
  },
];

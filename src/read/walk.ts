import { type Dirent, readdirSync } from "node:fs";
import { type Problem, quoted, type Slip } from "../values/problem.ts";
import { endingOf, foldedEnding, isPicture } from "./endings.ts";
import { isOfTheSystem, unreadable, wholeFile } from "./opened.ts";

/** The files of a content folder, by what they hold: paths from that folder, sorted; and what does not belong there. */
export interface Walked {
  readonly texts: readonly string[];
  readonly pictures: readonly string[];
  /** Paths of what is there, but not as a file that may be read. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds what a content folder holds, without opening or following any of it. */
export function walked(root: string): Walked {
  const entries = [...entriesIn(root, "")].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ofKind = (kind: Entry["kind"]) => entries.flatMap((entry) => (entry.kind === kind ? [entry.path] : []));
  return {
    texts: ofKind("text"),
    pictures: ofKind("picture"),
    unread: entries.flatMap((entry) => (entry.kind === "problem" ? entry.stands : [])),
    problems: entries.flatMap((entry) =>
      entry.kind === "problem" ? [wholeFile(`${root}/${entry.path}`.replace(/\/$/, ""), entry.slip)] : [],
    ),
  };
}

type Entry =
  | { readonly kind: "text" | "picture"; readonly path: string }
  /** `stands`: the paths that nobody is to be told are missing. */
  | { readonly kind: "problem"; readonly path: string; readonly slip: Slip; readonly stands: readonly string[] };

/** @param folder "" or a path that ends with "/" */
function* entriesIn(root: string, folder: string): Generator<Entry> {
  const listing = listed(`${root}/${folder}`);
  if (!listing.ok) {
    yield folder === "" ? noContent(listing.why) : problem(folder, unreadable(listing.why));
    return;
  }
  for (const entry of listing.entries) {
    if (isLeftBehind(entry.name)) continue;
    const path = folder + entry.name;
    if (entry.isDirectory()) yield* entriesIn(root, `${path}/`);
    else if (entry.isFile()) yield file(path);
    else yield problem(path, notAFile(entry));
  }
}

type Listing =
  | { readonly ok: true; readonly entries: readonly Dirent[] }
  | { readonly ok: false; readonly why: unknown };

function listed(folder: string): Listing {
  try {
    return { ok: true, entries: readdirSync(folder, { withFileTypes: true }) };
  } catch (why) {
    return { ok: false, why };
  }
}

/** Whether systems and editors leave a file of this name behind: no slip of the author's, and nothing to read. */
export function isLeftBehind(name: string): boolean {
  return /^\.|~$|\.swp$|^#.*#$|^Thumbs\.db$|^desktop\.ini$/i.test(name);
}

function file(path: string): Entry {
  if (path.endsWith(".md") || settings.includes(path)) return { kind: "text", path };
  if (isPicture(path)) return { kind: "picture", path };
  return problem(path, notRead(path));
}

/** The settings stand at the root of the content folder, and nowhere else. */
const settings: readonly string[] = ["site.yaml", "tags.yaml", "storylines.yaml"];

function problem(path: string, slip: Slip): Entry {
  return { kind: "problem", path, slip, stands: [path] };
}

function noContent(why: unknown): Entry {
  const advice = "Name the folder of the content: --content DIR.";
  const code = isOfTheSystem(why) ? why.code : "";
  const slip =
    code === "ENOENT"
      ? { what: "there is no such folder.", advice }
      : code === "ENOTDIR"
        ? { what: "is a file, not a folder.", advice }
        : unreadable(why);
  return { kind: "problem", path: "", slip, stands: settings };
}

function notAFile(entry: Dirent): Slip {
  if (entry.isSymbolicLink()) {
    return {
      what: "is a symbolic link, and links are not followed.",
      advice: "Copy what it leads to here in its place.",
    };
  }
  const what = entry.isFIFO() ? "a named pipe" : entry.isSocket() ? "a socket" : "a device";
  return { what: `is ${what}, not a file.`, advice: "Take it out of the content folder." };
}

function notRead(path: string): Slip {
  const ending = foldedEnding(path);
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (ending === ".svg") {
    return { what: "is an SVG, and an SVG can carry a script.", advice: "Export the picture as PNG." };
  }
  if (ending === ".md") return { what: `ends with ${quoted(endingOf(path))}.`, advice: 'Write the ending as ".md".' };
  if (settings.includes(name)) {
    return {
      what: `stands in a folder where no ${name} is read.`,
      advice: "Move it to the root of the content folder.",
    };
  }
  if (ending === ".yaml" || ending === ".yml") {
    return { what: "is none of the site's settings.", advice: `Those are ${settings.join(", ")}.` };
  }
  return {
    what:
      ending === ""
        ? "has no ending that tells what it holds."
        : `ends with ${quoted(ending)}, and such files are not published.`,
    advice:
      "Texts end with .md, pictures with .jpg, .jpeg, .png, .webp or .avif; keep all else out of the content folder.",
  };
}

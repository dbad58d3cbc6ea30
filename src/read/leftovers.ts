import { inPlainQuotes, type ProblemText } from "../values/problem.ts";
import { isStaticPath } from "./endings.ts";

/**
 * Tells of a file that a sync service, git or an editor left beside the one that it is a copy of. Published, its story
 * would appear twice.
 *
 * @param path relative to the content folder
 * @returns undefined if the name is not one that these programs give
 */
export function describeLeftover(path: string): ProblemText | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  // A static file keeps the name by which it is known: archives have a "report (1).pdf".
  const leftover = leftovers.find(
    ({ pattern, what }) => pattern.test(name) && !(what === secondCopy && isStaticPath(path)),
  );
  if (!leftover) return undefined;
  const original = name.replace(leftover.pattern, "$1$2");
  const advice = `Merge what differs into ${inPlainQuotes(original)}, then delete this file.`;
  return { what: `is ${leftover.what}.`, advice };
}

const secondCopy = "a second copy of a file";

// Names: Dropbox and its translations, ownCloud and Nextcloud; Syncthing; OneDrive does not mark its copies, but browsers
// and file managers do; git's merge tools and patch.
const leftovers: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /^(.*?)[ _]?\([^()]*(?:conflict|konflikt|conflit|конфликт|конфлікт)[^()]*\)(.*)$/i,
    what: "a copy left by a sync",
  },
  { pattern: /^(.*?)[.-]sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(.*)$/i, what: "a copy left by a sync" },
  { pattern: /^(.*?) \((?:\d+|copy(?: \d+)?|копия|копія)\)(\.\w+)$/i, what: secondCopy },
  { pattern: /^(.*?)(?: - Copy| copy(?: \d+)?| — копия| – копія)(\.\w+)$/i, what: secondCopy },
  { pattern: /^(.*?\.\w+)\.(?:orig|rej|bak|old|save|mine|r\d+)()$/i, what: "a copy left by a merge or an editor" },
  { pattern: /^(.*?)[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+(\.\w+)$/, what: "a copy left by a merge" },
];

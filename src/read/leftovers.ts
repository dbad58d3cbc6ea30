import { inPlainQuotes, type ProblemText } from "../values/problem.ts";

/**
 * Tells of a file that a sync service, git or an editor left beside the one that it is a copy of. Published, its story
 * would appear twice.
 *
 * @param name without its folder
 * @returns undefined if the name is not one that these programs give
 */
export function describeLeftover(name: string): ProblemText | undefined {
  const leftover = leftovers.find(({ pattern }) => pattern.test(name));
  if (!leftover) return undefined;
  const original = name.replace(leftover.pattern, "$1$2");
  const advice = `Merge what differs into ${inPlainQuotes(original)}, then delete this file.`;
  return { what: `is ${leftover.what}.`, advice };
}

// Names: Dropbox and its translations, ownCloud and Nextcloud; Syncthing; OneDrive does not mark its copies, but browsers
// and file managers do; git's merge tools and patch.
const leftovers: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /^(.*?)[ _]?\([^()]*(?:conflict|konflikt|conflit|конфликт|конфлікт)[^()]*\)(.*)$/i,
    what: "a copy left by a sync",
  },
  { pattern: /^(.*?)[.-]sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(.*)$/i, what: "a copy left by a sync" },
  { pattern: /^(.*?) \((?:\d+|copy(?: \d+)?|копия|копія)\)(\.\w+)$/i, what: "a second copy of a file" },
  { pattern: /^(.*?)(?: - Copy| copy(?: \d+)?| — копия| – копія)(\.\w+)$/i, what: "a second copy of a file" },
  { pattern: /^(.*?\.\w+)\.(?:orig|rej|bak|old|save|mine|r\d+)()$/i, what: "a copy left by a merge or an editor" },
  { pattern: /^(.*?)[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+(\.\w+)$/, what: "a copy left by a merge" },
];

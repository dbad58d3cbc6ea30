import { inQuotes, type ProblemText } from "../values/problem.ts";

/**
 * Whether a name in the folder `static` is one that operating systems, editors, git and sync services leave behind. Other
 * names that begin with a dot are published: `.well-known`, `.nojekyll`, `.htaccess`.
 */
export function isToolFile(name: string): boolean {
  return toolFiles.test(name);
}

// Names of macOS; git and others; KDE; editors; Syncthing and Dropbox; NFS and FUSE; Office and LibreOffice; Vim; Emacs;
// Windows.
const toolFiles =
  /^\.(?:DS_Store|_.*|AppleDouble|localized|Spotlight-V100|Trashes|fseventsd|TemporaryItems|DocumentRevisions-V100|git(?:attributes|ignore|keep|modules)?|hg|svn|keep|directory|Trash-\d+|idea|vscode|st(?:folder|ignore|versions)|syncthing\..*|dropbox(?:\..*)?|nfs[\da-f]{8,}|fuse_hidden.*|~lock\..*#|.*\.sw[a-p]|#.*)$|^~\$|~$|\.tmp$|^#.*#$|^Thumbs\.db$|^ehthumbs\.db$|^desktop\.ini$|^Icon\r$/i;

/**
 * Tells why a static file cannot have its name on every disk and at every host, so that the site is the same wherever it
 * is built.
 *
 * @param path below the folder `static`
 */
export function describeUnusableName(path: string): ProblemText | undefined {
  const advice = "Rename it, and the links to it.";
  if (path.includes("\ufffd")) return { what: "has a name that is not UTF-8.", advice };
  const [character] = unusableCharacters.exec(path) ?? [];
  if (character !== undefined)
    return { what: `has ${inQuotes(character)} in its name, which some disks cannot store.`, advice };
  if (/[. ](?:\/|$)/.test(path))
    return { what: "has a name that ends with a dot or a space, which some disks leave out.", advice };
  if (path.startsWith(".dateline"))
    return { what: "has a name that Dateline keeps for its own notes in the output folder.", advice };
  return undefined;
}

const unusableCharacters = /[\\:*?"<>|\p{Control}]/u;

/** The claims to files of the site. Each file, and each folder, can have one owner. */
export interface Claims<O> {
  /**
   * Claims a file for an owner, and the folders above it.
   *
   * @param path of the file in the site, without a leading "/"
   * @returns the collision with an earlier claim, if there is one: then the new claim is not recorded
   */
  readonly claim: (path: string, owner: O) => Collision<O> | undefined;
  /** Finds the collision that a claim to this file would have. Records nothing. */
  readonly find: (path: string) => Collision<O> | undefined;
}

/** A collision with an earlier claim. */
export interface Collision<O> {
  /** The owner of the earlier claim. */
  readonly owner: O;
  /** The file or folder that the two would share, as the earlier claim spells it. */
  readonly name: string;
  /**
   * What the two would share: one file; a name that is a file for one and a folder for the other; or one folder, which
   * the two spell in different ways.
   */
  readonly kind: "file" | "file and folder" | "folder";
}

/**
 * Creates an empty record of claims. Everything that is published claims its file: pages, redirects, pictures, feeds.
 * Two claims collide if any disk would mix them up, so that a site is the same wherever it is built.
 */
export function createClaims<O>(): Claims<O> {
  const files = new Map<string, Claim<O>>();
  const folders = new Map<string, Claim<O>>();
  const find = (path: string): Collision<O> | undefined => {
    const key = toFileKey(path);
    const file = files.get(key);
    if (file) return { ...file, kind: "file" };
    const folder = folders.get(key);
    if (folder) return { ...folder, kind: "file and folder" };
    for (const [parentKey, parent] of listParents(key, path)) {
      const fileAbove = files.get(parentKey);
      if (fileAbove) return { ...fileAbove, kind: "file and folder" };
      const folderAbove = folders.get(parentKey);
      if (folderAbove && folderAbove.name !== parent)
        return { owner: folderAbove.owner, name: cutAfterDifference(folderAbove.name, parent), kind: "folder" };
      // The folders above it were compared when it was claimed.
      if (folderAbove) return undefined;
    }
    return undefined;
  };
  const claim = (path: string, owner: O): Collision<O> | undefined => {
    const collision = find(path);
    if (collision) return collision;
    const key = toFileKey(path);
    files.set(key, { owner, name: path });
    for (const [parentKey, folder] of listParents(key, path)) {
      if (folders.has(parentKey)) break;
      folders.set(parentKey, { owner, name: folder });
    }
    return undefined;
  };
  return { claim, find };
}

type Claim<O> = Omit<Collision<O>, "kind">;

/** A folder, up to the first of its names that another path spells in another way. */
function cutAfterDifference(folder: string, other: string): string {
  const names = folder.split("/");
  const otherNames = other.split("/");
  return names.slice(0, names.findIndex((name, i) => name !== otherNames[i]) + 1).join("/");
}

/** The folders above a file, as keys and as they are spelled, from the innermost. */
function* listParents(key: string, path: string): Iterable<readonly [key: string, folder: string]> {
  let pathEnd = path.lastIndexOf("/");
  for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
    yield [key.slice(0, end), path.slice(0, pathEnd)];
    pathEnd = path.lastIndexOf("/", pathEnd - 1);
  }
}

/**
 * The key of a file: two paths have the same key if the disks of macOS or Windows can store them as one file. These
 * ignore case and the form of accents; Windows also drops dots and spaces at the end of a name.
 */
export function toFileKey(path: string): string {
  const key = isAscii.test(path) ? path.toLowerCase() : foldCase(path);
  return trailingDots.test(key) ? key.replace(allTrailingDots, "") : key;
}

// To capitals and back, because that also folds "ß" to "ss" and the final sigma to sigma, as APFS does.
function foldCase(path: string): string {
  return path.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}

const isAscii = /^[\0-\x7f]*$/;
const trailingDots = /[. ](?:\/|$)/;
const allTrailingDots = /[. ]+(?=\/|$)/g;

// Whether two sites publish the same. Only then is it fair to compare what they cost.

/** A difference that is no unfairness, and why. */
export interface Lawful {
  readonly what: string;
  readonly why: string;
  /** How many addresses it concerns, on both sides together. */
  readonly count: number;
}

export interface Comparison {
  readonly lawful: readonly Lawful[];
  /** Addresses that only one side publishes, for no reason that we know. With any of these there is no race. */
  readonly unlawful: readonly string[];
}

/** The published files of one site by their paths, and whether a file only leads to another address. */
export interface Published {
  readonly paths: readonly string[];
  readonly isRedirect: (path: string) => boolean;
}

/** Compares what both sides publish, by the paths of files. */
export function compareAddresses(dateline: Published, hugo: Published): Comparison {
  const aliases = hugo.paths.filter((path) => isPageOne(path) && hugo.isRedirect(path));
  const theirs = without(hugo.paths, aliases);
  const pages = comparePages(dateline.paths, theirs);
  const ours = new Set(dateline.paths.filter((path) => !isNumbered(path)));
  const others = new Set(theirs.filter((path) => !isNumbered(path)));
  return {
    lawful: [...pages.lawful, { ...firstPageAlias, count: aliases.length }].filter(({ count }) => count > 0),
    unlawful: [
      ...[...ours].filter((path) => !others.has(path)).map((path) => `only Dateline: /${path}`),
      ...[...others].filter((path) => !ours.has(path)).map((path) => `only Hugo: /${path}`),
      ...pages.unlawful,
    ].sort(),
  };
}

const firstPageAlias = {
  what: "/page/1/ of each list, by Hugo alone",
  why: "Older Hugo writes a redirect there and cannot be told not to; newer Hugo is told.",
};
const otherEnd = {
  what: "numbers of older pages of a list",
  why: "Dateline counts from the oldest and its newest page has no number; Hugo counts from the newest. As many pages, other numbers.",
};
const mergedPage = {
  what: "one numbered page fewer of a list, by Dateline",
  why: "Dateline's newest page of fewer than ten stories keeps the page before it; Hugo has no such rule. As many stories, one page less.",
};

/** Numbered pages are compared by their count in each list, which pins down the same stories on them. */
function comparePages(dateline: readonly string[], hugo: readonly string[]): Comparison {
  const [ours, theirs] = [numberedByList(dateline), numberedByList(hugo)];
  const lists = [...new Set([...ours.keys(), ...theirs.keys()])];
  const counts = lists.map((list) => ({
    list,
    our: ours.get(list) ?? new Set(),
    their: theirs.get(list) ?? new Set(),
  }));
  const merged = counts.filter(({ our, their }) => their.size === our.size + 1);
  const renumbered = counts.flatMap(({ our, their }) => [...our].filter((path) => !their.has(path)));
  return {
    lawful: [
      { ...otherEnd, count: renumbered.length },
      { ...mergedPage, count: merged.length },
    ],
    unlawful: counts
      .filter(({ our, their }) => their.size !== our.size && their.size !== our.size + 1)
      .map(({ list, our, their }) => `/${list}: ${our.size} numbered pages by Dateline, ${their.size} by Hugo`),
  };
}

function numberedByList(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  for (const path of paths.filter(isNumbered)) {
    const list = path.replace(numbered, "");
    lists.set(list, (lists.get(list) ?? new Set()).add(path));
  }
  return lists;
}

const numbered = /page\/\d+\/index\.html$/;

function isNumbered(path: string): boolean {
  return numbered.test(path);
}

function isPageOne(path: string): boolean {
  return path.endsWith("/page/1/index.html");
}

function without(paths: readonly string[], left: readonly string[]): readonly string[] {
  const out = new Set(left);
  return paths.filter((path) => !out.has(path));
}

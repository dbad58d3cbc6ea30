// Checks that two sites publish the same addresses: only then is comparing their costs fair.

/** A difference that does not make the race unfair, and why. */
export interface AcceptedDifference {
  readonly what: string;
  readonly why: string;
  /** The number of addresses concerned, on both sides together. */
  readonly count: number;
}

export interface AddressComparison {
  readonly accepted: readonly AcceptedDifference[];
  /** Addresses that only one side publishes for no known reason. If there are any, the race does not run. */
  readonly unexpected: readonly string[];
}

/** The paths of one site's published files, and which of them are redirects. */
export interface PublishedFiles {
  readonly paths: readonly string[];
  readonly isRedirect: (path: string) => boolean;
}

/** Compares the paths of the files that both sides publish. */
export function compareAddresses(dateline: PublishedFiles, hugo: PublishedFiles): AddressComparison {
  const firstPageAliases = hugo.paths.filter((path) => isPageOne(path) && hugo.isRedirect(path));
  const hugoPaths = removePaths(hugo.paths, firstPageAliases);
  const pageComparison = comparePages(dateline.paths, hugoPaths);
  const datelineNames = new Set(dateline.paths.filter((path) => !isNumbered(path)));
  const hugoNames = new Set(hugoPaths.filter((path) => !isNumbered(path)));
  return {
    accepted: [...pageComparison.accepted, { ...firstPageAlias, count: firstPageAliases.length }].filter(
      ({ count }) => count > 0,
    ),
    unexpected: [
      ...[...datelineNames].filter((path) => !hugoNames.has(path)).map((path) => `only Dateline: /${path}`),
      ...[...hugoNames].filter((path) => !datelineNames.has(path)).map((path) => `only Hugo: /${path}`),
      ...pageComparison.unexpected,
    ].sort(),
  };
}

const firstPageAlias = {
  what: "/page/1/ of each list, by Hugo alone",
  why: "Older Hugo always writes a redirect there; newer Hugo has a setting that turns it off.",
};
const oppositeNumbering = {
  what: "numbers of older pages of a list",
  why: "Dateline counts from the oldest and its newest page has no number; Hugo counts from the newest. The number of pages is the same.",
};
const mergedPage = {
  what: "one numbered page fewer in a list, by Dateline",
  why: "Dateline's newest page of fewer than ten stories also shows the stories of the page before it; Hugo has no such rule. The stories are the same.",
};

/** Compares the number of numbered pages in each list; equal numbers mean the same stories. */
function comparePages(dateline: readonly string[], hugo: readonly string[]): AddressComparison {
  const [datelinePages, hugoPages] = [groupNumberedPages(dateline), groupNumberedPages(hugo)];
  const lists = [...new Set([...datelinePages.keys(), ...hugoPages.keys()])];
  const counts = lists.map((list) => ({
    list,
    datelineNumbers: datelinePages.get(list) ?? new Set(),
    hugoNumbers: hugoPages.get(list) ?? new Set(),
  }));
  const mergedLists = counts.filter(
    ({ datelineNumbers, hugoNumbers }) => hugoNumbers.size === datelineNumbers.size + 1,
  );
  const renumberedPaths = counts.flatMap(({ datelineNumbers, hugoNumbers }) =>
    [...datelineNumbers].filter((path) => !hugoNumbers.has(path)),
  );
  return {
    accepted: [
      { ...oppositeNumbering, count: renumberedPaths.length },
      { ...mergedPage, count: mergedLists.length },
    ],
    unexpected: counts
      .filter(
        ({ datelineNumbers, hugoNumbers }) =>
          hugoNumbers.size !== datelineNumbers.size && hugoNumbers.size !== datelineNumbers.size + 1,
      )
      .map(
        ({ list, datelineNumbers, hugoNumbers }) =>
          `/${list}: ${datelineNumbers.size} numbered pages by Dateline, ${hugoNumbers.size} by Hugo`,
      ),
  };
}

function groupNumberedPages(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  for (const path of paths.filter(isNumbered)) {
    const list = path.replace(numberedPage, "");
    lists.set(list, (lists.get(list) ?? new Set()).add(path));
  }
  return lists;
}

const numberedPage = /page\/\d+\/index\.html$/;

function isNumbered(path: string): boolean {
  return numberedPage.test(path);
}

function isPageOne(path: string): boolean {
  return path.endsWith("/page/1/index.html");
}

function removePaths(paths: readonly string[], removed: readonly string[]): readonly string[] {
  const removedPaths = new Set(removed);
  return paths.filter((path) => !removedPaths.has(path));
}

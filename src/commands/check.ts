import { createLedger, findBrokenPromises } from "../publish/publish.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../site/site.ts";
import { NotInGit, withEarlierContent } from "./earlier-content.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Finds all problems in the content, and every address and feed id that was published at an earlier commit and would
 * disappear. Writes nothing.
 *
 * @param since the earlier commit; git is the ledger of everything published
 * @throws ContentProblems with all problems
 * @throws NotInGit if git does not know that commit
 */
export async function runCheck(siteOptions: SiteOptions, since: string, terminal: Terminal): Promise<void> {
  const currentSite = await planWholeSite(siteOptions);
  const earlierSite = await withEarlierContent(siteOptions.content, since, (content) =>
    planEarlierSite(since, { ...siteOptions, content }),
  );
  const problems = findBrokenPromises(listPromises(earlierSite), listPromises(currentSite));
  if (problems.length > 0) throw new ContentProblems(problems);
  terminal.print(`no problem in ${currentSite.pages.length} pages; every address since ${since} answers`);
}

/** Plans the site of an earlier commit. @throws NotInGit if its content has problems, since it was never published. */
async function planEarlierSite(since: string, siteOptions: SiteOptions): Promise<PlannedSite> {
  try {
    return await planWholeSite(siteOptions);
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    throw new NotInGit(
      `The content of ${since} has problems of its own, so it was never published. Name another commit.`,
    );
  }
}

function listPromises({ pages, articles }: PlannedSite): ReturnType<typeof createLedger> {
  const publishedAddresses = new Set<string>(pages.map(({ address }) => address));
  return createLedger(
    pages,
    articles.filter(({ address }) => publishedAddresses.has(address)),
  );
}

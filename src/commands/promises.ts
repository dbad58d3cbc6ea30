import { createLedger, findBrokenPromises } from "../publish/publish.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../site/site.ts";
import { UserError } from "../values/user-error.ts";
import { withEarlierContent } from "./git/earlier-content.ts";

/**
 * Plans the site, and checks that it keeps every address and feed id that was published at an earlier commit. Git is the
 * ledger of everything published.
 *
 * @returns the planned site
 * @throws ContentProblems with all problems of the content, or else all broken promises
 * @throws UserError if git does not know that commit, or its content was never published
 */
export async function checkPromises(siteOptions: SiteOptions, since: string): Promise<PlannedSite> {
  const currentSite = await planWholeSite(siteOptions);
  const earlierSite = await withEarlierContent(siteOptions.content, since, (content) =>
    planEarlierSite(since, { ...siteOptions, content }),
  );
  const problems = findBrokenPromises(listPromises(earlierSite), listPromises(currentSite));
  if (problems.length > 0) throw new ContentProblems(problems);
  return currentSite;
}

/** Plans the site of an earlier commit. @throws UserError if its content has problems, since it was never published. */
async function planEarlierSite(since: string, siteOptions: SiteOptions): Promise<PlannedSite> {
  try {
    return await planWholeSite(siteOptions);
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    throw new UserError(
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

import { createLedger, findBrokenPromises, type Ledger } from "../publish/publish.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../site/site.ts";
import { UserError } from "../values/user-error.ts";
import { withEarlierContent } from "./git/earlier-content.ts";

/** A site that keeps its promises, and what was compared: "every address since HEAD answers". */
interface CheckedSite extends PlannedSite {
  readonly comparison: string;
}

/**
 * Plans the site, and checks that it keeps every address and feed id that was published at an earlier commit. Git is the
 * ledger of everything published.
 *
 * @returns the planned site
 * @throws ContentProblems with all problems of the content, or else all broken promises
 * @throws UserError if git does not know that commit, or its content has problems
 */
export async function checkPromises(siteOptions: SiteOptions, since: string): Promise<CheckedSite> {
  const currentSite = await planWholeSite(siteOptions);
  const { content } = siteOptions;
  const earlierLedger = await withEarlierContent(content, since, async (folder) =>
    createSiteLedger(nameFiles(await planEarlierSite(since, { ...siteOptions, content: folder }), folder, content)),
  );
  // A folder that was just begun is in no repository, or in one whose first commit has no content.
  if ("missing" in earlierLedger) {
    return { ...currentSite, comparison: `${earlierLedger.missing}, so there was no address to compare` };
  }
  const problems = findBrokenPromises(earlierLedger.value, createSiteLedger(currentSite), {
    commit: since,
    contentFolder: content,
  });
  if (problems.length > 0) throw new ContentProblems(problems);
  return { ...currentSite, comparison: `every address since ${since} answers` };
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

function createSiteLedger(plannedSite: PlannedSite): Ledger {
  const publishedAddresses = new Set<string>(plannedSite.pages.map(({ address }) => address));
  const articles = plannedSite.articles.filter(({ address }) => publishedAddresses.has(address));
  return createLedger({ ...plannedSite, articles });
}

/** Names the files of articles as they are in the content folder, and not in the temporary folder they were read from. */
function nameFiles(plannedSite: PlannedSite, temporaryFolder: string, content: string): PlannedSite {
  const articles = plannedSite.articles.map((article) => ({
    ...article,
    file: content + article.file.slice(temporaryFolder.length),
  }));
  return { ...plannedSite, articles };
}

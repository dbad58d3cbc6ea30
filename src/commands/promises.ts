import { createLedger, findBrokenPromises, isOtherSite, type Ledger } from "../publish/publish.ts";
import { ContentProblems, type PlannedSite, planWholeSite, type SiteOptions } from "../site/site.ts";
import { withEarlierContent } from "./git/earlier-content.ts";

/** A planned site, what of an earlier one it lost, and what was compared: "every address since HEAD answers". */
export interface CheckedSite extends PlannedSite {
  readonly brokenPromises: ContentProblems | undefined;
  readonly comparison: string;
}

/**
 * Plans the site, and checks that it keeps every address and feed id that was published at an earlier commit. Git is the
 * ledger of everything published. Content with problems was never published: the last commit without any is compared.
 *
 * @throws ContentProblems with all problems of the content
 * @throws UserError if git does not know that commit
 */
export async function checkPromises(siteOptions: SiteOptions, since: string): Promise<CheckedSite> {
  const currentSite = await planWholeSite(siteOptions);
  const { content } = siteOptions;
  const earlier = await withEarlierContent(content, since, async (folder) => {
    const earlierSite = await planEarlierSite({ ...siteOptions, content: folder });
    return earlierSite && createSiteLedger(nameFiles(earlierSite, folder, content));
  });
  // A folder that was just begun is in no repository, or in one whose first commit has no content.
  if ("missing" in earlier) {
    const comparison = `${earlier.missing}, so there was no address to compare`;
    return { ...currentSite, brokenPromises: undefined, comparison };
  }
  const { value: earlierLedger, commit, passedOver } = earlier;
  const currentLedger = createSiteLedger(currentSite);
  if (isOtherSite(earlierLedger, currentLedger)) {
    const comparison = `${commit} has another site, ${earlierLedger.site.authority}, so there was no address to compare`;
    return { ...currentSite, brokenPromises: undefined, comparison };
  }
  const problems = findBrokenPromises(earlierLedger, currentLedger, { commit, contentFolder: content });
  const brokenPromises = problems.length > 0 ? new ContentProblems(problems) : undefined;
  const compared = brokenPromises ? `compared with ${commit}` : `every address since ${commit} answers`;
  const reason =
    passedOver && ` (${passedOver} passed over: content with problems by today's rules was never published)`;
  return { ...currentSite, brokenPromises, comparison: `${compared}${reason ?? ""}` };
}

/** Plans the site of an earlier commit; undefined if its content has problems. */
async function planEarlierSite(siteOptions: SiteOptions): Promise<PlannedSite | undefined> {
  try {
    return await planWholeSite(siteOptions);
  } catch (error) {
    if (error instanceof ContentProblems) return undefined;
    throw error;
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

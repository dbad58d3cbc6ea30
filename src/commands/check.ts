import { brokenPromises, promisedBy } from "../publish/publish.ts";
import { type PlannedSite, ProblemsFound, plannedSite, type Wanted } from "../site/site.ts";
import { NotInGit, withEarlierContent } from "./earlier-content.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Finds all problems in the content, and every address and feed id that was published at an earlier commit and would
 * vanish. Writes nothing.
 *
 * @param since the earlier commit; git is the ledger of what was ever published
 * @throws ProblemsFound with all of them
 * @throws NotInGit where git does not know that commit
 */
export async function check(wanted: Wanted, since: string, terminal: Terminal): Promise<void> {
  const today = await plannedSite(wanted);
  const earlier = await withEarlierContent(wanted.content, since, (content) =>
    publishedAt(since, { ...wanted, content }),
  );
  const broken = brokenPromises(promised(earlier), promised(today));
  if (broken.length > 0) throw new ProblemsFound(broken);
  terminal.print(`no problem in ${today.pages.length} pages; every address since ${since} answers`);
}

/** What was published of an earlier content. @throws NotInGit where it had problems, so that nothing ever was. */
async function publishedAt(since: string, wanted: Wanted): Promise<PlannedSite> {
  try {
    return await plannedSite(wanted);
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    throw new NotInGit(
      `The content of ${since} has problems of its own, so it was never published. Name another commit.`,
    );
  }
}

function promised({ pages, articles }: PlannedSite): ReturnType<typeof promisedBy> {
  const published = new Set<string>(pages.map(({ address }) => address));
  return promisedBy(
    pages,
    articles.filter(({ address }) => published.has(address)),
  );
}

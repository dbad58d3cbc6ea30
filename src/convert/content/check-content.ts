import { existsSync } from "node:fs";
import { join } from "node:path";
import { createTextContext, getSourceGroup, parseSettings, parseTexts } from "../../parse/parse.ts";
import { isDocumentPath, readContentFiles } from "../../read/read.ts";
import { ContentProblems, planWholeSite } from "../../site/site.ts";
import type { Instant } from "../../values/instant.ts";
import { groupBy } from "../../values/memory/group-by.ts";
import type { Problem } from "../../values/problem.ts";

/**
 * Finds the problems that texts have by themselves.
 *
 * @param texts their paths in the content folder
 * @param media the paths of all pictures and documents
 */
export function findTextProblems(
  content: string,
  texts: readonly string[],
  media: readonly string[],
): readonly Problem[] {
  const read = (paths: readonly string[], mediaPaths: readonly string[]) =>
    readContentFiles({
      folder: content,
      texts: paths,
      pictures: mediaPaths.filter((path) => !isDocumentPath(path)),
      documents: mediaPaths.filter(isDocumentPath),
      unread: [],
      problems: [],
    });
  const settings = parseSettings(read(["site.yaml", "tags.yaml"], []).content);
  const mediaByGroup = groupBy(media, getSourceGroup);
  const groups = [
    ...groupBy(
      texts.filter((path) => existsSync(join(content, path))),
      getSourceGroup,
    ),
  ];
  return groups.flatMap(([group, paths]) => {
    const files = read(paths, mediaByGroup.get(group) ?? []);
    const parsed = parseTexts(files.content.texts, createTextContext(settings.value, group, files.content));
    return [...settings.problems, ...files.problems, ...parsed.flatMap(({ problems }) => problems)];
  });
}

/** Finds all problems of the content, as `dateline check` does: also those of links, aliases and ids. */
export async function findAllProblems(content: string, now: Instant): Promise<readonly Problem[]> {
  try {
    await planWholeSite({ content, cache: join(content, "../.cache"), links: undefined, now });
    return [];
  } catch (error) {
    if (error instanceof ContentProblems) return error.problems;
    throw error;
  }
}

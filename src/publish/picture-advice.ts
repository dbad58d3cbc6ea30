import { type Problem, toFileStart } from "../values/problem.ts";
import type { Ledger } from "./ledger.ts";

/** The commit that was published, and the content folder as messages name it. */
export interface EarlierCommit {
  readonly commit: string;
  readonly contentFolder: string;
}

/** Finds pictures whose files would be gone, with the command that keeps each. */
export function findLostPictures(
  previous: Ledger,
  current: Ledger,
  { commit, contentFolder }: EarlierCommit,
): readonly Problem[] {
  const takenPaths = new Set(current.pictures.values());
  const lost = [...previous.pictures].filter(([stem]) => !current.pictures.has(stem)).map(([, path]) => path);
  return lost.sort().map((path) => {
    const keptPath = chooseKeptPath(path, takenPaths);
    takenPaths.add(keptPath);
    const source = quoteForShell(`${commit}:./${path}`);
    const target = quoteForShell(`${contentFolder}/${keptPath}`);
    return {
      at: toFileStart(`${contentFolder}/${path}`),
      what: "picture: its earlier bytes were published, and feeds, mails and link previews name files that would be gone.",
      advice: `Keep them beside it: git -C ${quoteForShell(contentFolder)} show ${source} >${target}`,
    };
  });
}

/** "2024/07/11/map.kept.png", or with a number if that is taken. */
function chooseKeptPath(path: string, takenPaths: ReadonlySet<string>): string {
  const [, base = path, extension = ""] = /^(.*?)(?:\.kept(?:-\d+)?)?(\.[^./]+)$/.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const keptPath = `${base}.kept${number === 1 ? "" : `-${number}`}${extension}`;
    if (!takenPaths.has(keptPath)) return keptPath;
  }
}

function quoteForShell(text: string): string {
  return /^[\w./:@~^-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

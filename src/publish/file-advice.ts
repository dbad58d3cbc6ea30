import { toReadableAddress } from "../values/address.ts";
import { type Problem, toFileStart } from "../values/problem.ts";
import type { Ledger } from "./ledger.ts";

/** The commit that was published, and the content folder as messages name it. */
export interface EarlierCommit {
  readonly commit: string;
  readonly contentFolder: string;
}

/** Finds pictures and documents whose files would be gone, with the command that keeps each. */
export function findLostMedia(
  previous: Ledger,
  current: Ledger,
  { commit, contentFolder }: EarlierCommit,
): readonly Problem[] {
  const takenPaths = new Set([...current.pictures.values(), ...current.documents.values()]);
  const lostPictures = [...previous.pictures].filter(([stem]) => !current.pictures.has(stem)).map(([, path]) => path);
  const lostDocuments = [...previous.documents]
    .filter(([address]) => !current.documents.has(address))
    .map(([, path]) => path);
  const kinds = new Map([
    ...lostPictures.map((path) => [path, "picture"] as const),
    ...lostDocuments.map((path) => [path, "document"] as const),
  ]);
  return [...kinds.keys()].sort().map((path) => {
    const keptPath = chooseKeptPath(path, takenPaths);
    takenPaths.add(keptPath);
    const source = quoteForShell(`${commit}:./${path}`);
    const target = quoteForShell(`${contentFolder}/${keptPath}`);
    return {
      at: toFileStart(`${contentFolder}/${path}`),
      what: `${kinds.get(path)}: its earlier bytes were published, and feeds, mails and link previews name files that would be gone.`,
      advice: `Keep them beside it: git -C ${quoteForShell(contentFolder)} show ${source} >${target}`,
    };
  });
}

/** Finds static files whose address would not answer any more, with the command that restores each. */
export function findLostStaticFiles(
  previous: Ledger,
  current: Ledger,
  { commit, contentFolder }: EarlierCommit,
): readonly Problem[] {
  const lost = [...previous.staticFiles].filter(([address]) => !current.addresses.has(address));
  return lost.map(([address, path]) => ({
    at: toFileStart(`${contentFolder}/${path}`),
    what: `static: ${toReadableAddress(address)} was published and would be gone.`,
    advice: `Restore the file: git -C ${quoteForShell(contentFolder)} checkout ${quoteForShell(commit)} -- ${quoteForShell(path)}`,
  }));
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

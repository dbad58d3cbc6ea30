// In: the content folder. Out: its site with drafts and scheduled articles, served on this machine and rebuilt after
// each save.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getFileKind } from "../disk/disk.ts";
import { locateOutput, releaseAbandonedLock, removeTraces } from "../publish/publish.ts";
import type { SiteOptions } from "../site/site.ts";
import { packageRoot } from "../values/package-root.ts";
import { UserError } from "../values/user-error.ts";
import { buildPreviews } from "./builder.ts";
import { type BuildCallbacks, type PreviewOutcome, startBuilder } from "./building.ts";
import { watchFolders } from "./changes.ts";
import type { ListenOptions } from "./listening.ts";
import { startPreviewServer } from "./server.ts";

export { buildPreviews, type ListenOptions, type PreviewOutcome };

/** The options and callbacks of a preview. */
export interface PreviewOptions extends BuildCallbacks, ListenOptions {
  /** Called before each build, because `now` changes. */
  readonly getSiteOptions: () => SiteOptions;
  /** Called once with the URL of the preview, after the first build. */
  readonly onReady: (url: string) => void;
  /** Called after each build, with the milliseconds that it took, including the reload of the browsers. */
  readonly onBuilt: (outcome: PreviewOutcome, milliseconds: number) => void;
  /** Stops the preview. */
  readonly signal: AbortSignal;
}

/**
 * Serves a preview until it is stopped. It uses the same incremental build as the site, but writes to a folder in the
 * cache, never to the output folder, so that no draft can be deployed. If a build fails, the pages of the last good
 * build stay and show the problems.
 *
 * Builds run in a child process, so that pages are served meanwhile. If the code or a layout changes, a new process
 * replaces it.
 *
 * @throws UserError if no port is free, or if the host is not an address of this machine
 */
export async function runPreview({
  getSiteOptions,
  host,
  port,
  onReady,
  onBuilt,
  signal,
  ...callbacks
}: PreviewOptions): Promise<void> {
  const { content, cache } = getSiteOptions();
  const folder = preparePreviewFolder(cache);
  const server = await startPreviewServer(join(folder, "site"), { host, port });
  if (server.isPublic) callbacks.onNotice(describeExposure(host));
  let builder = startBuilder(callbacks);
  signal.addEventListener("abort", () => builder.stop());
  let isFirstBuild = true;
  try {
    for await (const changedFolders of watchFolders([content, ...codeFolders], signal)) {
      const start = performance.now();
      if (builder.hasExited() || codeFolders.some((path) => changedFolders.has(path))) {
        await builder.stop();
        if (signal.aborted) break;
        builder = startBuilder(callbacks);
      }
      const outcome = await builder.build({ ...getSiteOptions(), cache: folder, output: join(folder, "site") });
      if (signal.aborted) break;
      server.showOutcome(outcome);
      onBuilt(outcome, performance.now() - start);
      if (isFirstBuild) onReady(server.url);
      isFirstBuild = false;
    }
  } finally {
    await builder.stop();
    // What a builder leaves that had to be killed in the middle of a build.
    releaseAbandonedLock(join(folder, "lock"));
    removeTraces(locateOutput(join(folder, "site")));
    await server.close();
  }
}

function describeExposure(host: string | undefined): string {
  return `Warning: with --host ${host}, all who can reach this machine can read drafts and scheduled articles.`;
}

/**
 * The folders with the code of the site; none in a package, whose code does not change. A running process keeps the code
 * that it has loaded.
 */
const codeFolders = existsSync(new URL("src/cli.ts", packageRoot))
  ? ["src", "layouts"].map((name) => fileURLToPath(new URL(name, packageRoot)))
  : [];

/** Creates the folder for the site and the cache of a preview, and returns its path. */
function preparePreviewFolder(cache: string): string {
  const folder = join(cache, "preview");
  // Least of all to the site that is published: drafts would be in it.
  for (const path of [folder, join(folder, "site"), join(cache, "images")])
    if (getFileKind(path) === "link")
      throw new UserError(`${path} is a link, and links in the cache are not followed. Delete it.`);
  for (const path of [folder, join(cache, "images")]) mkdirSync(path, { recursive: true });
  // Encoding pictures is slow, and they are cached by the hash of their source, so previews and builds share them.
  if (!existsSync(join(folder, "images"))) symlinkSync("../images", join(folder, "images"), "junction");
  return folder;
}

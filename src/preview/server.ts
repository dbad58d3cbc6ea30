import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { hasErrorCode, tryReadFile } from "../disk/disk.ts";
import { toOutputPath } from "../values/address.ts";
import { ownFiles } from "../values/own-addresses.ts";
import { UserError } from "../values/user-error.ts";
import type { PreviewOutcome } from "./building.ts";
import { renderWaitingPage, toPreviewPage } from "./pages.ts";

/** The running server of a preview. */
export interface PreviewServer {
  readonly url: string;
  /** Reloads all browsers, which then show the result of the last build. */
  readonly showOutcome: (outcome: PreviewOutcome) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder with Eleventy's dev server, which reloads pages in the browser.
 *
 * @param site the folder; while it does not exist, every address shows a waiting page
 * @throws UserError if neither the port nor any of the next few is free
 */
export async function startPreviewServer(site: string, port: number): Promise<PreviewServer> {
  let lastOutcome: PreviewOutcome | undefined;
  let lastRequestAt = Number.NEGATIVE_INFINITY;
  let reloadTimer: NodeJS.Timeout | undefined;
  const { default: devServer } = await import("@11ty/eleventy-dev-server");
  const server = devServer.getServer("dateline", site, {
    // Reloads the whole page, as readers load it, instead of patching the changed elements into the old page.
    domDiff: false,
    messageOnStart: () => false,
    logger: { info: discardLine, log: discardLine, error: discardLine },
    onRequest: {
      "/*": ({ url }) => {
        lastRequestAt = performance.now();
        return findResponse(site, url.pathname, lastOutcome);
      },
    },
  });
  server.serve(await findFreePort(port));
  await server.ready();
  return {
    url: server.getServerUrl("localhost"),
    showOutcome: (outcome) => {
      lastOutcome = outcome;
      server.reload();
      // A page that was requested just now may be old and not yet connected, so it needs a second reload.
      clearTimeout(reloadTimer);
      if (performance.now() - lastRequestAt < secondReloadMilliseconds)
        reloadTimer = setTimeout(() => server.reload(), secondReloadMilliseconds);
    },
    close: () => {
      clearTimeout(reloadTimer);
      return server.close();
    },
  };
}

const secondReloadMilliseconds = 1000;

function discardLine(): void {}

/** The response to a request for a page; undefined for other files and for a folder without its "/". */
function findResponse(site: string, path: string, lastOutcome: PreviewOutcome | undefined) {
  if (!existsSync(site)) return createHtmlResponse(503, renderWaitingPage(lastOutcome));
  if (!/(?:\/|\.html)$/.test(path)) return undefined;
  // The path is not decoded, so it cannot lead out of the site folder.
  // A running build may have just removed the file.
  const html = tryReadFile(join(site, path.replace(/\/$/, "/index.html")))?.toString();
  if (html !== undefined) return createHtmlResponse(200, toPreviewPage(html, lastOutcome));
  const notFoundHtml = tryReadFile(join(site, toOutputPath(ownFiles.missing)))?.toString();
  return notFoundHtml === undefined
    ? createHtmlResponse(503, renderWaitingPage(lastOutcome))
    : createHtmlResponse(404, toPreviewPage(notFoundHtml, lastOutcome));
}

function createHtmlResponse(status: number, body: string) {
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}

async function findFreePort(firstPort: number): Promise<number> {
  const lastPort = Math.min(65535, firstPort + portAttempts - 1);
  for (let port = firstPort; port <= lastPort; port++) if (await isPortFree(port)) return port;
  throw new UserError(`Ports ${firstPort} to ${lastPort} are in use. Choose another: --port NUMBER`);
}

const portAttempts = 10;

async function isPortFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EADDRINUSE")) return false;
    throw error;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

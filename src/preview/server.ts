import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Outcome } from "./building.ts";
import { notYet, previewed } from "./pages.ts";

/** None of the ports that were tried is free. */
export class NoPort extends Error {}

/** A server of a preview. */
export interface PreviewServer {
  readonly url: string;
  /** Has all browsers load their pages again, with what came of the last build. */
  readonly show: (outcome: Outcome) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder by Eleventy's own server, which reloads pages in the browser.
 *
 * @param site need not be there yet: until it is, every page says so
 * @throws NoPort where neither the port nor any of the next few is free
 */
export async function previewServer(site: string, port: number): Promise<PreviewServer> {
  let last: Outcome | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let again: NodeJS.Timeout | undefined;
  const { default: devServer } = await import("@11ty/eleventy-dev-server");
  const server = devServer.getServer("dateline", site, {
    // A page is loaded anew, as its readers load it; what is the same in both is not patched into the old one.
    domDiff: false,
    messageOnStart: () => false,
    logger: { info: silent, log: silent, error: silent },
    onRequest: {
      "/*": ({ url }) => {
        askedAt = performance.now();
        return pageAt(site, url.pathname, last);
      },
    },
  });
  server.serve(await freePort(port));
  await server.ready();
  return {
    url: server.getServerUrl("localhost"),
    show: (outcome) => {
      last = outcome;
      server.reload();
      // A page that was asked for just now may be the old one, and not listen yet.
      clearTimeout(again);
      if (performance.now() - askedAt < settledMilliseconds)
        again = setTimeout(() => server.reload(), settledMilliseconds);
    },
    close: () => {
      clearTimeout(again);
      return server.close();
    },
  };
}

const settledMilliseconds = 1000;

function silent(): void {}

/** The answer to a browser that asks for a page; undefined where it asks for another file, or a folder without its "/". */
function pageAt(site: string, path: string, last: Outcome | undefined) {
  if (!existsSync(site)) return page(503, notYet(last));
  if (!/(?:\/|\.html)$/.test(path)) return undefined;
  // As it was asked for, not decoded: so it cannot lead out of the site.
  const found = textOf(join(site, path.replace(/\/$/, "/index.html")));
  if (found !== undefined) return page(200, previewed(found, last));
  const missing = textOf(join(site, "404.html"));
  return missing === undefined ? page(503, notYet(last)) : page(404, previewed(missing, last));
}

/** undefined where there is no such file: perhaps not any more, for a build may be at work. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function page(status: number, body: string) {
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}

async function freePort(wanted: number): Promise<number> {
  const most = Math.min(65535, wanted + portsTried - 1);
  for (let port = wanted; port <= most; port++) if (await isFree(port)) return port;
  throw new NoPort(`The ports ${wanted} to ${most} are taken by other programs. Name another: --port NUMBER`);
}

const portsTried = 10;

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** A plain web server, as people deploy to: it serves files and knows nothing of the site. */
export interface StaticServer {
  /** Where the site begins; ends with "/". */
  readonly url: string;
  /** The path of every request that came, in order. */
  readonly requests: readonly string[];
}

/**
 * Serves a folder on this machine for as long as `use` lasts.
 *
 * @param base the path under which the site lives, such as "/mirror/dateline/"; everything else is not found
 */
export async function served<T>(folder: string, base: string, use: (server: StaticServer) => Promise<T>): Promise<T> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(folder, base, request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    return await use({ url: `http://127.0.0.1:${port}${base}`, requests });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".xml": "application/xml",
  ".opml": "text/x-opml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
  const found = path.startsWith(base) && existsSync(file);
  if (found && statSync(file).isDirectory()) {
    response.writeHead(301, { location: `${path}/` }).end();
  } else if (found) {
    const type = mediaTypes[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  } else {
    response.writeHead(404, { "content-type": mediaTypes[".html"] }).end(readFileSync(join(folder, "404.html")));
  }
}

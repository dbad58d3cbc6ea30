import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join } from "node:path";
import { temporaryFolder } from "./folders.ts";

/** A plain web server, as people deploy to: it serves files and knows nothing of the site. */
export interface StaticServer {
  /** Where the site begins; ends with "/". */
  readonly url: string;
  /** The path of every request that came, in order. */
  readonly requests: readonly string[];
  /** From now on everybody is sent on, for good (301), to the same place of a site that ends with "/" as this one does. */
  readonly moveTo: (url: string) => void;
}

/**
 * Serves a folder on this machine for as long as `use` lasts.
 *
 * @param base the path under which the site lives, such as "/mirror/dateline/"; everything else is not found
 */
export function served<T>(folder: string, base: string, use: (server: StaticServer) => Promise<T>): Promise<T> {
  return listening(folder, base, { host: "http://127.0.0.1", server: createServer }, use);
}

/** The same by https, at another host: "https://localhost:1234/news/". Who trusts `certificate` (a file) trusts it. */
export function servedSecurely<T>(
  folder: string,
  base: string,
  use: (server: StaticServer & { readonly certificate: string }) => Promise<T>,
): Promise<T> {
  const { key, certificate } = localhostCertificate();
  const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
  const kind = { host: "https://localhost", server: (answer: RequestListener) => createSecureServer(pair, answer) };
  return listening(folder, base, kind, (server) => use({ ...server, certificate }));
}

interface Kind {
  readonly host: string;
  readonly server: (answer: RequestListener) => Server;
}

async function listening<T>(
  folder: string,
  base: string,
  kind: Kind,
  use: (server: StaticServer) => Promise<T>,
): Promise<T> {
  const requests: string[] = [];
  let movedTo: string | undefined;
  const server = kind.server((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    if (movedTo === undefined) answer(folder, base, request, response);
    else response.writeHead(301, { location: movedTo + path.slice(base.length) }).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const moveTo = (url: string) => {
    movedTo = url;
  };
  try {
    return await use({ url: `${kind.host}:${port}${base}`, requests, moveTo });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A certificate for this machine that it gives itself, good for a day. */
function localhostCertificate(): { readonly key: string; readonly certificate: string } {
  const folder = temporaryFolder();
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const kind = ["-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "1"];
  const owner = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync("/usr/bin/openssl", ["req", ...kind, ...owner, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  return { key, certificate };
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

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join } from "node:path";
import { createTemporaryFolder } from "./folders.ts";

/** A plain static web server, which has no knowledge of the site. */
export interface StaticServer {
  /** The URL of the site's root; ends with "/". */
  readonly url: string;
  /** The path of every request, in order. */
  readonly requests: readonly string[];
  /** From now on redirects every request permanently (301) to the same path below another URL, which ends with "/". */
  readonly redirectTo: (url: string) => void;
}

/**
 * Serves a folder on this machine until `use` ends.
 *
 * @param base the path of the site's root, such as "/mirror/dateline/"; other paths give 404
 */
export function withServer<T>(folder: string, base: string, use: (server: StaticServer) => Promise<T>): Promise<T> {
  return withListeningServer(folder, base, { host: "http://127.0.0.1", server: createServer }, use);
}

/**
 * The same with HTTPS and another host: "https://localhost:1234/news/". `certificate` is the file that clients must
 * trust.
 */
export function withSecureServer<T>(
  folder: string,
  base: string,
  use: (server: StaticServer & { readonly certificate: string }) => Promise<T>,
): Promise<T> {
  const { key, certificate } = createLocalhostCertificate();
  const credentials = { key: readFileSync(key), cert: readFileSync(certificate) };
  const serverKind = {
    host: "https://localhost",
    server: (listener: RequestListener) => createSecureServer(credentials, listener),
  };
  return withListeningServer(folder, base, serverKind, (server) => use({ ...server, certificate }));
}

interface ServerKind {
  readonly host: string;
  readonly server: (listener: RequestListener) => Server;
}

async function withListeningServer<T>(
  folder: string,
  base: string,
  serverKind: ServerKind,
  use: (server: StaticServer) => Promise<T>,
): Promise<T> {
  const requests: string[] = [];
  let redirectUrl: string | undefined;
  const server = serverKind.server((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    if (redirectUrl === undefined) serveFile(folder, base, request, response);
    else response.writeHead(301, { location: redirectUrl + path.slice(base.length) }).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const redirectTo = (url: string) => {
    redirectUrl = url;
  };
  try {
    return await use({ url: `${serverKind.host}:${port}${base}`, requests, redirectTo });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Creates a self-signed certificate for localhost that is valid for one day. */
function createLocalhostCertificate(): { readonly key: string; readonly certificate: string } {
  const folder = createTemporaryFolder();
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const keyOptions = ["-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "1"];
  const subjectOptions = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync("/usr/bin/openssl", ["req", ...keyOptions, ...subjectOptions, "-keyout", key, "-out", certificate], {
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

function serveFile(folder: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
  const exists = path.startsWith(base) && existsSync(file);
  if (exists && statSync(file).isDirectory()) {
    response.writeHead(301, { location: `${path}/` }).end();
  } else if (exists) {
    const type = mediaTypes[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  } else {
    response.writeHead(404, { "content-type": mediaTypes[".html"] }).end(readFileSync(join(folder, "404.html")));
  }
}

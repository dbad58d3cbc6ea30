import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** What a request asks for, or why it gets no answer. */
export type CheckedRequest =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** The answer to a request that is refused. */
export interface Refusal {
  readonly status: 400 | 405;
  /** One sentence for the person who sees it in a browser. */
  readonly reason: string;
}

/** The `Host` headers that a preview accepts: "localhost:8080". */
export type HostCheck = (hostHeader: string) => boolean;

/**
 * Makes the check of `Host` headers. A page of another site can have its own name resolve to this machine (DNS
 * rebinding) and would then be allowed to read what it loads under that name; its requests carry that name.
 *
 * @param host the host that the preview listens on, as it stands in a URL; undefined: this machine alone
 */
export function createHostCheck(host: string | undefined, port: number): HostCheck {
  const names = ["localhost", "127.0.0.1", "[::1]", ...(host === undefined ? [] : [host])];
  const hasPort = (hostHeader: string) => hostHeader.endsWith(`:${port}`);
  const getName = (hostHeader: string) => hostHeader.slice(0, -`:${port}`.length);
  // On all interfaces the preview has addresses that it does not know, behind a container's port for example. An IP
  // address cannot be rebound.
  const isAnyAddress = (name: string) =>
    isWildcard(host) && isIP(name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name) !== 0;
  return (hostHeader) => {
    const header = port === 80 && !/:\d+$/.test(hostHeader) ? `${hostHeader}:80` : hostHeader;
    const name = getName(header).toLowerCase();
    return hasPort(header) && (names.includes(name) || isAnyAddress(name));
  };
}

/** Whether a host means all interfaces of this machine. */
export function isWildcard(host: string | undefined): boolean {
  return host === "0.0.0.0" || host === "[::]";
}

/** Checks all that a client decides about a request for a file. */
export function checkRequest(request: IncomingMessage, isOwnHost: HostCheck): CheckedRequest {
  const [host = "", ...otherHosts] = request.headersDistinct.host ?? [];
  const path = parsePath(request.url ?? "");
  if (otherHosts.length > 0 || !isOwnHost(host))
    return refuse(
      400,
      "This preview is not served under this name. To serve it to others: dateline dev --host ADDRESS",
    );
  if (path === undefined) return refuse(400, "This is not a valid address of a page.");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "A preview can only be read.");
  if (hasBody(request)) return refuse(400, "A request for a page has no body.");
  if (isFromOtherSite(request, host)) return refuse(400, "Pages of other sites may not load files of this preview.");
  return { ok: true, path };
}

/** Checks a request for a websocket (RFC 6455, 4.2.1). Browsers always send the origin of the page that asks for it. */
export function checkHandshake(request: IncomingMessage, isOwnHost: HostCheck): CheckedRequest {
  const { headers, method, httpVersion } = request;
  const checkedRequest = checkRequest(request, isOwnHost);
  if (!checkedRequest.ok) return checkedRequest;
  const isHandshake =
    method === "GET" &&
    httpVersion === "1.1" &&
    headers.upgrade?.toLowerCase() === "websocket" &&
    headers["sec-websocket-version"] === "13" &&
    /^[+/0-9A-Za-z]{22}==$/.test(headers["sec-websocket-key"] ?? "");
  if (!isHandshake) return refuse(400, "This is not a valid request for a websocket.");
  if (headers.origin === undefined) return refuse(400, "A request for a websocket needs an origin.");
  return checkedRequest;
}

function refuse(status: Refusal["status"], reason: string): CheckedRequest {
  return { ok: false, refusal: { status, reason } };
}

/**
 * The decoded path of a request target: "/2024/07/11/summit/". Undefined where browsers send no such target, or where a
 * disk could read another path in it than we do.
 */
function parsePath(target: string): string | undefined {
  const [, encodedPath = ""] = /^(\/[!"$->@-~]*)(?:\?[!"$-~]*)?$/.exec(target) ?? [];
  const path = decodePath(encodedPath);
  // A decoded "/" was part of a name, and "\" separates folders on Windows.
  if (path === undefined || /%2f/i.test(encodedPath) || /[\\\p{Cc}]/u.test(path)) return undefined;
  return path.startsWith("/") && !/\/\.{0,2}\/|\/\.{1,2}$/.test(path) ? path : undefined;
}

function decodePath(encodedPath: string): string | undefined {
  try {
    return decodeURIComponent(encodedPath);
  } catch {
    return undefined;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return (
    headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0 || "expect" in headers
  );
}

// Another site may link to the preview, so that it opens in a tab of its own. It may not embed or fetch files of it, even
// though the browser would not let it read them.
function isFromOtherSite({ headers }: IncomingMessage, host: string): boolean {
  if (headers.origin !== undefined && headers.origin !== `http://${host.toLowerCase()}`) return true;
  const isOwnPage = ["same-origin", "none", undefined].includes(getText(headers["sec-fetch-site"]));
  return !isOwnPage && !(headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document");
}

function getText(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "object" ? header.join(", ") : header;
}

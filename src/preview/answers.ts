import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { previewAssets } from "./assets.ts";
import { isFolderInside, type OpenFile, openFileInside } from "./files.ts";
import { getMediaType } from "./media-types.ts";
import { renderWaitingPage, type ShownBuild, toPreviewPage } from "./pages.ts";
import type { Refusal } from "./requests.ts";

/** Answers with a reason in plain text. */
export function sendRefusal(response: ServerResponse, { status, reason }: Refusal): void {
  sendText(response, status, plainText, `${reason}\n`, status === 405 ? { Allow: "GET, HEAD" } : {});
}

/** Answers where a file of the site could not be read. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else sendText(response, 500, plainText, `${error instanceof Error ? error.message : error}\n`);
}

/**
 * Answers a request for a file of a site, or with its page for addresses that do not exist. While the site does not
 * exist, every address shows a waiting page.
 *
 * @param path the checked path of the request
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  site: string,
  path: string,
  build: ShownBuild,
): Promise<void> {
  const asset = previewAssets.get(path);
  if (asset !== undefined) return sendText(response, 200, getMediaType(path), asset);
  const filePath = path.endsWith("/") ? `${path}index.html` : path;
  const file = await openFileInside(site, filePath);
  if (!file) return sendMissing(request, response, site, path, build);
  try {
    if (!getMediaType(filePath).startsWith("text/html")) await sendBytes(request, response, file, filePath);
    else sendPage(response, 200, toPreviewPage(await file.handle.readFile("utf8"), build));
  } finally {
    await file.handle.close();
  }
}

async function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  site: string,
  path: string,
  build: ShownBuild,
): Promise<void> {
  if (!path.endsWith("/") && (await isFolderInside(site, path))) {
    const [encodedPath, ...query] = (request.url ?? "").split("?");
    const location = [`${encodedPath}/`, ...query].join("?");
    return sendText(response, 302, plainText, `${location}\n`, { Location: location });
  }
  const notFoundPage = await openFileInside(site, "/404.html");
  if (!notFoundPage) return sendPage(response, 503, renderWaitingPage(build));
  try {
    sendPage(response, 404, toPreviewPage(await notFoundPage.handle.readFile("utf8"), build));
  } finally {
    await notFoundPage.handle.close();
  }
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  sendText(response, status, getMediaType("page.html"), html);
}

function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const bytes = Buffer.from(text);
  const lengthAndType = { "Content-Type": type, "Content-Length": bytes.length };
  response.writeHead(status, { ...commonHeaders, ...lengthAndType, ...headers }).end(bytes);
}

/** Sends a file, or the part of it that the request asks for: Safari plays sound only in parts. */
async function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, size }: OpenFile,
  filePath: string,
): Promise<void> {
  const range = parseRange(request.headers.range, size);
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const isSatisfiable = first <= last || range === undefined;
  response.writeHead(range === undefined ? 200 : isSatisfiable ? 206 : 416, {
    ...commonHeaders,
    "Accept-Ranges": "bytes",
    "Content-Type": getMediaType(filePath),
    "Content-Length": isSatisfiable ? last - first + 1 : 0,
    ...(range && { "Content-Range": `bytes ${isSatisfiable ? `${first}-${last}` : "*"}/${size}` }),
  });
  if (request.method === "HEAD" || first > last) return void response.end();
  // It fails if the client goes away, which is not an error of the preview.
  await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), response).catch(() =>
    response.destroy(),
  );
}

interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** The one range of a `Range` header (RFC 9110, 14.1.2); undefined if there is none, or several: then all is sent. */
function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "") return last === "" ? undefined : { first: Math.max(0, size - Number(last)), last: size - 1 };
  if (last !== "" && Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Math.min(size - 1, last === "" ? size - 1 : Number(last)) };
}

const plainText = getMediaType("reason.txt");

const commonHeaders: OutgoingHttpHeaders = {
  // Drafts stay out of the browser's cache, and a page always shows the last build.
  "Cache-Control": "no-store",
  // One connection, one request: a client cannot queue thousands of answers that it does not read.
  Connection: "close",
  // Pages of other sites can neither embed nor frame a draft, nor keep a handle on its window.
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
};

import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Refusal } from "./requests.ts";

/**
 * Keeps a set of connections within a limit: a new one takes the place of the oldest, so that clients that connect and
 * send nothing cannot keep others out.
 */
export function addConnection(connections: Set<Duplex>, connection: Duplex, limit: number): void {
  connections.add(connection);
  connection.once("close", () => connections.delete(connection));
  const [oldest] = connections;
  if (connections.size > limit) oldest?.destroy();
}

/** Sends last bytes and closes a connection, whatever its client does. */
export function endConnection(connection: Duplex, lastBytes: string | Buffer): void {
  connection.on("error", ignoreError);
  connection.end(lastBytes);
  // Closing at once would reset the connection if there are bytes that nobody has read, and the client might then lose
  // the answer.
  connection.resume();
  const timer = setTimeout(() => connection.destroy(), closingMilliseconds);
  connection.once("close", () => clearTimeout(timer));
}

const closingMilliseconds = 1000;

/** Refuses a request for which Node makes no response object. */
export function refuseConnection(connection: Duplex, { status, reason }: Refusal | Timeout): void {
  const headers = ["Content-Type: text/plain; charset=utf-8", `Content-Length: ${reason.length + 1}`];
  const lines = [`HTTP/1.1 ${status} ${statusTexts[status]}`, ...headers, "Connection: close", "", `${reason}\n`];
  endConnection(connection, lines.join("\r\n"));
}

interface Timeout {
  readonly status: 408;
  readonly reason: string;
}

const statusTexts = { 400: "Bad Request", 405: "Method Not Allowed", 408: "Request Timeout" };

/**
 * Answers what Node cannot read as a request.
 *
 * @param answeredConnections those whose first request has an answer, which closes them; more are added
 */
export function refuseUnreadable(server: Server, answeredConnections: WeakSet<Duplex>): void {
  server.on("clientError", (error: NodeJS.ErrnoException, connection) => {
    if (answeredConnections.has(connection)) return;
    answeredConnections.add(connection);
    if (error.code === "ECONNRESET" || !connection.writable) connection.destroy();
    else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT")
      refuseConnection(connection, { status: 408, reason: "The request took too long." });
    else refuseConnection(connection, { status: 400, reason: "This is not a valid HTTP request." });
  });
}

/** For errors of a connection: they say that the client has gone, and "close" follows. */
export function ignoreError(): void {}

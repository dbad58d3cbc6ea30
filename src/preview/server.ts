import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { sendFailure, sendFile, sendRefusal } from "./answers.ts";
import type { PreviewOutcome } from "./building.ts";
import { addConnection, ignoreError, refuseConnection, refuseUnreadable } from "./connections.ts";
import { type ListenOptions, listenOnFreePort, parseHost } from "./listening.ts";
import type { ShownBuild } from "./pages.ts";
import { createReloadSockets, type ReloadSockets } from "./reload.ts";
import { checkHandshake, checkRequest, createHostCheck, type HostCheck, isWildcard } from "./requests.ts";

/** The running server of a preview. */
export interface PreviewServer {
  readonly url: string;
  /** Whether other machines may be able to read the preview. */
  readonly isPublic: boolean;
  /** Reloads all browsers, which then show the result of the last build. */
  readonly showOutcome: (outcome: PreviewOutcome) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder to browsers on this machine, and reloads their pages after each build. Any page of any site can send
 * requests to this server, so it answers only those that a browser sends for its own pages, and expects every other.
 *
 * @param site the folder; while it does not exist, every address shows a waiting page
 * @throws UserError if no port is free, or if the host is not an address of this machine
 */
export async function startPreviewServer(site: string, listenOptions: ListenOptions): Promise<PreviewServer> {
  const startId = randomBytes(6).toString("hex");
  let buildCount = 0;
  let build: ShownBuild = { id: `?${startId}-0`, outcome: undefined };
  const reloadSockets = createReloadSockets();
  const connections = new Set<Duplex>();
  const host = listenOptions.host === undefined ? undefined : parseHost(listenOptions.host);
  const { servers, port, isPublic } = await listenOnFreePort({ ...listenOptions, host }, (attemptedPort) =>
    createPreviewServer({
      site,
      getBuild: () => build,
      isOwnHost: createHostCheck(host, attemptedPort),
      connections,
      reloadSockets,
    }),
  );
  return {
    url: `http://${host === undefined || isWildcard(host) ? "localhost" : host}:${port}/`,
    isPublic,
    showOutcome: (outcome) => {
      build = { id: `?${startId}-${++buildCount}`, outcome };
      reloadSockets.send(build.id);
    },
    close: async () => {
      const closing = servers.map((server) => new Promise((resolve) => server.close(resolve)));
      reloadSockets.close();
      for (const connection of connections) connection.destroy();
      await Promise.all(closing);
    },
  };
}

interface ServerContext {
  readonly site: string;
  readonly getBuild: () => ShownBuild;
  readonly isOwnHost: HostCheck;
  /** All open connections, except those that became websockets. */
  readonly connections: Set<Duplex>;
  readonly reloadSockets: ReloadSockets;
}

function createPreviewServer({ site, getBuild, isOwnHost, connections, reloadSockets }: ServerContext): Server {
  const server = createServer({ ...limits, insecureHTTPParser: false });
  server.timeout = idleMilliseconds;
  // The size of all headers is limited already. Headers above this count are dropped silently, "Origin" among them.
  server.maxHeadersCount = 0;
  const answeredConnections = new WeakSet<Duplex>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // Each answer closes its connection, so a second request on it gets none.
    if (answeredConnections.has(request.socket)) return;
    answeredConnections.add(request.socket);
    request.on("error", ignoreError).resume();
    response.on("error", ignoreError);
    const checkedRequest = checkRequest(request, isOwnHost);
    if (!checkedRequest.ok) return sendRefusal(response, checkedRequest.refusal);
    await sendFile(request, response, site, checkedRequest.path, getBuild()).catch((error) =>
      sendFailure(response, error),
    );
  };
  server.on("connection", (connection) => addConnection(connections, connection, connectionLimit));
  for (const event of ["request", "checkContinue", "checkExpectation"]) server.on(event, answer);
  server.on("upgrade", (request, connection, firstBytes) => {
    if (answeredConnections.has(connection)) return connection.destroy();
    const checkedRequest = checkHandshake(request, isOwnHost);
    if (!checkedRequest.ok) return refuseConnection(connection, checkedRequest.refusal);
    connections.delete(connection);
    reloadSockets.accept(request, connection, getBuild().id);
    if (firstBytes.length > 0) connection.unshift(firstBytes);
  });
  server.on("connect", (_, connection) => {
    if (answeredConnections.has(connection)) connection.destroy();
    else refuseConnection(connection, { status: 400, reason: "This is not a proxy." });
  });
  refuseUnreadable(server, answeredConnections);
  // Node also reports here that it could not accept a connection, because too many files are open.
  server.once("listening", () => server.on("error", ignoreError));
  return server;
}

// A request of a browser on the same machine takes milliseconds, and its headers a few hundred bytes.
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};
const idleMilliseconds = 20_000;
const connectionLimit = 128;

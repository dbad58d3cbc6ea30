import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, isIP } from "node:net";
import { UserError } from "../values/user-error.ts";

/** Where a preview listens. */
export interface ListenOptions {
  /** A host name or IP address of this machine; undefined: its loopback addresses, which no other machine reaches. */
  readonly host: string | undefined;
  /** The port; if it is in use, the next free one is used. */
  readonly port: number;
}

/**
 * A host as browsers write it in a URL and in the `Host` header: "[::1]" for "0:0::1", "127.0.0.1" for "127.1".
 *
 * @throws UserError if the text is not a host; an empty one would mean all addresses
 */
export function parseHost(text: string): string {
  const url = `http://${isIP(text) === 6 ? `[${text}]` : text}/`;
  const { hostname, href } = URL.canParse(url) ? new URL(url) : { hostname: "", href: url };
  if (hostname === "" || href !== `http://${hostname}/`) throw createHostError(text);
  return hostname;
}

/** Servers that listen on one port. */
export interface ListeningServers {
  readonly servers: readonly Server[];
  readonly port: number;
  /** Whether other machines may be able to connect. */
  readonly isPublic: boolean;
}

/**
 * Listens on the first port that is free on all addresses of the host, which is written as in a URL.
 *
 * @param createServer called for each address and port that is tried
 * @throws UserError if neither the port nor any of the next few is free, or the host is not an address of this machine
 */
export async function listenOnFreePort(
  { host, port: firstPort }: ListenOptions,
  createServer: (port: number) => Server,
): Promise<ListeningServers> {
  const lastPort = Math.min(65535, firstPort + portAttempts - 1);
  for (let port = firstPort; port <= lastPort; port++) {
    const servers = await listenOnPort(host, port, createServer);
    if (servers) return { servers, port, isPublic: servers.some((server) => !isLoopback(server)) };
  }
  throw new UserError(`Ports ${firstPort} to ${lastPort} are in use. Choose another: --port NUMBER`);
}

const portAttempts = 10;

// Browsers try both addresses of "localhost".
const loopbackAddresses = ["127.0.0.1", "::1"];

async function listenOnPort(
  host: string | undefined,
  port: number,
  createServer: (port: number) => Server,
): Promise<readonly Server[] | undefined> {
  const isDefault = host === undefined || host === "localhost";
  const addresses = isDefault ? loopbackAddresses : [host.replace(/[[\]]/g, "")];
  const servers: Server[] = [];
  try {
    // macOS lets us listen on a loopback address where another program listens on the same port of all addresses.
    if (isDefault) for (const address of addresses) if (await isPortAnswered(address, port)) return undefined;
    for (const address of addresses) {
      const server = createServer(port).listen({ host: address, port });
      try {
        await once(server, "listening");
        servers.push(server);
      } catch (error) {
        if (!(address === "::1" && isWithoutAddress(error))) throw error;
      }
    }
    return servers;
  } catch (error) {
    for (const server of servers) server.close();
    if (getCode(error) === "EADDRINUSE") return undefined;
    throw toListenError(error, host, port);
  }
}

async function isPortAnswered(address: string, port: number): Promise<boolean> {
  const connection = connect({ host: address, port });
  try {
    await once(connection, "connect");
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}

// A machine or a container may have no IPv6.
function isWithoutAddress(error: unknown): boolean {
  return ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(getCode(error));
}

function toListenError(error: unknown, host: string | undefined, port: number): unknown {
  const code = getCode(error);
  if (code === "EACCES") {
    return new UserError(`--port ${port}: this port needs rights that you do not have. Choose one above 1023.`);
  }
  if (["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "EINVAL"].includes(code) || isWithoutAddress(error)) {
    return createHostError(host);
  }
  return error;
}

function createHostError(host = ""): UserError {
  return new UserError(
    `--host ${host}: this is not an address of this machine. Write one of its addresses, or 0.0.0.0 for all of them.`,
  );
}

function getCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function isLoopback(server: Server): boolean {
  // A server on a TCP port has an address, which is not a text.
  const { address } = server.address() as AddressInfo;
  return address === "::1" || address.replace(/^::ffff:/, "").startsWith("127.");
}

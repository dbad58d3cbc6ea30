import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { addConnection, endConnection, ignoreError } from "./connections.ts";

/** The websockets of the pages that are open in browsers. */
export interface ReloadSockets {
  /**
   * Accepts a request for a websocket, which was checked.
   *
   * @param buildId the text that is sent first
   */
  readonly accept: (request: IncomingMessage, connection: Duplex, buildId: string) => void;
  /** Sends a text of at most 125 bytes to all pages. */
  readonly send: (buildId: string) => void;
  readonly close: () => void;
}

/**
 * Creates the server's end of websockets (RFC 6455) that only send. The pages have nothing to say, so whatever arrives,
 * a frame in good order or not, closes the connection; no frame is ever parsed.
 */
export function createReloadSockets(): ReloadSockets {
  const connections = new Set<Duplex>();
  const sendTo = (connection: Duplex, text: string) => {
    if (connection.writableLength > unreadBytesLimit) connection.destroy();
    else connection.write(Buffer.from([finalTextFrame, Buffer.byteLength(text), ...Buffer.from(text)]));
  };
  return {
    accept: (request, connection, buildId) => {
      addConnection(connections, connection, connectionLimit);
      connection.on("error", ignoreError);
      if (connection instanceof Socket) connection.setTimeout(0).setKeepAlive(true, 30_000);
      connection.write(formatHandshakeResponse(request.headers["sec-websocket-key"] ?? ""));
      sendTo(connection, buildId);
      connection.once("data", () => {
        connections.delete(connection);
        endConnection(connection, Buffer.from([closeFrame, 0]));
      });
      connection.once("end", () => connection.destroy());
    },
    send: (buildId) => {
      for (const connection of connections) sendTo(connection, buildId);
    },
    close: () => {
      for (const connection of connections) connection.destroy();
    },
  };
}

const finalTextFrame = 0x81;
const closeFrame = 0x88;

// Browsers open at most 255 websockets.
const connectionLimit = 256;

// A client that does not read is closed.
const unreadBytesLimit = 4096;

function formatHandshakeResponse(key: string): string {
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  return [...lines, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n");
}

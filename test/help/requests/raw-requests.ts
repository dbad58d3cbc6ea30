import { connect, type Socket } from "node:net";

/** A connection to a port of this machine, over which a test writes any bytes. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that was received so far, one character a byte. */
  readonly getReceived: () => string;
  /** Waits until a condition is true of what was received; fails after ten seconds, or when the connection ends. */
  readonly waitFor: (isComplete: (received: string) => boolean) => Promise<string>;
  /** All that was received until the other side closed the connection; fails after ten seconds. */
  readonly ended: Promise<string>;
}

/** Opens a connection to a port of this machine. */
export function openConnection(port: number, host = "127.0.0.1"): RawConnection {
  const socket = connect({ port, host });
  let received = "";
  let hasEnded = false;
  let check = () => {};
  socket.on("data", (bytes) => {
    received += bytes.toString("latin1");
    check();
  });
  // A server that refuses a request may reset the connection after its answer.
  socket.on("error", () => undefined);
  socket.on("close", () => {
    hasEnded = true;
    check();
  });
  const waitFor = (isComplete: (received: string) => boolean) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Ten seconds without an answer, only: ${received}`)), 10_000);
      check = () => {
        if (!isComplete(received) && !hasEnded) return;
        clearTimeout(timer);
        if (isComplete(received)) resolve(received);
        else reject(new Error(`The connection ended after: ${received}`));
      };
      check();
    });
  const ended = () => waitFor(() => hasEnded);
  return {
    socket,
    getReceived: () => received,
    waitFor,
    get ended() {
      return ended();
    },
  };
}

/** Sends bytes, or characters that stand for them, and returns all that is received until the connection ends. */
export function exchangeBytes(port: number, bytes: string | Buffer, host?: string): Promise<string> {
  const { socket, ended } = openConnection(port, host);
  socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  return ended;
}

/** The lines of a GET request: `formatRequest("/", ["Host: localhost:8300"])`. */
export function formatRequest(target: string, headers: readonly string[], method = "GET"): string {
  return [`${method} ${target} HTTP/1.1`, ...headers, "", ""].join("\r\n");
}

/** The status of an answer; undefined if it is not one. */
export function readStatus(received: string): number | undefined {
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(received) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** The key of the example in RFC 6455, 1.3. */
export const websocketKey = "dGhlIHNhbXBsZSBub25jZQ==";

/** Asks a preview for a websocket, and sends bytes together with the request. */
export function openWebsocket(port: number, firstBytes: Buffer = Buffer.alloc(0), headers?: readonly string[]) {
  const connection = openConnection(port);
  const handshake = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  const ownHeaders = [`Host: localhost:${port}`, ...(headers ?? [`Origin: http://localhost:${port}`])];
  const request = formatRequest("/", [...ownHeaders, ...handshake, `Sec-WebSocket-Key: ${websocketKey}`]);
  connection.socket.write(Buffer.concat([Buffer.from(request), firstBytes]));
  return connection;
}

/** Whether the handshake is accepted (the example of RFC 6455, 1.3) and a text frame has come. */
export function hasBuildId(received: string): boolean {
  return /^HTTP\/1\.1 101 [\s\S]*Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n\r\n\x81./.test(received);
}

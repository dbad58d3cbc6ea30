/** Frames of websockets (RFC 6455, 5), most of them wrong. The preview's pages send none. */
export const oddFrames: Readonly<Record<string, Buffer>> = {
  "a text without a mask": Buffer.from([0x81, 1, 65]),
  "a text with a mask": Buffer.from([0x81, 0x81, 1, 2, 3, 4, 65]),
  "an unknown kind": Buffer.from([0x8b, 0x80, 0, 0, 0, 0]),
  "reserved bits": Buffer.from([0xf1, 0x80, 0, 0, 0, 0]),
  "a length of 2^63": Buffer.from([0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0]),
  "a length of 2^63-1": Buffer.from([0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255]),
  "a ping in two parts": Buffer.from([0x09, 0x80, 0, 0, 0, 0]),
  "a ping that is too long": Buffer.from([0x89, 0xfe, 0xff, 0xff]),
  "a continuation of nothing": Buffer.from([0x80, 0x80, 0, 0, 0, 0]),
  "a close of one byte": Buffer.from([0x88, 0x81, 0, 0, 0, 0, 1]),
  "a close with a code that is not one": Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0, 0]),
  "a close in good order": Buffer.from([0x88, 0x80, 0, 0, 0, 0]),
  "a ping in good order": Buffer.from([0x89, 0x80, 0, 0, 0, 0]),
  "text that is not UTF-8": Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff]),
  "half a frame": Buffer.from([0x81]),
  "an HTTP request": Buffer.from("GET / HTTP/1.1\r\n\r\n"),
  "a megabyte of rubbish": Buffer.alloc(1_000_000, 0xff),
};

/** `Host` headers under which a preview on this port is not served. */
export function listForeignHosts(port: number): readonly string[] {
  const names =
    "evil.example localhost.evil.example evil.localhost localhost. localhost.. 127.0.0.2 127.0.0.1. 127.1 0.0.0.0 "
      .concat(
        "[::] [::ffff:127.0.0.1] [0:0:0:0:0:0:0:1] ::1 192.0.2.7 10.0.0.1 2130706433 0x7f.1 0x7f000001 127.000.000.001",
      )
      .split(" ");
  return [
    ...names.map((name) => `${name}:${port}`),
    "localhost",
    "127.0.0.1",
    "[::1]",
    `localhost:${port + 1}`,
    "localhost:80",
    `localhost:0${port}`,
    `localhost:${port}0`,
    `localhost:${port}:${port}`,
    `evil.example:${port}, localhost:${port}`,
    `localhost:${port}, evil.example`,
    `localhost:${port}/evil`,
    `localhost:${port}@evil.example`,
    `evil.example@localhost:${port}`,
    `http://localhost:${port}`,
    `localhost :${port}`,
    `:${port}`,
    `localhost\xa0:${port}`,
    "*",
  ];
}

/** `Origin` headers of other pages than those of a preview at localhost and this port. */
export function listForeignOrigins(port: number): readonly string[] {
  return [
    "null",
    "*",
    "file://",
    "https://evil.example",
    `http://evil.example:${port}`,
    `https://localhost:${port}`,
    `ws://localhost:${port}`,
    `http://localhost:${port + 1}`,
    "http://localhost",
    "http://localhost:80",
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}.evil.example`,
    `http://localhost.evil.example:${port}`,
    `http://evil.example/http://localhost:${port}`,
    `http://localhost:${port}/`,
    `http://localhost:${port}, http://evil.example`,
    `localhost:${port}`,
    "chrome-extension://abcdefgh",
  ];
}

/** Runs in a page, so no function in it has a name: what it can learn of a page of the preview. */
export async function tryToRead([preview, address]: readonly [string, string]) {
  const url = `http://${preview}${address}`;
  const fetched = await fetch(url).then(
    async (response) => (await response.text()).includes("Secret talks"),
    () => false,
  );
  const embedded = await new Promise<boolean>((done) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `http://${preview}/style.css`;
    style.onload = () => done(true);
    style.onerror = () => done(false);
    document.head.append(style);
  });
  const framed = await new Promise<boolean>((done) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    frame.onload = () => done(frame.contentDocument?.body.textContent?.includes("Secret talks") ?? false);
    document.body.append(frame);
  });
  const connected = await new Promise<boolean>((done) => {
    const socket = new WebSocket(`ws://${preview}/.dateline/reload`);
    socket.onmessage = () => done(true);
    socket.onerror = () => done(false);
  });
  return { fetched, embedded, framed, connected };
}

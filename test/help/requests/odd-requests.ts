import { formatRequest, websocketKey } from "./raw-requests.ts";

/** A request that no browser sends for a page of the preview, and the status of its answer (default: 400). */
export type OddRequest = readonly [request: string, status?: number];

/** Requests that are wrong in one place each. */
export function listOddRequests(port: number): readonly OddRequest[] {
  return [...listOddTargets(port), ...listOddMethods(port), ...listOddHeaders(port), ...listOddHandshakes(port)];
}

function listOddTargets(port: number): readonly OddRequest[] {
  const targets = [
    ..."/% /%f /%zz /%ff /%c0%ae%c0%ae/ /%ed%a0%80 /%f4%90%80%80 /a%/b /%25%".split(" "),
    ..."/..%2froot /..%2Froot /..%5croot /..%5C /a%2fb /%2e%2e/root /%2e%2e%2froot /.%2e/root /%2e/".split(" "),
    ..."/.. /. /../ /../../etc/passwd /a/../b /a/./b /a/.. //host/path // ///etc/passwd /2024//07/ /a//".split(" "),
    ..."\\ /\\ /..\\..\\root \\\\host\\share /a\\b ..\\root C:\\ /%5c/ /%5C%5Chost".split(" "),
    ..."/%00 /index.html%00 /%00.html /%0d%0aSet-Cookie:a=b /%0a /%7f /%c2%85 /%1b[2J".split(" "),
    ..."* ** ? ?a # /#a /a#b index.html ../root ./ ~root @ : %2f %2f%2fhost".split(" "),
    ..."http://host/ http:// https://host/ ftp://host/ file:///etc/passwd HTTP:/ javascript:1 data:,".split(" "),
    `http://localhost:${port}/`,
    `//localhost:${port}/`,
    `localhost:${port}`,
    "",
    "/a b",
    "/\0",
    "/\x01",
    "/\x7f",
    "/\t",
    "/\xff",
    "/\xc3\xbc",
    "/\xd0\x9a",
    `/${"a".repeat(20_000)}`,
    `/${"a".repeat(1_000_000)}`,
    `/${"../".repeat(2_000)}etc/passwd`,
    `/?${"a=b&".repeat(8_000)}`,
  ];
  return targets.map((target) => [formatRequest(target, [`Host: localhost:${port}`])]);
}

function listOddMethods(port: number): readonly OddRequest[] {
  const host = `Host: localhost:${port}`;
  const notAllowed = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "PURGE", "SEARCH"];
  const unknown = ["get", "GETS", "FOO", "G ET", "", "PRI", "\0", "GET\0", "\xff", "A".repeat(20_000)];
  return [
    ...notAllowed.map((method): OddRequest => [formatRequest("/", [host], method), 405]),
    ...unknown.map((method): OddRequest => [formatRequest("/", [host], method)]),
    [formatRequest("*", [host], "OPTIONS")],
    [formatRequest(`localhost:${port}`, [host], "CONNECT")],
    [formatRequest("host:443", ["Host: host:443"], "CONNECT")],
    [formatRequest("/", [host], "CONNECT")],
    [formatRequest("/", [host, "Origin: https://evil.example", "Access-Control-Request-Method: GET"], "OPTIONS"), 405],
    ["GET /\r\n\r\n"],
    ["GET\r\n\r\n"],
    ["GET / HTTP/2.0\r\n\r\n"],
    ["GET / HTTP/1\r\n\r\n"],
    ["GET / HTTP/9.9\r\n\r\n"],
    ["GET / http/1.1\r\n\r\n"],
    ["GET / HTTP/1.1 x\r\n\r\n"],
    ["GET / HTTP/1.0\r\n\r\n"],
    ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["SSH-2.0-OpenSSH_9.6\r\n"],
    ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
    ["\0".repeat(1000)],
    ["\xff".repeat(100_000)],
    ["{}\r\n\r\n"],
    ["<policy-file-request/>\0"],
  ];
}

function listOddHeaders(port: number): readonly OddRequest[] {
  const host = `Host: localhost:${port}`;
  const headers: readonly (readonly string[])[] = [
    [],
    ["Host:"],
    [host, host],
    [host, "Host: evil.example"],
    ["Host: evil.example", host],
    [host, "no colon"],
    [host, ": no name"],
    [host, "space : x"],
    [host, " folded"],
    [host, "X: \0"],
    [host, "X: a\rb"],
    [host, "X\0: a"],
    [host, "\xff: a"],
    [host, `X: ${"a".repeat(20_000)}`],
    [host, ...Array.from({ length: 5_000 }, (_, i) => `X${i}: a`)],
    [host, "Content-Length: 5"],
    [host, "Content-Length: -1"],
    [host, "Content-Length: a"],
    [host, "Content-Length: 1e9"],
    [host, "Content-Length: 99999999999999999999"],
    [host, "Content-Length: 0", "Content-Length: 5"],
    [host, "Content-Length: 5", "Transfer-Encoding: chunked"],
    [host, "Transfer-Encoding: chunked"],
    [host, "Transfer-Encoding: identity, gzip"],
    [host, "Transfer-Encoding: chunked, chunked"],
    [host, "Expect: 100-continue"],
    [host, "Expect: anything"],
    // The last of many headers, which Node drops by default.
    [host, ...Array.from({ length: 2_500 }, () => "a:b"), "Origin: http://evil.example"],
  ];
  return [
    ...headers.map((lines): OddRequest => [formatRequest("/", lines)]),
    [`${formatRequest("/", [host, "Content-Length: 5"])}12345${formatRequest("/", [host])}`],
    [`${formatRequest("/", [host, "Transfer-Encoding: chunked"])}zz\r\n`],
    [`${formatRequest("/", [host, "Transfer-Encoding: chunked"])}0\r\n\r\n`],
  ];
}

function listOddHandshakes(port: number): readonly OddRequest[] {
  const good: Readonly<Record<string, string>> = {
    Host: `localhost:${port}`,
    Origin: `http://localhost:${port}`,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": websocketKey,
  };
  const changes: readonly Readonly<Record<string, string | undefined>>[] = [
    { Origin: undefined },
    { Origin: "" },
    { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` },
    { Host: undefined },
    { Upgrade: "h2c" },
    { Upgrade: "websocket, h2c" },
    { Upgrade: "\xff" },
    { "Sec-WebSocket-Version": undefined },
    { "Sec-WebSocket-Version": "8" },
    { "Sec-WebSocket-Version": "13, 8" },
    { "Sec-WebSocket-Key": undefined },
    { "Sec-WebSocket-Key": "" },
    { "Sec-WebSocket-Key": "short" },
    { "Sec-WebSocket-Key": "a".repeat(10_000) },
    { "Sec-WebSocket-Key": `${websocketKey}, ${websocketKey}` },
    { "Content-Length": "5" },
    { "Transfer-Encoding": "chunked" },
  ];
  const format = (headers: Readonly<Record<string, string | undefined>>) =>
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [
    ...changes.map((change): OddRequest => [formatRequest("/", format({ ...good, ...change }))]),
    [formatRequest("/%", format(good))],
    [formatRequest("*", format(good))],
    [formatRequest("//host/", format(good))],
    [formatRequest("/", format(good), "POST"), 405],
    [formatRequest("/", format(good), "OPTIONS"), 405],
    [formatRequest("/", format(good), "HEAD")],
    [formatRequest("/", format(good)).replace("HTTP/1.1", "HTTP/1.0")],
    [formatRequest("/", format(good), "CONNECT")],
  ];
}

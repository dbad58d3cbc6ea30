import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { listOddRequests } from "../../help/requests/odd-requests.ts";
import { oddFrames } from "../../help/requests/other-sites.ts";
import {
  exchangeBytes,
  formatRequest,
  hasBuildId,
  openConnection,
  openWebsocket,
  readStatus,
} from "../../help/requests/raw-requests.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { type RunningPreview, withRunningPreview } from "../../help/sites/desk.ts";
import { writeFiles } from "../../help/sites/folders.ts";
import { formatArticle } from "../../help/sites/site.ts";

const draft = { "2024/07/10/talks.md": formatArticle({ title: "Secret talks", draft: true }) };
const draftAddress = "/2024/07/10/talks/";

behaviour("an author whose preview receives odd requests", (it) => {
  it("sees each answered, and the next good one too", async () => {
    await withRunningPreview(draft, [], async (preview) => {
      const oddRequests = listOddRequests(preview.port);
      assert.ok(oddRequests.length > 100);
      const wrong: string[] = [];
      for (const [request, expected = 400] of oddRequests) {
        const status = readStatus(await exchangeBytes(preview.port, request));
        if (status !== expected) wrong.push(`${status} instead of ${expected}: ${describe(request)}`);
        if (!(await isServed(preview))) wrong.push(`not served after: ${describe(request)}`);
      }
      assert.equal(wrong, []);
      assertQuiet(preview);
    });
  });

  it("sees good requests answered, whatever becomes of others", async () => {
    await withRunningPreview(draft, [], async (preview) => {
      const host = `Host: localhost:${preview.port}`;
      const good = formatRequest("/", [host]);
      // Connections that end early, in good order or not.
      for (const start of ["", "G", "GET /", `${good.slice(0, -2)}`, good, `${good}${good}${good}`, `${good}\0\0\0`]) {
        for (const end of ["end", "resetAndDestroy", "destroy"] as const) {
          const { socket } = openConnection(preview.port);
          await new Promise((resolve) => socket.write(start, resolve));
          socket[end]();
          assert.ok(await isServed(preview), `${end} after ${describe(start)}`);
          socket.destroy();
        }
      }
      // Connections that never end: more of them than the preview keeps, and more than are read.
      const idle = Array.from({ length: 400 }, (_, i) => {
        const { socket } = openConnection(preview.port);
        socket.write(["", "GET / HTTP/1.1\r\nX: ", good.slice(0, -2), good.repeat(50)][i % 4] ?? "");
        return i % 4 === 3 ? socket.pause() : socket;
      });
      const slowly = setInterval(() => {
        for (const socket of idle) if (socket.writable) socket.write("x");
      }, 100);
      for (let i = 0; i < 20; i++) assert.ok(await isServed(preview));
      const websocket = openWebsocket(preview.port);
      await websocket.waitFor(hasBuildId);
      websocket.socket.destroy();
      clearInterval(slowly);
      for (const socket of idle) socket.destroy();
      // A request on a connection that has an answer gets none, nor does it spoil the answer.
      const received = await exchangeBytes(preview.port, `${good}${formatRequest(draftAddress, [host])}`);
      assert.match(received, /^HTTP\/1\.1 200 OK[\s\S]*<\/html>\n?$/);
      assert.not.match(received, "Secret talks</h1>");
      assertQuiet(preview);
    });
  });

  it("sees a connection closed that sends nothing, or only a part of a request", async () => {
    await withRunningPreview(draft, [], async (preview) => {
      for (const start of ["", "GET / HTTP/1.1\r\nHost: localho"]) {
        assert.ok([undefined, 408].includes(readStatus(await exchangeBytes(preview.port, start))));
      }
    });
  });
});

behaviour("an author whose preview receives odd websocket frames", (it) => {
  it("sees the connection closed, and other pages still reloaded", async () => {
    await withRunningPreview(draft, [], async (preview) => {
      const page = openWebsocket(preview.port);
      const first = (await page.waitFor(hasBuildId)).length;
      for (const [name, frame] of Object.entries(oddFrames)) {
        const odd = openWebsocket(preview.port);
        await odd.waitFor(hasBuildId);
        odd.socket.write(frame);
        assert.ok((await odd.ended).endsWith("\x88\0"), name);
        assert.ok(await isServed(preview), name);
      }
      for (const end of ["end", "resetAndDestroy", "destroy"] as const) {
        const odd = openWebsocket(preview.port);
        await odd.waitFor(hasBuildId);
        odd.socket[end]();
        assert.ok(await isServed(preview), end);
      }
      // More of them than the preview keeps, and frames that come together with the handshake.
      const many = Array.from({ length: 300 }, () => openWebsocket(preview.port, Buffer.from([0x81])));
      await Promise.all(many.map((connection) => connection.ended));

      assert.is(page.getReceived().length, first);
      preview.save({ "2024/07/10/talks.md": formatArticle({ title: "Talks" }) });
      await page.waitFor((received) => received.length > first);
      assertQuiet(preview);
    });
  });
});

behaviour("an author who opens files of a preview", (it) => {
  it("gets each with its type, and parts of it, and none from outside the site", async () => {
    await withRunningPreview(draft, [], async ({ port, folder }) => {
      const site = join(folder, ".cache/preview/site");
      writeFiles(site, { "sound.mp3": "0123456789", "kyiv%.txt": "Київ", "empty.pdf": "" });
      linkToOutside(site, folder);
      const get = async (target: string, ...headers: string[]) => {
        const received = await exchangeBytes(port, formatRequest(target, [`Host: localhost:${port}`, ...headers]));
        const [, type = ""] = /\r\ncontent-type: ([^\r]*)/i.exec(received) ?? [];
        const [, ...body] = received.split("\r\n\r\n");
        return `${readStatus(received)} ${type} ${body.join("\r\n\r\n").slice(0, 15)}`;
      };
      assert.is(await get("/inside.txt"), "200 text/plain; charset=utf-8 inside");
      const notFound = "404 text/html; charset=utf-8 <!doctype html>";
      for (const name of [
        "secret.txt",
        "secrets/secret.txt",
        "secrets/",
        "secrets",
        "loop",
        "loop/",
        "gone.txt",
        "pipe.txt",
      ])
        assert.is(await get(`/${name}`), notFound, name);

      assert.is(
        await get("/kyiv%25.txt?x=%"),
        `200 text/plain; charset=utf-8 ${Buffer.from("Київ").toString("latin1")}`,
      );
      assert.is(await get("/empty.pdf"), "200 application/pdf ");
      assert.is(await get("/empty.pdf", "Range: bytes=0-"), "416 application/pdf ");
      assert.is(await get("/sound.mp3"), "200 audio/mpeg 0123456789");
      assert.is(await get("/sound.mp3", "Range: bytes=2-4"), "206 audio/mpeg 234");
      assert.is(await get("/sound.mp3", "Range: bytes=8-"), "206 audio/mpeg 89");
      assert.is(await get("/sound.mp3", "Range: bytes=-3"), "206 audio/mpeg 789");
      assert.is(await get("/sound.mp3", "Range: bytes=10-"), "416 audio/mpeg ");
      assert.is(await get("/sound.mp3", `Range: bytes=${"9".repeat(400)}-`), "416 audio/mpeg ");
      for (const range of ["bytes=4-2", "bytes=1-2,5-6", "pages=1-2", "bytes=-", "bytes=a-b"])
        assert.is(await get("/sound.mp3", `Range: ${range}`), "200 audio/mpeg 0123456789", range);
      assert.is(await get("/2024/07/10/talks?a"), "302 text/plain; charset=utf-8 /2024/07/10/tal");
      assert.is(await get("/2024/07/10/"), "200 text/html; charset=utf-8 <!doctype html>");
      assert.is(await get("/rss.xml"), '200 application/xml <?xml version="');
      assert.match(await get("/feed.json"), /^200 application\/json \{/);
      assert.match(await get("/style.css"), /^200 text\/css; charset=utf-8 ./);
      assert.is(await get("/no-such-page/"), notFound);
      assert.is(await get("/no-such-picture.jpg"), notFound);
      assert.is(await get(`/${"a".repeat(8000)}`), notFound);
      const head = await exchangeBytes(port, formatRequest("/sound.mp3", [`Host: localhost:${port}`], "HEAD"));
      assert.match(head, /^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: 10\r\n[\s\S]*\r\n\r\n$/);
    });
  });
});

/** Whether the preview answers a good request with the draft, and reloads its page. */
async function isServed({ port }: RunningPreview): Promise<boolean> {
  const received = await exchangeBytes(port, formatRequest("/", [`Host: localhost:${port}`]));
  return readStatus(received) === 200 && received.includes("</html>");
}

/** Checks that the process still runs, and has printed nothing about requests. */
function assertQuiet({ dev }: RunningPreview): void {
  assert.is(dev.child.exitCode ?? dev.child.signalCode, null);
  assert.not.match(dev.getOutput(), /error|warning|\n\s+at /i);
}

function linkToOutside(site: string, folder: string): void {
  writeFiles(folder, { "private/secret.txt": "secret", ".cache/preview/site/here.txt": "inside" });
  // A file of another kind: who opens it waits for somebody who writes to it.
  execFileSync("mkfifo", [join(site, "pipe.txt")]);
  symlinkSync("here.txt", join(site, "inside.txt"));
  symlinkSync(join(folder, "private/secret.txt"), join(site, "secret.txt"));
  symlinkSync(join(folder, "private"), join(site, "secrets"));
  symlinkSync("loop", join(site, "loop"));
  symlinkSync(join(folder, "private/none.txt"), join(site, "gone.txt"));
}

function describe(request: string): string {
  return JSON.stringify(request.slice(0, 200));
}

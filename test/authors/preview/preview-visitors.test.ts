import { connect } from "node:net";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { listForeignHosts, listForeignOrigins, tryToRead } from "../../help/requests/other-sites.ts";
import { exchangeBytes, formatRequest, openWebsocket, readStatus } from "../../help/requests/raw-requests.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { openPage, withBrowser } from "../../help/sites/browser.ts";
import { withRunningPreview } from "../../help/sites/desk.ts";
import { createTemporaryFolder, writeFiles } from "../../help/sites/folders.ts";
import { withServer } from "../../help/sites/server.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";
import { startDateline } from "../../help/sites/started.ts";

const draft = { "2024/07/10/talks.md": formatArticle({ title: "Secret talks", draft: true }) };
const draftAddress = "/2024/07/10/talks/";

behaviour("an author whose preview another site wants to read", (it) => {
  it("sees it served to its own names alone", async () => {
    await withRunningPreview(draft, [], async ({ port }) => {
      const readUnder = async (host: string) => {
        const received = await exchangeBytes(port, formatRequest(draftAddress, [`Host: ${host}`]));
        return `${host} ${readStatus(received)} ${received.includes("Secret talks")}`;
      };
      for (const name of ["localhost", "LocalHost", "127.0.0.1", "[::1]"]) {
        assert.is(await readUnder(`${name}:${port}`), `${name}:${port} 200 true`);
      }
      for (const host of listForeignHosts(port)) assert.is(await readUnder(host), `${host} 400 false`);
    });
  });

  it("sees its own pages alone reloaded, or given a file", async () => {
    await withRunningPreview(draft, [], async ({ port }) => {
      const own = `http://localhost:${port}`;
      const host = `Host: localhost:${port}`;
      const tryOrigin = async (origin: string) => {
        const file = await exchangeBytes(port, formatRequest(draftAddress, [host, `Origin: ${origin}`]));
        const websocket = openWebsocket(port, undefined, [`Origin: ${origin}`]);
        const handshake = await websocket.waitFor((received) => received.includes("\r\n\r\n"));
        websocket.socket.destroy();
        assert.not.match(file + handshake, /access-control/i);
        return `${origin} ${readStatus(file)} ${file.includes("Secret talks")} ${readStatus(handshake)}`;
      };
      assert.is(await tryOrigin(own), `${own} 200 true 101`);
      for (const origin of listForeignOrigins(port)) assert.is(await tryOrigin(origin), `${origin} 400 false 400`);
    });
  });

  it("sees that others may link to it, but neither embed nor fetch it", async () => {
    await withRunningPreview(draft, [], async ({ port }) => {
      const statusOf = async (site: string, mode: string, destination: string) => {
        const metadata = [`Sec-Fetch-Site: ${site}`, `Sec-Fetch-Mode: ${mode}`, `Sec-Fetch-Dest: ${destination}`];
        const request = formatRequest(draftAddress, [`Host: localhost:${port}`, ...metadata]);
        return readStatus(await exchangeBytes(port, request));
      };
      for (const site of ["cross-site", "same-site"]) {
        assert.is(await statusOf(site, "navigate", "document"), 200);
        assert.is(await statusOf(site, "navigate", "iframe"), 400);
        assert.is(await statusOf(site, "no-cors", "image"), 400);
        assert.is(await statusOf(site, "cors", "empty"), 400);
      }
      assert.is(await statusOf("none", "navigate", "document"), 200);
      assert.is(await statusOf("same-origin", "no-cors", "style"), 200);
    });
  });

  it("sees in a browser that a page of another site learns nothing", async () => {
    await withRunningPreview(draft, [], async ({ port }) => {
      const folder = createTemporaryFolder();
      writeFiles(folder, { "index.html": "<!doctype html><title>Another site</title>" });
      await withServer(folder, "/", ({ url }) =>
        withBrowser(async (browser) => {
          const { page } = await openPage(browser, { javaScriptEnabled: true });
          const preview = `127.0.0.1:${port}`;
          await page.goto(`http://${preview}${draftAddress}`);
          const fromOwnPage = await page.evaluate(tryToRead, [preview, draftAddress] as const);
          await page.goto(url);
          const fromOtherSite = await page.evaluate(tryToRead, [preview, draftAddress] as const);

          // The policy of the site's own pages lets none of them frame another.
          assert.equal(fromOwnPage, { fetched: true, embedded: true, framed: false, connected: true });
          assert.equal(fromOtherSite, { fetched: false, embedded: false, framed: false, connected: false });
        }),
      );
    });
  });
});

behaviour("an author whose machine others can reach", (it) => {
  it("serves this machine alone", async () => {
    await withRunningPreview(draft, [], async (preview) => {
      const own = `localhost:${preview.port}`;
      for (const address of ["127.0.0.1", "::1"]) assert.is(await connectTo(preview.port, address, own), 200);
      // Another address of this machine (on Linux) stands for those that others reach.
      assert.is(await connectTo(preview.port, "127.0.0.2", own), undefined);
      assert.not.match(preview.dev.getOutput(), "Warning");
    });
  });

  it("reads a warning where it serves others by --host", async () => {
    await withRunningPreview(draft, ["--host", "0.0.0.0"], async (preview) => {
      const { dev, port } = preview;
      assert.match(
        dev.getOutput(),
        "Warning: with --host 0.0.0.0, all who can reach this machine can read drafts and scheduled articles.\n",
      );
      for (const host of ["127.0.0.2", "192.0.2.7", "[2001:db8::7]", "localhost"]) {
        assert.is(await connectTo(port, "127.0.0.2", `${host}:${port}`), 200, host);
      }
      for (const host of ["evil.example", "192.0.2.7.evil.example", "[192.0.2.7]x", "1"]) {
        assert.is(await connectTo(port, "127.0.0.2", `${host}:${port}`), 400, host);
      }
    });
  });

  it("is told where --host is not an address", async () => {
    const folder = createTemporaryFolder();
    writeFiles(join(folder, "content"), { ...makeSettingsFiles(), ...draft });
    const withoutValue = startDateline(["dev", "--host", ""], folder, {});
    assert.is(await withoutValue.exitCode, 2);
    assert.is(withoutValue.getOutput(), "--host needs a value: --host ADDRESS\n");
    for (const host of ["192.0.2.7", "0.0.0.0:8300", "http://localhost", "a b", "no-such-host.invalid"]) {
      const dev = startDateline(["dev", "--host", host], folder, {});
      assert.is(await dev.exitCode, 2);
      assert.is(
        dev.getOutput(),
        `--host ${host}: this is not an address of this machine. Write one of its addresses, or 0.0.0.0 for all of them.\n`,
      );
    }
  });
});

/** The status of the answer at an address; undefined if nobody listens there. */
function connectTo(port: number, address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: address });
    probe.once("error", () => resolve(undefined));
    probe.once("connect", () => {
      probe.destroy();
      exchangeBytes(port, formatRequest("/", [`Host: ${host}`]), address).then((text) => resolve(readStatus(text)));
    });
  });
}

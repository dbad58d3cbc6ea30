import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { withPreview, withRunningPreview } from "../../help/sites/desk.ts";
import { formatArticle } from "../../help/sites/site.ts";

const talks = { "2024/07/10/talks.md": formatArticle() };

behaviour("an author who previews static files and documents", (it) => {
  it("finds each at its address, what was saved last, and none that was deleted", async () => {
    const files = {
      ...talks,
      "static/.well-known/a.txt": "One.",
      "static/Годовой отчёт.txt": "Words.",
      "static/talk.mp3": "ID3 sound",
    };
    await withRunningPreview(files, [], async ({ port, save }) => {
      const get = async (address: string, headers: Record<string, string> = {}) => {
        const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
        return [response.status, await response.text()] as const;
      };
      const becomes = async (address: string, status: number, text: string) => {
        for (let i = 0; i < 200; i++) {
          const [currentStatus, currentText] = await get(address);
          if (currentStatus === status && currentText.includes(text)) return;
          await new Promise((later) => setTimeout(later, 50));
        }
        assert.equal(await get(address), [status, text]);
      };

      assert.equal(await get("/.well-known/a.txt"), [200, "One."]);
      assert.equal(await get(encodeURI("/Годовой отчёт.txt")), [200, "Words."]);
      assert.equal(await get("/talk.mp3", { range: "bytes=4-8" }), [206, "sound"]);
      save({ "static/.well-known/a.txt": "Two." });
      await becomes("/.well-known/a.txt", 200, "Two.");
      save({ "static/.well-known/deep/.b": "New." });
      await becomes("/.well-known/deep/.b", 200, "New.");
      // In a folder that is watched since the last save.
      save({ "static/.well-known/deep/.b": "Newer." });
      await becomes("/.well-known/deep/.b", 200, "Newer.");
      save({ "static/.well-known/a.txt": undefined });
      await becomes("/.well-known/a.txt", 404, "There is no page here");
    });
  });

  it("sees a page among them again when it is saved", async () => {
    await withPreview({ ...talks, "static/old/index.html": "<p>As it was." }, async ({ page, open, save }) => {
      await open("/old/");
      await page.getByText("As it was.").waitFor();
      save({ "static/old/index.html": "<p>As it is." });
      await page.getByText("As it is.").waitFor();
    });
  });
});

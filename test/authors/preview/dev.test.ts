import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { findPreviewUrl, withPreview } from "../../help/sites/desk.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { copyProject } from "../../help/sites/project.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";
import { startDateline, waitUntil } from "../../help/sites/started.ts";

const talks = "2024/07/10/talks.md";
const address = "/2024/07/10/talks/";

behaviour("an author who previews an article", (it) => {
  it("sees in the browser what was saved, without touching it", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save }) => {
      await open(address);
      await shows(title(page, "Envoys meet in Vienna"));
      save({ [talks]: formatArticle({ title: "Envoys leave Vienna" }) });
      await shows(title(page, "Envoys leave Vienna"));
    });
  });

  it("sees what was saved last, where saves follow one another faster than they can be built", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save }) => {
      await open(address);
      for (let i = 1; i <= 20; i++) {
        save({ [talks]: formatArticle({ title: `Envoys meet, take ${i}` }) });
        await new Promise((later) => setTimeout(later, 40));
      }
      await shows(title(page, "Envoys meet, take 20"));
    });
  });

  it("sees a new article in a new folder appear, and go with its folder, and come again", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save, folder }) => {
      const leaves = { "2024/07/12/envoys-leave.md": formatArticle({ title: "Envoys leave Vienna" }) };
      await open("/");
      const link = page.getByRole("link", { name: "Envoys leave Vienna" }).first();
      for (let i = 0; i < 2; i++) {
        save(leaves);
        await shows(link);
        rmSync(join(folder, "content/2024/07/12"), { recursive: true });
        await link.waitFor({ state: "detached" });
      }
    });
  });

  it("waits at the address of an article for its first words", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save }) => {
      await open("/2024/07/12/envoys-leave/");
      await shows(title(page, "There is no page here"));
      save({ "2024/07/12/envoys-leave.md": formatArticle({ title: "Envoys leave Vienna" }) });
      await shows(title(page, "Envoys leave Vienna"));
    });
  });

  it("sees drafts and scheduled articles, marked, and none of them in the folder that is published", async () => {
    const files = {
      [talks]: formatArticle(),
      "2024/07/11/draft.md": formatArticle({ title: "Not yet", draft: true }),
      "2024/08/01/later.md": formatArticle({ title: "In August" }),
    };
    await withPreview(files, async ({ page, open, save, folder }) => {
      await open("/2024/07/11/draft/");
      await shows(page.locator("main").getByText("Draft", { exact: true }));
      save({ "2024/07/11/draft.md": formatArticle({ title: "Now", draft: false }) });
      await shows(title(page, "Now"));
      assert.is(await page.getByText("Draft", { exact: true }).count(), 0);

      await open("/");
      await shows(page.getByRole("link", { name: "In August" }).first());
      await shows(page.getByText("Scheduled", { exact: true }).first());
      assert.equal(
        listFiles(folder).filter((file) => !/^(content|\.cache)\//.test(file)),
        [],
      );
    });
  });

  it("sees a scheduled article lose its mark when its hour comes", async () => {
    const folder = createTemporaryFolder();
    const [before, after] = ["2024-07-11T02:59:59Z", "2024-07-11T03:00:00Z"];
    writeFiles(join(folder, "content"), {
      ...makeSettingsFiles(),
      [talks]: formatArticle(),
      "2024/07/11/later.md": formatArticle(),
    });
    const marked = async (now: string, cache: string) => {
      const places = { ...getSitePaths(folder), cache: join(folder, cache), output: join(folder, `${cache}-site`) };
      assert.equal((await runBuild(places, now, { shows: "everything" })).problems, []);
      return readAllBytes(places.output);
    };
    const first = await marked(before, "kept");

    assert.match(String(first.get("index.html")), "Scheduled");
    assert.not.match(String((await marked(after, "kept")).get("index.html")), "Scheduled");
    assert.equal(findDifferentFiles(await marked(after, "kept"), await marked(after, "anew")), []);
    assert.equal(findDifferentFiles(await marked(before, "kept"), first), []);
  });
});

behaviour("an author who makes a slip in a preview", (it) => {
  const slip = 'content/2024/07/10/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?';

  it("reads it over the last good page and in the terminal, until it is mended", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save, dev }) => {
      await open(address);
      save({ [talks]: formatArticle({ title: "Envoys leave", tags: ["rusia"] }) });
      await shows(page.getByRole("alert").getByText(slip));
      await shows(title(page, "Envoys meet in Vienna"));
      assert.ok(dev.getOutput().includes(`${slip}\n`), dev.getOutput());

      save({ [talks]: formatArticle({ title: "Envoys leave", tags: ["russia"] }) });
      await shows(title(page, "Envoys leave"));
      assert.is(await page.getByRole("alert").count(), 0);
    });
  });

  it("reads it where there is no good page yet, and sees the page as soon as it is mended", async () => {
    await withPreview({ [talks]: formatArticle({ tags: ["rusia"] }) }, async ({ page, open, save }) => {
      await open(address);
      await shows(page.getByRole("alert").getByText(slip));
      save({ [talks]: formatArticle({ tags: ["russia"] }) });
      await shows(title(page, "Envoys meet in Vienna"));
    });
  });

  it("reads it as text, whatever is written in it", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ page, open, save }) => {
      await open(address);
      save({ [talks]: formatArticle({ tags: ["<b>$&</b>"] }) });
      await shows(page.getByRole("alert").getByText('"<b>$&</b>"'));
    });
  });
});

behaviour("a publisher who changes a layout in a preview", (it) => {
  it("sees it on every page; and where the code fails, that it does, until it is mended", async () => {
    const project = copyProject();
    const file = join(project, "layouts/frame/document.tsx");
    const layout = readFileSync(file, "utf8");
    const changed = (to: string) => writeFileSync(file, layout.replace("<main", to));

    await withPreview(
      { [talks]: formatArticle() },
      async ({ page, open }) => {
        await open(address);
        changed('<main data-take="2"');
        await shows(page.locator('main[data-take="2"]'));
        changed("<main {(");
        await shows(page.getByRole("alert").getByText("See the terminal for the reason."));
        changed('<main data-take={[].join.call(undefined) || "3"}');
        await shows(page.getByRole("alert").getByText("TypeError"));
        changed('<main data-take="4"');
        await shows(page.locator('main[data-take="4"]'));
        assert.is(await page.getByRole("alert").count(), 0);
      },
      project,
    );
  });
});

behaviour("an author whose port is taken", (it) => {
  it("finds the preview at the next one", async () => {
    await withPreview({ [talks]: formatArticle() }, async ({ dev }) => {
      const taken = Number(new URL(findPreviewUrl(dev) ?? "").port);
      const folder = createTemporaryFolder();
      writeFiles(join(folder, "content"), { ...makeSettingsFiles(), [talks]: formatArticle() });
      const second = startDateline(["dev", "--port", String(taken)], folder, {});
      assert.ok(await waitUntil(second, () => findPreviewUrl(second) !== undefined), second.getOutput());
      const port = Number(new URL(findPreviewUrl(second) ?? "").port);
      second.child.kill("SIGINT");

      assert.ok(port > taken);
      assert.is(await second.exitCode, 0);
    });
  });
});

function title(page: Page, text: string): Locator {
  return page.getByRole("heading", { level: 1, name: text, exact: true });
}

function shows(what: Locator): Promise<void> {
  return what.waitFor({ state: "visible" });
}

import { join } from "node:path";
import * as assert from "uvu/assert";
import { createNewsroom, renderContentFiles } from "../help/newsroom/newsroom.ts";
import { removeProblems } from "../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { createRandom } from "../help/run/random.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { writeFiles } from "../help/sites/folders.ts";
import { copyProject } from "../help/sites/project.ts";
import { formatArticle } from "../help/sites/site.ts";

behaviour("a publisher who knows Eleventy and starts its own command", (it) => {
  it("gets every file that `dateline build` gives, and no other", async () => {
    const folder = copyProject();
    const environment = { DATELINE_NOW: "2024-07-20T12:00:00Z" };
    writeFiles(join(folder, "content"), {
      ...renderContentFiles(removeProblems(await createNewsroom(createRandom(8), 30))),
      "2024/07/10/table.md": formatArticle({ tags: ["russia"] }, "See the [table](table.csv)."),
      "2024/07/10/table.csv": "a,b\n",
      "static/.well-known/Годовой отчёт.txt": "Words.\n",
      "static/page.11ty.js": "throw new Error('This is no template of the site.');\n",
    });
    const built = await runDateline(["build", "--output", "built"], folder, environment);
    const words = ["--import", "tsx", "node_modules/@11ty/eleventy/cmd.cjs", "--config=.eleventy.ts"];
    const own = await runCommand(process.execPath, words, { folder, environment });
    const site = readAllBytes(join(folder, "_site"));

    assert.equal([built.code, own.code], [0, 0], own.errors);
    assert.ok([...site.keys()].some((file) => file.endsWith(".avif")));
    assert.ok([...site.keys()].some((file) => file.endsWith(".csv")));
    assert.equal(findDifferentFiles(site, readAllBytes(join(folder, "built"))), []);
  });
});

import { join } from "node:path";
import * as assert from "uvu/assert";
import { contentOf, newsroom } from "../help/newsroom/newsroom.ts";
import { mended } from "../help/newsroom/newsroom-steps.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { randomFrom } from "../help/run/random.ts";
import { bytesIn, different } from "../help/sites/builds.ts";
import { command, dateline } from "../help/sites/command.ts";
import { writeFiles } from "../help/sites/folders.ts";
import { projectCopy } from "../help/sites/project.ts";

behaviour("a publisher who knows Eleventy and starts its own command", (it) => {
  it("gets every file that `dateline build` gives, and no other", async () => {
    const folder = projectCopy();
    const environment = { DATELINE_NOW: "2024-07-20T12:00:00Z" };
    writeFiles(join(folder, "content"), contentOf(mended(await newsroom(randomFrom(8), 30))));
    const built = await dateline(["build", "--output", "built"], folder, environment);
    const words = ["--import", "tsx", "node_modules/@11ty/eleventy/cmd.cjs", "--config=.eleventy.ts"];
    const own = await command(process.execPath, words, { folder, environment });
    const site = bytesIn(join(folder, "_site"));

    assert.equal([built.code, own.code], [0, 0], own.errors);
    assert.ok([...site.keys()].some((file) => file.endsWith(".avif")));
    assert.equal(different(site, bytesIn(join(folder, "built"))), []);
  });
});

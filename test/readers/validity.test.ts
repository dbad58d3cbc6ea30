import { resolve } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand } from "../help/sites/command.ts";
import { getDemo } from "../help/sites/demo.ts";
import { createTemporaryFolder, writeFiles } from "../help/sites/folders.ts";

behaviour("a browser, a search engine or a screen reader that expects standard HTML and CSS", (it) => {
  it("finds no error in any page, nor in the style sheet", async () => {
    const { output, files } = await getDemo("folder");
    const checked = files.filter((file) => /\.(html|css)$/.test(file));

    assert.ok(checked.includes("404.html") && checked.some((file) => file.endsWith(".css")));
    assert.equal(await errorsIn(output, checked), []);
  });

  it("would find one, if there were one", async () => {
    const folder = createTemporaryFolder();
    writeFiles(folder, {
      "wrong.html": '<!doctype html><html lang="en"><title>Wrong</title><p><div>A block in a line</div></p>\n',
      "wrong.css": "p { color: 12px }\n",
    });

    assert.is((await errorsIn(folder, ["wrong.html", "wrong.css"])).length, 2);
  });
});

// The checker of the W3C. It says nothing when all is well, and else names file, line and column of each error.
async function errorsIn(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const validator = ["-jar", resolve("node_modules/vnu-jar/build/dist/vnu.jar"), "--errors-only", "--also-check-css"];
  const { code, errors } = await runCommand("/usr/bin/java", [...validator, ...files], { folder });
  const lines = errors.split("\n").filter((line) => line !== "");
  return code === 0 || lines.length > 0 ? lines : [`The checker ended with ${code}.`];
}

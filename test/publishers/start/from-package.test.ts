import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { runCommand } from "../../help/sites/command.ts";
import { createTemporaryFolder } from "../../help/sites/folders.ts";
import { installPackage, npmEnvironment, readVersion } from "../../help/sites/package.ts";

behaviour("a publisher who starts a digest from the package", (it) => {
  it("gets one that installs the same package, builds and checks, with nothing to mend", async () => {
    const program = join(await installPackage(), "node_modules/.bin/dateline");
    const parent = createTemporaryFolder();
    const settings = "--title=Вісті --url=https://visti.example/ --language=uk --timezone=Europe/Kyiv --hour=07:00";
    const started = await runCommand(program, ["init", "digest", ...settings.split(" ")], { folder: parent });
    const folder = join(parent, "digest");
    const tarball = `dateline-${readVersion()}.tgz`;
    const runNpm = (...args: readonly string[]) => runCommand("npm", args, { folder, environment: npmEnvironment });
    const installed = await runNpm("install", "--prefer-offline", "--no-audit", "--no-fund");

    assert.equal([started.code, started.errors], [0, ""]);
    assert.match(started.out, `Dateline was copied into it, as ${tarball}`);
    assert.equal(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies, {
      dateline: `file:${tarball}`,
    });
    assert.equal([installed.code, installed.errors], [0, ""], installed.errors);
    for (const name of ["build", "check"]) {
      const { code, errors } = await runNpm("run", name);
      assert.equal([name, code, errors], [name, 0, ""]);
    }
    assert.match(readFileSync(join(folder, "_site/index.html"), "utf8"), "Як написати сюди статтю");
  });
});

import { cpSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runDateline } from "../help/sites/command.ts";
import { demoNow } from "../help/sites/demo.ts";
import { createTemporaryFolder } from "../help/sites/folders.ts";
import { openPublishedFolder, type PublishedFolder } from "../help/sites/published.ts";

behaviour("two publishers who build the same commit at the same now", (it) => {
  it("get the same files with the same bytes, whatever their time zones, locales and folders", async () => {
    const [tokyo, angeles] = await Promise.all([
      builtBy("a", { TZ: "Asia/Tokyo", LANG: "C", LC_ALL: "C" }),
      builtBy("another folder/deeper", { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }),
    ]);

    assert.ok(angeles.files.length > 100);
    assert.equal(tokyo.files, angeles.files);
    assert.equal(
      tokyo.files.filter((file) => !tokyo.bytes(`/${file}`).equals(angeles.bytes(`/${file}`))),
      [],
    );
  });

  it("get the same again from what the first build has kept", async () => {
    const folder = createTemporaryFolder();
    const first = await builtIn(folder, {});
    const bytes = new Map(first.files.map((file) => [file, first.bytes(`/${file}`)]));
    const second = await builtIn(folder, {});

    assert.equal(second.files, [...bytes.keys()]);
    assert.equal(
      second.files.filter((file) => !bytes.get(file)?.equals(second.bytes(`/${file}`))),
      [],
    );
  });
});

function builtBy(name: string, environment: Readonly<Record<string, string>>): Promise<PublishedFolder> {
  return builtIn(join(createTemporaryFolder(), name), environment);
}

async function builtIn(folder: string, environment: Readonly<Record<string, string>>): Promise<PublishedFolder> {
  cpSync("content", join(folder, "content"), { recursive: true });
  const ended = await runDateline(["build"], folder, { DATELINE_NOW: demoNow, ...environment });
  assert.is(ended.code, 0, ended.errors);
  return openPublishedFolder(join(folder, "_site"));
}

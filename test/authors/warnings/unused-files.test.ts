import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { formatWarnings } from "../../../src/values/problem.ts";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { getSitePaths, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, type FileContents, writeFiles } from "../../help/sites/folders.ts";
import { buildShards, getShardPaths, listShards } from "../../help/sites/parts.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };
const day = "2024/07/11";
const warn = (path: string, use: string, more = "") =>
  `content/${path}:1:1  Warning (unused-file): No text ${use}, so it is not published.${more}`;
const lines = [
  warn(`${day}/map.png`, "shows this picture"),
  warn(`${day}/report.pdf`, "links to this document"),
  warn(`${day}/talks.docx`, "links to this document", " If it is an article, save it as a text that ends with .md."),
  warn("pages/statute.odt", "links to this document", " If it is an article, save it as a text that ends with .md."),
];

behaviour("an author whose pictures or documents no text uses", (it) => {
  it("is told of each, by a first build, a cached one and a check alike, and the site is published", async () => {
    const folder = await createUnused();
    const first = await runDateline(["build"], folder, now);
    const cached = await runDateline(["build"], folder, now);
    commit(folder);
    const check = await runDateline(["check"], folder, now);

    assert.equal([first.code, cached.code, check.code], [0, 0, 0]);
    assert.equal(first.errors.trimEnd().split("\n"), lines);
    assert.equal([cached.errors, check.errors], [first.errors, first.errors]);
  });

  it("is told no more once a text uses it, be it a draft, nor of static files", async () => {
    const folder = await createUnused();
    await runDateline(["build"], folder, now);
    const text = "![A map](map.png)\n\n[Report](report.pdf), [talks](talks.docx).";
    writeFiles(join(folder, "content"), {
      [`${day}/draft.md`]: formatArticle({ draft: true }, text),
      "pages/statute.odt": undefined,
    });

    assert.is((await runDateline(["build"], folder, now)).errors, "");
  });

  it("is told by one of several machines, and each time the same", async () => {
    const places = getSitePaths(await createUnused());
    const whole = await runBuild(places);
    const parts = await buildShards(places, 8);
    const again = await Promise.all(
      listShards(8).map((shard) => runBuild(getShardPaths(places, shard), undefined, { shard })),
    );

    assert.is(whole.summary?.warnings.length, lines.length);
    for (const builds of [parts, again])
      assert.equal(
        formatWarnings(builds.flatMap(({ summary }) => summary?.warnings ?? [])),
        formatWarnings(whole.summary?.warnings ?? []),
      );
  });
});

async function createUnused(): Promise<string> {
  const folder = createTemporaryFolder();
  const files: FileContents = {
    [`${day}/a.md`]: formatArticle({}, "See [the table](table.csv)."),
    [`${day}/table.csv`]: "a,b\n",
    [`${day}/map.png`]: await createFlat(40, 30, [200, 30, 30]).png().toBuffer(),
    [`${day}/report.pdf`]: "%PDF",
    [`${day}/talks.docx`]: "PK",
    "pages/statute.odt": "PK",
    "static/unlinked.pdf": "%PDF",
  };
  writeFiles(join(folder, "content"), { ...makeSettingsFiles(), ...files });
  return folder;
}

function commit(folder: string): void {
  const git = (...args: readonly string[]) => spawnSync("git", ["-C", folder, ...args]);
  git("init", "-q");
  git("add", "content");
  git("-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "All");
}

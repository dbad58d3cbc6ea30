import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { UserError } from "../../../src/values/user-error.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { findDifferentFiles, getSitePaths, readAllBytes, runBuild } from "../../help/sites/builds.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const first = { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() };
const second = "2024/07/12/summit.md";
const foreign = {
  CNAME: "dispatch.example",
  ".nojekyll": "",
  ".git/HEAD": "ref: refs/heads/gh-pages",
  "google12345.html": "google-site-verification: google12345.html",
  "downloads/report.pdf": "%PDF",
  "tags/notes.txt": "Mine.",
  "2024/07/11/talks/map.svg": "<svg/>",
};

// What happens to the record of the last build before the next one.
const ways: Readonly<Record<string, (folder: string) => void>> = {
  "a small build": () => undefined,
  "a full build": (folder) => rmSync(join(folder, ".cache"), { recursive: true }),
  "a full build whose record is of another site": (folder) => {
    const token = join(folder, "_site.token");
    writeFileSync(
      token,
      readFileSync(token, "utf8").replace(/^\S+/, (id) => "x".repeat(id.length)),
    );
  },
};

behaviour("a publisher who keeps files of his own in the output", (it) => {
  for (const [way, prepare] of Object.entries(ways)) {
    it(`finds each of them as it was, and the site as new: ${way}`, async () => {
      const desk = await publish();
      writeFiles(desk.output, foreign);
      mkdirSync(join(desk.output, "empty"));
      symlinkSync("../content", join(desk.output, "link"));
      prepare(desk.folder);
      writeFiles(desk.content, { [second]: formatArticle({ title: "Summit" }), "2024/07/11/talks.md": undefined });
      const { notices } = await runBuild(desk);

      const names = Object.keys(foreign).filter((file) => !file.startsWith("2024"));
      for (const file of names) assert.is(readFileSync(join(desk.output, file), "utf8"), foreign[file as "CNAME"]);
      assert.ok(existsSync(join(desk.output, "empty")) && existsSync(join(desk.output, "link")));
      assert.equal(await differences(desk, names), []);
      assert.is(existsSync(join(desk.output, "2024/07/11/talks/index.html")), false);
      assert.is(readFileSync(join(desk.output, "2024/07/11/talks/map.svg"), "utf8"), "<svg/>");
      assert.equal(
        notices.filter((line) => line.includes("Dateline did not write")).length,
        way === "a small build" ? 0 : 1,
      );
    });
  }

  it("is told of them once", async () => {
    const desk = await publish();
    writeFiles(desk.output, { CNAME: "dispatch.example" });
    const line = `${desk.output} has files that Dateline did not write: CNAME. They stay as they are.`;
    const told = [];
    for (let i = 0; i < 2; i++) {
      rmSync(desk.cache, { recursive: true });
      told.push((await runBuild(desk)).notices);
    }

    assert.equal(told, [[line], []]);
  });

  it("finds .git, CNAME and .nojekyll kept where the record is lost, and pages of the past gone", async () => {
    const desk = await publish();
    writeFiles(desk.output, { CNAME: "x", ".nojekyll": "", ".git": "gitdir: ..", "2023/01/01/old/index.html": "Old." });
    for (const made of [desk.cache, `${desk.output}.token`]) rmSync(made, { recursive: true });
    await runBuild(desk);

    assert.equal(await differences(desk, []), ["CNAME", ".nojekyll", ".git"].toSorted());
  });

  it("may publish into a folder that has only what belongs to its host", async () => {
    const desk = create();
    writeFiles(desk.output, { ".git": "gitdir: ..", CNAME: "x" });
    assert.equal((await runBuild(desk)).problems, []);

    assert.equal(await differences(desk, []), [".git", "CNAME"]);
  });

  it("reads what to do with other files that were there first, and finds them kept by doing so", async () => {
    const desk = create();
    const others = { "about/index.html": "Mine.", "notes.txt": "Mine.", "report.pdf": "%PDF", "photo.heic": "." };
    writeFiles(desk.output, { CNAME: "x", ...others });
    const error = await runBuild(desk).catch((thrown: unknown) => thrown);
    const line = `${desk.output} is not a site that Dateline built: it has about, notes.txt, photo.heic and 1 more. Move it away: what you put back beside the files of the site, after the first build, stays. Or name another folder: --output DIR.`;
    assert.instance(error, UserError);
    assert.is(String((error as UserError).message), line);

    rmSync(desk.output, { recursive: true });
    await runBuild(desk);
    writeFiles(desk.output, others);
    writeFiles(desk.content, { [second]: formatArticle({ title: "Summit" }) });
    assert.equal((await runBuild(desk)).problems, []);
    assert.equal(await differences(desk, Object.keys(others)), []);
  });

  it("is told of a file in the place of the folder", async () => {
    const desk = create();
    writeFiles(desk.folder, { _site: "Mine." });
    const error = await runBuild(desk).catch((thrown: unknown) => thrown);
    assert.is((error as UserError).message, `${desk.output} is not a folder. Name another one: --output DIR.`);
  });

  it("has folders beside the site left alone, whatever they are called", async () => {
    const desk = await publish();
    const mine = { "_site.last/a.txt": "a", "_site.next-x/a.txt": "b", "_site.next-4711/a.txt": "c", "_site.old": "d" };
    writeFiles(desk.folder, mine);
    rmSync(desk.cache, { recursive: true });
    writeFiles(desk.content, { [second]: formatArticle({ title: "Summit" }) });
    await runBuild(desk);

    for (const [file, text] of Object.entries(mine)) assert.is(readFileSync(join(desk.folder, file), "utf8"), text);
    assert.equal(await differences(desk, []), []);
  });
});

behaviour("a publisher in whose output something stands where a page belongs", (it) => {
  const obstacles: Readonly<Record<string, (desk: Desk) => string>> = {
    "a file of somebody's": ({ output }) => {
      writeFiles(output, { "2024/07/12/summit/index.html": "Mine." });
      return `${output}/2024/07/12/summit/index.html was not written by Dateline, but the site needs its place for 2024/07/12/summit/index.html. Move it away, or delete it.`;
    },
    "a file in the place of a folder": ({ output }) => {
      writeFiles(output, { "2024/07/12": "Mine." });
      return `${output}/2024/07/12 was not written by Dateline, but`;
    },
    "a folder in the place of a file": ({ output }) => {
      mkdirSync(join(output, "2024/07/12/summit/index.html"), { recursive: true });
      return `${output}/2024/07/12/summit/index.html was not written by Dateline, but`;
    },
    "a link in the place of a folder": ({ output, folder }) => {
      writeFiles(folder, { "victim/index.html": "Private." });
      mkdirSync(join(output, "2024/07/12"), { recursive: true });
      symlinkSync("../../../../victim", join(output, "2024/07/12/summit"));
      return `${output}/2024/07/12/summit is a link, and links are not followed, but the site needs its place for 2024/07/12/summit/`;
    },
  };
  for (const [what, place] of Object.entries(obstacles)) {
    for (const way of ["a small build", "a full build"]) {
      it(`reads a line, and nothing is changed: ${what}, ${way}`, async () => {
        const desk = await publish();
        const line = place(desk);
        const before = readAllBytes(desk.folder);
        if (way === "a full build") rmSync(desk.cache, { recursive: true });
        writeFiles(desk.content, { [second]: formatArticle({ title: "Summit" }) });
        const error = await runBuild(desk).catch((thrown: unknown) => thrown);

        assert.instance(error, UserError);
        assert.ok(String(error).includes(line), String(error));
        const changed = findDifferentFiles(readAllBytes(desk.folder), before);
        assert.equal(
          changed.filter((file) => !/^(\.cache|content)\//.test(file)),
          [],
        );

        rmSync(join(desk.output, "2024/07/12"), { recursive: true });
        assert.equal((await runBuild(desk)).problems, []);
        assert.equal(await differences(desk, []), []);
      });
    }
  }
});

interface Desk extends ReturnType<typeof getSitePaths> {
  readonly folder: string;
}

function create(): Desk {
  const folder = createTemporaryFolder();
  const desk = { folder, ...getSitePaths(folder) };
  writeFiles(desk.content, first);
  return desk;
}

async function publish(): Promise<Desk> {
  const desk = create();
  await runBuild(desk);
  return desk;
}

/** The files of the output that differ from those of a first build, other than these. */
async function differences({ content, output }: Desk, others: readonly string[]): Promise<readonly string[]> {
  const anew = { ...getSitePaths(createTemporaryFolder()), content };
  await runBuild(anew);
  const files = findDifferentFiles(readAllBytes(output), readAllBytes(anew.output)).toSorted();
  assert.ok(listFiles(anew.output).length > 20);
  return files.filter((file) => !others.includes(file) && !file.endsWith(".svg"));
}

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { behaviour } from "../../help/run/behaviour.ts";
import { runCommand, runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../../help/sites/folders.ts";

const allOptions = "--title=Dispatch --url=https://daily.example/ --language=en --timezone=Europe/Riga --hour=06:00";

behaviour("a publisher who names a folder for a new digest", (it) => {
  const refusals: readonly (readonly [situation: string, files: FileContents, folder: string, line: string])[] = [
    ["with a file in it", { "mine/a.txt": "x" }, "mine", "mine is not empty (it contains a.txt)."],
    ["with a hidden file in it", { "mine/.keep": "" }, "mine", "mine is not empty (it contains .keep)."],
    ["with a folder in it", { "mine/b/c.txt": "x" }, "mine", "mine is not empty (it contains b)."],
    ["that is the working one, with a file", { "a.txt": "x" }, ".", ". is not empty (it contains a.txt)."],
  ];
  for (const [situation, files, folder, line] of refusals) {
    it(`keeps what is there, in a folder ${situation}`, async () => {
      const parent = createTemporaryFolder();
      writeFiles(parent, files);
      const { code, out, errors } = await runDateline(["init", folder, ...allOptions.split(" ")], parent);

      assert.equal([code, out, errors], [2, "", `${line} Name another folder: nothing was written.\n`]);
      assert.equal(listFiles(parent), Object.keys(files));
    });
  }

  it("is told that a file is not a folder", async () => {
    const parent = createTemporaryFolder();
    writeFiles(parent, { mine: "x" });
    const { code, errors } = await runDateline(["init", "mine", ...allOptions.split(" ")], parent);

    assert.equal([code, errors], [2, "mine is not a folder. Name another: nothing was written.\n"]);
  });

  it("gets nothing half written where a folder cannot be made", async () => {
    const parent = createTemporaryFolder();
    writeFiles(parent, { file: "x" });
    for (const folder of ["file/digest", "n".repeat(300)]) {
      const { code, errors } = await runDateline(["init", folder, ...allOptions.split(" ")], parent);

      assert.is(code, 2);
      assert.match(errors, /^[^\n]+\n$/);
      assert.equal(listFiles(parent), ["file"]);
    }
  });

  it("gets it in a folder that is empty, in a new repository, behind a link, deep below, or with spaces and quotes", async () => {
    const parent = createTemporaryFolder();
    mkdirSync(join(parent, "empty"));
    await runCommand("git", ["init", "-q", "cloned"], { folder: parent });
    mkdirSync(join(parent, "target"));
    symlinkSync("target", join(parent, "link"));
    for (const folder of ["empty", "cloned", "link", "a/b/c", "my 'first' digest", "dateline", "Дайджест"]) {
      const { code, errors } = await runDateline(["init", folder, ...allOptions.split(" ")], parent);

      assert.equal([folder, code, errors], [folder, 0, ""]);
      const files = listFiles(join(parent, folder)).filter((file) => !file.startsWith(".git/"));
      assert.is(files.length, 10, files.join("\n"));
    }
    assert.is(listFiles(parent).filter((file) => file.includes("unfinished")).length, 0);
  });

  it("is told how to enter it, and nothing of that where it is the working one", async () => {
    const parent = createTemporaryFolder();
    const other = await runDateline(["init", "it's new", ...allOptions.split(" ")], parent);
    mkdirSync(join(parent, "here"));
    const here = await runDateline(["init", ".", ...allOptions.split(" ")], join(parent, "here"));

    assert.match(other.out, "\n  cd 'it'\\''s new'\n  npm install\n");
    assert.match(here.out, "\n\n  npm install\n");
  });
});

behaviour("a script that starts a digest", (it) => {
  const wrongUses: readonly (readonly [change: string, line: string])[] = [
    ["--hour=25:00", '--hour: "25:00" is not a time of day. Write hours and minutes, as in: "06:00"'],
    ["--hour=6", '--hour: "6" is not a time of day. Write hours and minutes, as in: "06:00"'],
    [
      "--timezone=Riga",
      '--timezone: "Riga" is not a time zone. Write a name from the IANA database, as in: Europe/Riga',
    ],
    ["--language=de", '--language: "de" is not a supported language. Supported languages: en, ru, uk.'],
    ["--language=../en", '--language: "../en" is not a supported language. Supported languages: en, ru, uk.'],
    ["--url=daily.example", '--url: "daily.example" is not a web address. Start it with https://'],
    [
      "--url=http://localhost:8080/",
      '--url: "http://localhost:8080/" has no domain name, which the ids in feeds begin with. Write the address that the site will have, as in: https://dispatch.example/',
    ],
    [
      "--url=https://daily.example/?a=b",
      '--url: "https://daily.example/?a=b" is not the address of a site. Remove the part that begins with ? or #.',
    ],
    ["--email=editors", '--email: "editors" is not an email address. Write it as in: editors@dispatch.example'],
    ["--time-zone=UTC", '"init" has no option --time-zone. Did you mean --timezone?'],
  ];
  for (const [change, line] of wrongUses) {
    it(`gets one line for ${change}`, async () => {
      const folder = createTemporaryFolder();
      const { code, out, errors } = await runDateline(["init", "digest", ...allOptions.split(" "), change], folder);

      assert.equal([code, out, errors], [2, "", `${line}\n`]);
      assert.equal(listFiles(folder), []);
    });
  }

  it("is told what is missing, by the names of the options", async () => {
    const folder = createTemporaryFolder();
    const { code, out, errors } = await runDateline(
      ["init", "digest", "--title", "Dispatch", "--hour", "06:00"],
      folder,
    );

    assert.equal([code, out], [2, ""]);
    assert.is(
      errors,
      'Missing: --url, --language, --timezone. Without a terminal "init" cannot ask. See: dateline init --help\n',
    );
    assert.equal(listFiles(folder), []);
  });
});

behaviour("a publisher who is asked on a terminal", (it) => {
  it("sees defaults, is asked again after a mistake, and gets a digest of the answers", async () => {
    const folder = createTemporaryFolder();
    const dialogue = await answerQuestions("dateline init my-digest", folder, [
      ["Title of the digest (My digest): ", "Вісті міста"],
      ["Address of the site (https://my-digest.example/): ", "visti.example"],
      ["Address of the site (https://my-digest.example/): ", "https://visti.example/"],
      ["Mail address for readers (editors@visti.example): ", ""],
      ["Language: en, ru or uk (en): ", "uk"],
      ["Time zone (Europe/Kyiv): ", ""],
      ["Hour at which an edition comes out (20:00): ", "7:00"],
      ["Hour at which an edition comes out (20:00): ", "07:00"],
    ]);

    assert.is(dialogue.code, 0, dialogue.shown);
    assert.ok(dialogue.shown.includes('"visti.example" is not a web address. Start it with https://'), dialogue.shown);
    assert.ok(dialogue.shown.includes('"7:00" is not a time of day.'), dialogue.shown);
    const site = parse(readFileSync(join(folder, "my-digest/content/site.yaml"), "utf8"));
    assert.equal(
      [site.title, site.url, site.language, site.timezone, site.hour, site.publisher.email],
      ["Вісті міста", "https://visti.example/", "uk", "Europe/Kyiv", "07:00", "editors@visti.example"],
    );
  });

  it("is not asked for what an option says", async () => {
    const folder = createTemporaryFolder();
    const command = `dateline init digest ${allOptions.replace(/--hour=\S+/, "")}`;
    const { code, shown } = await answerQuestions(command, folder, [
      ["Mail address for readers (editors@daily.example): ", ""],
      ["Hour at which an edition comes out (20:00): ", ""],
    ]);

    assert.is(code, 0, shown);
  });

  for (const [key, byte, expectedCode] of [
    ["Ctrl-C", "\u0003", 130],
    ["Ctrl-D", "\u0004", 2],
  ] as const) {
    it(`may leave by ${key}, and nothing is written`, async () => {
      const folder = createTemporaryFolder();
      const { code, shown } = await answerQuestions("dateline init digest", folder, [
        ["Title of the digest (Digest): ", "Dispatch"],
        ["Address of the site (https://digest.example/): ", byte],
      ]);

      assert.is(code, expectedCode, shown);
      assert.equal(listFiles(folder), []);
    });
  }
});

/** Runs a command on a terminal, which `script` makes, and types an answer when its prompt is shown. */
async function answerQuestions(
  command: string,
  folder: string,
  dialogue: readonly (readonly [prompt: string, answer: string])[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const line = command.replace(/^dateline/, `'${process.execPath}' '${resolve("src/start.js")}'`);
  const environment = { ...process.env, TZ: "Europe/Kyiv", LC_ALL: "C", LANG: "C", TERM: "xterm" };
  const child = spawn("script", ["-qefc", line, "/dev/null"], { cwd: folder, env: environment });
  const steps = [...dialogue];
  let shown = "";
  let read = 0;
  child.stdout.on("data", (bytes: Buffer) => {
    shown += bytes.toString();
    const [prompt, answer] = steps[0] ?? [];
    if (prompt === undefined || answer === undefined) return;
    const at = shown.indexOf(prompt, read);
    if (at < 0) return;
    steps.shift();
    read = at + prompt.length;
    child.stdin.write(/\p{Control}/u.test(answer) ? answer : `${answer}\n`);
  });
  const timer = setTimeout(() => child.kill(), 20_000);
  const code = await new Promise<number | null>((end, fail) => child.once("close", end).once("error", fail));
  clearTimeout(timer);
  assert.equal(steps, [], shown);
  return { code, shown };
}

import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { createTemporaryFolder, listFiles, writeFiles } from "../help/sites/folders.ts";
import { formatArticle, makeSettingsFiles } from "../help/sites/site.ts";

behaviour("a publisher who asks how a command is used", (it) => {
  it("reads every command in a line", async () => {
    const { code, out, errors } = await runDateline(["--help"], createTemporaryFolder());

    assert.equal([code, errors], [0, ""]);
    for (const command of ["init FOLDER", "build", "dev", "check", "newsletter DAY"])
      assert.match(out, `\n  ${command} `);
  });

  const usages = [
    {
      command: "init",
      options: ["title", "url", "language", "timezone", "hour", "email"],
      example:
        'my-digest --title "The Dispatch" --url https://dispatch.example/ --language en --timezone Europe/Riga --hour 20:00',
    },
    {
      command: "convert",
      options: ["from", "output", "url", "timezone", "language"],
      example: "old-site --from jekyll --output my-digest",
    },
    {
      command: "build",
      options: ["content", "links", "output", "jobs", "shard", "verify", "no-cache", "all"],
      example: "--output public",
    },
    { command: "dev", options: ["content", "links", "host", "port"], example: "--port 3000" },
    { command: "check", options: ["content", "links", "since", "all"], example: "--since origin/main" },
    { command: "newsletter", options: ["content", "links"], example: "2024-07-11" },
  ];
  for (const { command, options, example } of usages) {
    it(`reads the options of "${command}" alone, with an example`, async () => {
      const { code, out, errors } = await runDateline([command, "--help"], createTemporaryFolder());

      assert.equal([code, errors], [0, ""]);
      assert.equal(
        [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option),
        options,
      );
      assert.ok(out.endsWith(`\n\nExample: dateline ${command} ${example}\n`), out);
    });
  }

  it("reads the version of Dateline", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    const { code, out, errors } = await runDateline(["--version"], createTemporaryFolder());

    assert.equal([code, out, errors], [0, `${version}\n`, ""]);
  });
});

behaviour("a publisher who names one folder for two things", (it) => {
  const outputs: Readonly<Record<string, string>> = {
    content: "--output content is the content folder. Name a folder of its own.",
    "content/site": "--output content/site is in the content folder. Name a folder of its own.",
    "here/2024/../site": "--output here/2024/../site is in the content folder. Name a folder of its own.",
    ".": "--output . contains the content folder. Name a folder of its own.",
    ".cache/parts/": "--output .cache/parts/ is in the cache. Name a folder of its own.",
  };
  for (const [output, line] of Object.entries(outputs)) {
    it(`reads which, and nothing is written: ${output}`, async () => {
      const folder = createTemporaryFolder();
      writeFiles(join(folder, "content"), { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
      symlinkSync("content", join(folder, "here"));
      const before = listFiles(folder);
      const { code, errors } = await runDateline(["build", "--output", output], folder);

      assert.equal([code, errors], [2, `${line}\n`]);
      assert.equal(listFiles(folder), before);
    });
  }
});

behaviour("a publisher who reads only a part of the output", (it) => {
  const run = (command: string, folder: string) =>
    runCommand("bash", ["-c", `set -o pipefail; node "$0" ${command}`, resolve("src/start.js")], { folder });

  for (const command of ["--help", "build", "check --bogus", "build 2>&1"]) {
    it(`reads no stack, and has the work done: ${command} | true`, async () => {
      const folder = createTemporaryFolder();
      writeFiles(join(folder, "content"), { ...makeSettingsFiles(), "2024/07/11/talks.md": formatArticle() });
      const { code, errors } = await run(`${command} | true`, folder);

      assert.is(code, command.startsWith("check") ? 2 : 0, errors);
      assert.not.match(errors, /\n\s+at /);
      assert.is(existsSync(join(folder, "_site/index.html")), command.startsWith("build"));
    });
  }

  it("reads in one line that the disk is full", async () => {
    const { code, errors } = await run("--help >/dev/full", createTemporaryFolder());

    assert.equal([code, errors], [2, "The output cannot be written: ENOSPC: no space left on device, write\n"]);
  });
});

behaviour("a publisher who gives a wrong command", (it) => {
  const wrongUses: readonly (readonly [command: string, line: string])[] = [
    ["biuld", '"biuld" is not a command. Did you mean "build"?'],
    ["publish", '"publish" is not a command. The commands are: init, convert, build, dev, check, newsletter.'],
    ["--content site build", "Write the command before its options: dateline COMMAND --content"],
    ["build twice", '"build" takes no argument, but was given "twice".'],
    ["newsletter", '"newsletter" needs a DAY, as in: dateline newsletter 2024-07-11'],
    [
      "init",
      '"init" needs a FOLDER, as in: dateline init my-digest --title "The Dispatch" --url https://dispatch.example/ --language en --timezone Europe/Riga --hour 20:00',
    ],
    ["init one two", '"init" takes one FOLDER, but was also given "two".'],
    ["newsletter 2024-07-11 2024-07-12", '"newsletter" takes one DAY, but was also given "2024-07-12".'],
    ["newsletter yesterday", '"yesterday" is not a day. Write it like 2024-07-11'],
    ["newsletter 2024-07-11 --shard 9/8 --port x", '--shard is an option of "build", not of "newsletter".'],
    ["convert", '"convert" needs a FOLDER, as in: dateline convert old-site --from jekyll --output my-digest'],
    ["convert .", "Say what published the archive: --from, and one of jekyll, hugo, pelican, zola, wordpress-export."],
    ["convert . --from jekyl", '--from jekyl: did you mean "jekyll"?'],
    [
      "convert . --from drupal",
      "--from drupal: such archives cannot be read. Those that can: jekyll, hugo, pelican, zola, wordpress-export.",
    ],
    ["convert . --from hugo", "Name the folder for the new content: --output DIR"],
    ["convert nowhere --from hugo --output new", "There is no folder nowhere."],
    ["convert . --from jekyll --output new", ". has no folder _posts: it is not an archive of Jekyll."],
    [
      "convert . --from hugo --output new --timezone Riga",
      "--timezone Riga: write a name from the IANA database, as in Europe/Riga",
    ],
    ["convert . --from hugo --output new --url old", "--url old: write it as in https://dispatch.example/"],
    ["check --port 3000", '--port is an option of "dev", not of "check".'],
    ["build --ouput site", '"build" has no option --ouput. Did you mean --output?'],
    ["build --constructor", '"build" has no option --constructor. See: dateline build --help'],
    ["build -o site", '"build" has no option -o. See: dateline build --help'],
    ["build --output", "--output needs a value: --output DIR"],
    ["build --output --no-cache", "--output needs a value: --output DIR"],
    ["build --output=", "--output needs a value: --output DIR"],
    ["build --no-cache=yes", "--no-cache takes no value."],
    ["build --jobs many", "--jobs many: write a number from 1 to 99."],
    ["dev --port 65536", "--port 65536: a port is a number from 1 to 65535."],
    [
      "check --links absolute",
      "--links absolute: links lead to a folder or to a file. Write --links folder or --links file",
    ],
  ];
  for (const [command, line] of wrongUses) {
    it(`gets exit code 2 and one line that says what is wrong: dateline ${command}`, async () => {
      const { code, out, errors } = await runDateline(command.split(" "), createTemporaryFolder());

      assert.equal([code, out, errors], [2, "", `${line}\n`]);
    });
  }

  for (const option of ["--content", "--output"]) {
    it(`is not taken to mean the working directory by an empty ${option}`, async () => {
      const { code, errors } = await runDateline(["build", option, ""], createTemporaryFolder());

      assert.equal([code, errors], [2, `${option} needs a value: ${option} DIR\n`]);
    });
  }

  it("reads all commands if there is none in it", async () => {
    const { code, out, errors } = await runDateline([], createTemporaryFolder());

    assert.equal([code, out], [2, ""]);
    assert.ok(errors.startsWith("Usage: dateline COMMAND"), errors);
  });

  it("reads the right form for a DATELINE_NOW that is not an instant", async () => {
    const { code, errors } = await runDateline(["build"], createTemporaryFolder(), { DATELINE_NOW: "yesterday" });

    assert.equal([code, errors], [2, "DATELINE_NOW is not an ISO instant. Write it like 2024-07-11T06:00:00+03:00\n"]);
  });
});

behaviour("a publisher whose Node is too old", (it) => {
  it("reads in one line which Node is needed", async () => {
    const olderNode = `data:text/javascript,
      Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } })`;
    const args = ["--import", olderNode, "src/start.js", "--version"];
    const { code, out, errors } = await runCommand(process.execPath, args, { folder: "." });

    assert.equal([code, out, errors], [2, "", "Dateline needs Node 20 or newer. This is Node 18.20.8.\n"]);
  });
});

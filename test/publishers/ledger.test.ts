import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { type FileContents, listFiles, writeFiles } from "../help/sites/folders.ts";
import { createRepository, moveText, talks } from "../help/sites/repository.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const published = "tag:dispatch.example,2024:/2024/07/11/talks/";

behaviour("a publisher who checks a change against what was published", (it) => {
  it("may change the words of an article, and add another", async () => {
    const folder = await createRepository();
    writeFiles(join(folder, "content"), {
      [talks]: formatArticle({ title: "Envoys part" }),
      "2024/07/12/more.md": formatArticle({ title: "More" }),
    });
    const ended = await runDateline(["check"], folder);

    assert.is(ended.errors, "");
    assert.is(ended.code, 0);
  });

  it("is told of each address and feed id that a moved article would lose, and of the lines that keep them", async () => {
    const folder = await createRepository();
    moveText(folder, "2024/07/12/talks.md");
    const ended = await runDateline(["check"], folder);

    assert.is(ended.code, 1);
    const lines = ended.errors.split("\n");
    for (const line of [
      `content/2024/07/12/talks.md:1:1  aliases: /2024/07/11/talks/ was published and would be gone. Add this line: aliases: ["/2024/07/11/talks/"]`,
      `content/2024/07/12/talks.md:1:1  id: subscribers know "Envoys meet" as ${published}, but no article has this id any more. Add this line: id: "${published}"`,
    ]) {
      assert.ok(lines.includes(line), `${line}\nis not among\n${ended.errors}`);
    }
  });

  it("may not hand an option to git", async () => {
    const folder = await createRepository();
    const ended = await runDateline(["check", "--since=--index-output=stolen"], folder);

    assert.is(ended.errors, '"--index-output=stolen" is not a commit. Write it as in: --since origin/main\n');
    assert.is(ended.code, 2);
  });

  it("may move it with these lines, where nothing else vanishes with it", async () => {
    const folder = await createRepository({ "2024/07/11/other.md": formatArticle({ title: "Another" }) });
    writeFiles(join(folder, "content"), {
      [talks]: undefined,
      "2024/07/11/envoys.md": formatArticle({ title: "Envoys meet", aliases: ["/2024/07/11/talks/"], id: published }),
    });
    const ended = await runDateline(["check", "--since", "HEAD"], folder);

    assert.is(ended.errors, "");
    assert.is(ended.code, 0);
  });

  it("is told of each static file that would be gone, and may put it back, or publish another thing in its place", async () => {
    const folder = await createRepository({
      "static/CNAME": "a.example\n",
      "static/Годовой отчёт.pdf": "%PDF",
      "static/old/index.html": "<p>Old.",
    });
    const save = (files: FileContents) => writeFiles(join(folder, "content"), files);
    save({ "static/CNAME": undefined, "static/Годовой отчёт.pdf": undefined, "static/old/index.html": undefined });
    save({ "2024/07/12/new.md": formatArticle({ title: "New", aliases: ["/old/"] }) });
    const ended = await runDateline(["check"], folder);
    const line = (address: string, path: string) =>
      `content/static/${path}:1:1  static: ${address} was published and would be gone. Restore the file: git -C content checkout HEAD -- ${path === "CNAME" ? "static/CNAME" : `'static/${path}'`}`;

    assert.is(ended.code, 1);
    assert.equal(ended.errors.trimEnd().split("\n"), [
      line("/CNAME", "CNAME"),
      line("/Годовой%20отчёт.pdf", "Годовой отчёт.pdf"),
    ]);
    save({ "static/CNAME": "b.example\n" });
    const rest = (await runDateline(["check"], folder)).errors;
    // As the line says, to the letter.
    await runCommand("sh", ["-c", /git -C .*/.exec(rest)?.[0] ?? ""], { folder });
    assert.is((await runDateline(["check"], folder)).errors, "");
  });

  it("is told of a document that feeds and mails name, and keeps it beside the one that replaced it", async () => {
    const folder = await createRepository({
      "2024/07/11/report.md": formatArticle({ title: "A report" }, "[x](report.pdf)"),
      "2024/07/11/report.pdf": "%PDF, the first",
    });
    writeFiles(join(folder, "content"), { "2024/07/11/report.pdf": "%PDF, the second" });
    const { code, errors } = await runDateline(["check"], folder);

    assert.is(code, 1);
    assert.is(
      errors,
      "content/2024/07/11/report.pdf:1:1  document: its earlier bytes were published, and feeds, mails and link previews name files that would be gone. Keep them beside it: git -C content show HEAD:./2024/07/11/report.pdf >content/2024/07/11/report.kept.pdf\n",
    );
    await runCommand("sh", ["-c", /git -C .*/.exec(errors)?.[0] ?? ""], { folder });
    assert.is((await runDateline(["check"], folder)).errors, "");
    assert.is((await runDateline(["build"], folder)).errors, "");
    const files = listFiles(join(folder, "_site")).filter((file) => file.endsWith(".pdf"));
    assert.equal(files.map((file) => readFileSync(join(folder, "_site", file), "utf8")).sort(), [
      "%PDF, the first",
      "%PDF, the second",
    ]);
    assert.ok(files.every((file) => /^2024\/07\/11\/report-[\da-f]{8}\.pdf$/.test(file)));
  });

  it("reads in one line that git knows no such commit", async () => {
    const ended = await runDateline(["check", "--since", "yesterday"], await createRepository());

    assert.is(ended.code, 2);
    assert.match(ended.errors, /yesterday/);
    assert.not.match(ended.errors, /\n\s+at /);
  });
});

behaviour("a publisher who checks content that was never published", (it) => {
  it("passes outside of git, and reads that nothing was compared", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle({}) });
    const { code, out, errors } = await runDateline(["check"], folder, { LANG: "de_DE.UTF-8" });

    assert.equal([code, errors], [0, ""]);
    assert.match(out, "; content is not in a git repository, so there was no address to compare\n");
  });

  it("is told so where an earlier commit was asked for by name", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle({}) });
    const { code, errors } = await runDateline(["check", "--since", "origin/main"], folder);

    assert.is(code, 2);
    assert.match(errors, "--since origin/main: content is not in a git repository. Leave the option out.");
  });

  it("passes in a repository without a commit", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle({}) });
    await runCommand("git", ["init", "-q"], { folder });
    const { code, out, errors } = await runDateline(["check"], folder);

    assert.equal([code, errors], [0, ""]);
    assert.match(out, "; nothing is committed yet, so there was no address to compare\n");
  });

  it("passes where the earlier commit has no content, as one that a host made with a readme", async () => {
    const { folder } = await buildSmallSite({ [talks]: formatArticle({}) });
    writeFiles(folder, { "README.md": "# Dispatch\n" });
    await runCommand("git", ["init", "-q"], { folder });
    await runCommand("git", ["add", "README.md"], { folder });
    const author = ["-c", "user.name=A", "-c", "user.email=a@dispatch.example"];
    await runCommand("git", [...author, "commit", "-qm", "First"], { folder });
    const { code, out, errors } = await runDateline(["check", "--since", "HEAD"], folder);

    assert.equal([code, errors], [0, ""]);
    assert.match(out, "; HEAD has no content, so there was no address to compare\n");
  });
});

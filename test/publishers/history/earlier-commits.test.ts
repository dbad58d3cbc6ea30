import { join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { runCommand, runDateline } from "../../help/sites/command.ts";
import { writeFiles } from "../../help/sites/folders.ts";
import { commitPath, createRepository, moveText, talks } from "../../help/sites/repository.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

behaviour("a publisher who mends a site that could not be published", (it) => {
  it("passes, and reads which commit was compared", async () => {
    const folder = await createRepository();
    for (const title of ["x".repeat(141), "x".repeat(142)]) {
      writeFiles(join(folder, "content"), { [talks]: formatArticle({ title }) });
      await commitPath(folder, "content");
    }
    writeFiles(join(folder, "content"), { [talks]: formatArticle({ title: "Envoys meet again" }) });
    const { code, out, errors } = await runDateline(["check"], folder);

    assert.equal([code, errors], [0, ""]);
    assert.match(
      out,
      /; every address since [\da-f]{7,} answers \(HEAD and one before it passed over: content with problems by today's rules was never published\)\n$/,
    );
  });

  it("is told of what the last published commit had, with commands that name that commit", async () => {
    const folder = await createRepository();
    writeFiles(join(folder, "content"), { [talks]: "---\ntitle: [\n---\n" });
    await commitPath(folder, "content");
    moveText(folder, "2024/07/12/talks.md");
    writeFiles(join(folder, "content"), { "2024/07/12/talks.md": formatArticle({ title: "Envoys meet" }) });
    const { code, out, errors } = await runDateline(["check"], folder);

    assert.is(code, 1);
    assert.match(out, /^compared with [\da-f]{7,} \(HEAD passed over: /);
    assert.match(errors, 'Add this line: aliases: ["/2024/07/11/talks/"]');
  });

  it("passes where no commit could be published before", async () => {
    const { folder } = await buildSmallSite({});
    writeFiles(join(folder, "content"), { [talks]: "---\ntitle: [\n---\n" });
    await runCommand("git", ["init", "-q"], { folder });
    await commitPath(folder, "content");
    writeFiles(join(folder, "content"), { [talks]: formatArticle({}) });
    const { code, out } = await runDateline(["check"], folder);

    assert.is(code, 0);
    assert.match(
      out,
      "; neither HEAD nor a commit before it could be published by today's rules, so there was no address",
    );
  });
});

behaviour("a publisher whose workflow has a part of the history", (it) => {
  it("reads the command that fetches the rest, which ends the error", async () => {
    const origin = await createRepository();
    writeFiles(join(origin, "content"), { [talks]: formatArticle({ title: "Envoys part" }) });
    await commitPath(origin, "content");
    await runCommand("git", ["branch", "-m", "main"], { folder: origin });
    await runCommand("git", ["branch", "change"], { folder: origin });
    const words = ["clone", "-q", "--depth", "1", "--branch", "change", `file://${origin}`, "clone"];
    assert.is((await runCommand("git", words, { folder: origin })).code, 0);
    const folder = join(origin, "clone");
    const before = await runDateline(["check", "--since", "origin/main"], folder);

    assert.is(before.code, 2);
    assert.match(before.errors, "--since origin/main: git knows no such commit here, because this clone is shallow.");
    await followCommand(before.errors, folder);
    assert.is((await runDateline(["check", "--since", "origin/main"], folder)).code, 0);
  });

  it("reads how to fetch a branch that a whole clone does not have", async () => {
    const origin = await createRepository();
    await runCommand("git", ["branch", "-m", "main"], { folder: origin });
    const folder = await createRepository();
    await runCommand("git", ["remote", "add", "origin", `file://${origin}`], { folder });
    const { errors } = await runDateline(["check", "--since", "origin/main"], folder);
    await followCommand(errors, folder);

    assert.is((await runDateline(["check", "--since", "origin/main"], folder)).code, 0);
  });
});

/** Runs the command at the end of a line. */
async function followCommand(line: string, folder: string): Promise<void> {
  const [, command = ""] = /: (git fetch [^\n]*)/.exec(line) ?? [];
  const { code, errors } = await runCommand("sh", ["-c", command], { folder });
  assert.is(code, 0, errors);
}

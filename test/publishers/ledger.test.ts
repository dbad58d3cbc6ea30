import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { runCommand, runDateline } from "../help/sites/command.ts";
import { writeFiles } from "../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const talks = "2024/07/11/talks.md";
const published = "tag:dispatch.example,2024:/2024/07/11/talks/";

behaviour("a publisher who checks a change against what was published", (it) => {
  it("may change the words of an article, and add another", async () => {
    const folder = await repository();
    writeFiles(join(folder, "content"), {
      [talks]: formatArticle({ title: "Envoys part" }),
      "2024/07/12/more.md": formatArticle({ title: "More" }),
    });
    const ended = await runDateline(["check"], folder);

    assert.is(ended.errors, "");
    assert.is(ended.code, 0);
  });

  it("is told of each address and feed id that a moved article would lose, and of the lines that keep them", async () => {
    const folder = await repository();
    moved(folder, "2024/07/12/talks.md");
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

  it("may move it with these lines, where nothing else vanishes with it", async () => {
    const folder = await repository({ "2024/07/11/other.md": formatArticle({ title: "Another" }) });
    writeFiles(join(folder, "content"), {
      [talks]: undefined,
      "2024/07/11/envoys.md": formatArticle({ title: "Envoys meet", aliases: ["/2024/07/11/talks/"], id: published }),
    });
    const ended = await runDateline(["check", "--since", "HEAD"], folder);

    assert.is(ended.errors, "");
    assert.is(ended.code, 0);
  });

  it("reads in one line that git knows no such commit", async () => {
    const ended = await runDateline(["check", "--since", "yesterday"], await repository());

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
    assert.match(errors, /^fatal: not a git repository/);
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

/** A folder with content that is committed to git. */
async function repository(more: Record<string, string> = {}): Promise<string> {
  const { folder } = await buildSmallSite({ [talks]: formatArticle({ title: "Envoys meet" }), ...more });
  const git = (...words: string[]) =>
    runCommand("git", ["-c", "user.name=A", "-c", "user.email=a@dispatch.example", ...words], { folder });
  await git("init", "-q");
  await git("add", "content");
  const { code, errors } = await git("commit", "-qm", "First");
  if (code !== 0) throw new Error(errors);
  return folder;
}

function moved(folder: string, to: string): void {
  const [from, there] = [join(folder, "content", talks), join(folder, "content", to)];
  mkdirSync(dirname(there), { recursive: true });
  renameSync(from, there);
}

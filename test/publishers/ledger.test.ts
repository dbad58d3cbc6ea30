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

  it("may not hand an option to git", async () => {
    const folder = await repository();
    const ended = await runDateline(["check", "--since=--index-output=stolen"], folder);

    assert.is(ended.errors, '"--index-output=stolen" is not a commit. Write it as in: --since origin/main\n');
    assert.is(ended.code, 2);
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

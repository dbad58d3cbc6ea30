import * as assert from "uvu/assert";
import { findMarkdownProblems } from "../../help/newsroom/marked.ts";
import { articlePath, testProblemLines, withBody, withFrontMatter } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { makeSettingsFiles } from "../../help/sites/site.ts";

const talks = `content/${articlePath}`;

function describe(marker: string): string {
  return `"${marker}" is a marker of a merge conflict that is not resolved. Keep one side, and delete the lines that begin with <<<<<<<, =======, >>>>>>> and |||||||.`;
}

const rest = "summary: Both sides agree.\nsources: [{name: Reuters}]\ntags: [diplomacy]";
const sides = "<<<<<<< HEAD\ntitle: Two died\n=======\ntitle: Three died\n>>>>>>> origin/main";
const settings = makeSettingsFiles();

/** The text with a conflict of two further lines at its end. */
function withConflict(text: string | Buffer | undefined, ours: string, theirs: string): string {
  return `${text}<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> origin/main\n`;
}

behaviour("an author who leaves a merge conflict in front matter", (it) => {
  testProblemLines(it, {
    "two titles": [withFrontMatter(`${sides}\n${rest}`), `${talks}:2:1  YAML: ${describe("<<<<<<< HEAD")}`],
    "two titles in a file with the line ends of Windows": [
      { [articlePath]: `---\n${sides}\n${rest}\n---\n\nWords.\n`.replaceAll("\n", "\r\n") },
      `${talks}:2:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "two conflicts": [
      withFrontMatter(`${sides}\nsummary: Both.\n<<<<<<< HEAD\ntags: [russia]\n=======\ntags: [ukraine]\n>>>>>>> b`),
      `${talks}:2:1  YAML: ${describe("<<<<<<< HEAD")}`,
      `${talks}:8:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "the style diff3": [
      withFrontMatter(`<<<<<<< HEAD\ntitle: A\n||||||| 4ad03ef\ntitle: B\n=======\ntitle: C\n>>>>>>> b\n${rest}`),
      `${talks}:2:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "inside a block of text": [
      withFrontMatter(`title: |\n  Two\n<<<<<<< HEAD\n  died\n=======\n  fell\n>>>>>>> b\n${rest}`),
      `${talks}:4:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "in a list": [
      withFrontMatter(`title: A\n${rest}\npeople:\n<<<<<<< HEAD\n- Ann\n=======\n- Bob\n>>>>>>> b`),
      `${talks}:7:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "of Jujutsu": [
      withFrontMatter(
        `<<<<<<< Conflict 1 of 1\n%%%%%%% Changes from base to side #1\n-title: A\n+title: B\n+++++++ Contents of side #2\ntitle: C\n>>>>>>> Conflict 1 of 1 ends\n${rest}`,
      ),
      `${talks}:2:1  YAML: ${describe("<<<<<<< Conflict 1 of 1")}`,
    ],
    "only its last marker": [
      withFrontMatter(`title: A\n>>>>>>> origin/main\n${rest}`),
      `${talks}:3:1  YAML: ${describe(">>>>>>> origin/main")}`,
    ],
    "all but its first marker": [
      withFrontMatter(`title: A\n=======\ntitle: B\n>>>>>>> origin/main\n${rest}`),
      `${talks}:3:1  YAML: ${describe("=======")}`,
    ],
    "one that begins there and ends in the text": [
      {
        [articlePath]: `---\ntitle: A\n<<<<<<< HEAD\n${rest}\n---\n\nTwo.\n=======\n${rest}\n---\n\nThree.\n>>>>>>> b\n`,
      },
      `${talks}:3:1  front matter: ${describe("<<<<<<< HEAD")}`,
    ],
    "the whole file twice": [
      { [articlePath]: `<<<<<<< HEAD\n---\ntitle: A\n---\n\nTwo.\n=======\n---\ntitle: B\n---\n\nThree.\n>>>>>>> b\n` },
      `${talks}:1:1  front matter: ${describe("<<<<<<< HEAD")}`,
    ],
    "a note of an edition, twice": [
      { "2024/07/11/index.md": "<<<<<<< HEAD\n---\ntitle: A\n---\n\nTwo.\n=======\nThree.\n>>>>>>> b\n" },
      `content/2024/07/11/index.md:1:1  front matter: ${describe("<<<<<<< HEAD")}`,
    ],
    "a plain page": [
      { "pages/about.md": `---\n${sides}\nsummary: Who we are.\n---\n\nWords.\n` },
      `content/pages/about.md:2:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
  });
});

behaviour("an editor who leaves a merge conflict in a settings file", (it) => {
  testProblemLines(it, {
    "site.yaml": [
      { "site.yaml": withConflict(settings["site.yaml"], "rights: full", "rights: link") },
      `content/site.yaml:11:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "tags.yaml": [
      { "tags.yaml": withConflict(settings["tags.yaml"], "- {slug: a, title: A}", "- {slug: b, title: B}") },
      `content/tags.yaml:4:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
    "storylines.yaml": [
      { "storylines.yaml": withConflict(settings["storylines.yaml"], "- {slug: a, title: A}", "- {slug: b}") },
      `content/storylines.yaml:2:1  YAML: ${describe("<<<<<<< HEAD")}`,
    ],
  });
});

behaviour("an author who leaves a merge conflict in a text", (it) => {
  testProblemLines(it, {
    "with the front matter of one side in it": [
      withBody("<<<<<<< HEAD\nTwo.\n=======\n---\ntitle: A\n---\nThree.\n>>>>>>> b"),
      `${talks}:8:1  text: ${describe("<<<<<<< HEAD")}`,
    ],
    "of Fossil": [
      withBody("<<<<<<< BEGIN MERGE CONFLICT: local copy shown first\nTwo.\n======= MERGED IN\nThree.\n>>>>>>> END"),
      `${talks}:8:1  text: ${describe("<<<<<<< BEGIN MERGE CONFLICT: local copy shown first")}`,
    ],
    "of Perforce": [
      withBody(">>>> ORIGINAL a.md#1\nOne.\n==== THEIRS a.md#2\nTwo.\n==== YOURS a.md\nThree.\n<<<<"),
      `${talks}:8:1  text: ${describe(">>>> ORIGINAL a.md#1")}`,
    ],
  });

  it("is left in peace with code, with headings underlined, and with quotations", () => {
    assert.equal(
      findMarkdownProblems(
        "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n```\n\nHeading\n=======\n\n>>>>a\n\n    <<<<<<< HEAD",
      ),
      [],
    );
  });
});

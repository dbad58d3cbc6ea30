import * as assert from "uvu/assert";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const folder = "2024/07/11";

// What a file with the name of a picture may hold instead, and the line that tells.
const notPictures: Readonly<Record<string, readonly [content: string, line: string]>> = {
  "a pointer of Git LFS": [
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "is a Git LFS pointer, not a picture. Run `git lfs pull`.",
  ],
  "a web page": [
    "\n<!DOCTYPE html>\n<html><title>Not found</title></html>",
    "is a web page, not a picture. Save the picture itself, not the page that shows it.",
  ],
  "nothing at all": ["", "is empty. Export the picture again."],
  XML: [
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    "is XML, not a picture. Save the picture itself, not the page that shows it.",
  ],
  text: ["Not found.", "is text, not a picture. Save the picture itself, not the page that shows it."],
  base64: ["iVBORw0KGgoAAAANSUhEUgAA", "is base64, not a picture. Decode it, or export the picture again."],
  "a file of zeros": ["\0".repeat(100), "is a file of zeros, not a picture. Copy the picture again."],
  "a film": [
    "\0\0\0\x18ftypmp42abcdabcd",
    "is a film, not a picture. Take a still picture from it, and link to the film.",
  ],
  "a picture with other line ends": [
    "\ufffdPNG\r\r\n\x1a\r\n",
    "is a file that a program has changed as if it were text, not a picture. Copy it again as a binary file.",
  ],
  "a PDF": ["%PDF-1.7\n", "is a PDF, not a picture. Export the picture as JPEG, PNG, WebP or AVIF."],
};

behaviour("an author whose picture is another kind of file", (it) => {
  for (const [what, [content, line]] of Object.entries(notPictures)) {
    it(`reads that it is ${what}`, async () => {
      const image = { src: "map.png", alt: "A map", credit: "Ann Example" };
      const site = await buildSmallSite({
        [`${folder}/a.md`]: formatArticle({ image }),
        [`${folder}/map.png`]: content,
      });

      assert.equal(site.problems, [`content/${folder}/map.png:1:1  ${line}`]);
    });
  }
});

const copies: Readonly<Record<string, string>> = {
  "a.sync-conflict-20240711-120000-ABCDEFG.md": "a copy left by a sync",
  "a (Ann's conflicted copy 2024-07-11).md": "a copy left by a sync",
  "a (conflicted copy 2024-07-11 120000).md": "a copy left by a sync",
  "a (1).md": "a second copy of a file",
  "a - Copy.md": "a second copy of a file",
  "a copy 2.md": "a second copy of a file",
  "a - Copy (2).md": "a second copy of a file",
  "a - копия.md": "a second copy of a file",
  "a — копия (2).md": "a second copy of a file",
  "a (копія 1).md": "a second copy of a file",
  "Копія a.md": "a second copy of a file",
  "Copy of a.md": "a second copy of a file",
  "a.md.orig": "a copy left by a merge or an editor",
  "a.md.rej": "a copy left by a merge or an editor",
  "a.md.bak": "a copy left by a merge or an editor",
  "a_REMOTE_1234.md": "a copy left by a merge",
};

behaviour("an author beside whose file a program left a copy", (it) => {
  for (const [name, what] of Object.entries(copies)) {
    it(`reads that ${name} is one, and from which file`, async () => {
      const site = await buildSmallSite({
        [`${folder}/a.md`]: formatArticle(),
        [`${folder}/${name}`]: formatArticle(),
      });

      assert.equal(site.problems, [
        `content/${folder}/${name}:1:1  is ${what}. Merge what differs into "a.md", then delete this file.`,
      ]);
    });
  }

  it("is left in peace where the program's files hold nothing of a story", async () => {
    const junk = ["~$a.docx", ".~lock.a.md#", ".DS_Store", "Thumbs.db", "a.md~", ".a.md.swp", "._a.md"];
    const files = Object.fromEntries(junk.map((name) => [`${folder}/${name}`, "x"]));
    const site = await buildSmallSite({ [`${folder}/a.md`]: formatArticle(), ...files });

    assert.equal(site.problems, []);
  });
});

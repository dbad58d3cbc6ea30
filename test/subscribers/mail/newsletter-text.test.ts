import * as assert from "uvu/assert";
import { formatFlowed } from "../../../src/values/text/flowed.ts";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { measureColumns } from "../../help/readers/mail-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { getDemo } from "../../help/sites/demo.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const text = "/2024/07/11/newsletter.txt";

behaviour("a subscriber whose mail program shows plain text", (it) => {
  it("reads the edition: the day, the note, each story with its sentence, its sources and its address", async () => {
    const built = await buildSmallSite({
      "2024/07/11/index.md":
        "---\ntitle: Two tones\n---\n\nRead *this* [first](summit.md):\n\n- one & two\n- <three>\n",
      "2024/07/11/summit.md": formatArticle({ title: "Envoys meet", lead: true, tags: ["russia"], places: ["Vienna"] }),
      "2024/07/11/drones.md": formatArticle({ title: "Drones fall", sources: [{ name: "RIA" }, { name: "AP" }] }),
    });

    assert.equal(joined(built.text(text)), [
      "\ufeffThe Dispatch",
      "Thursday, 11 July 2024",
      "2 stories, 2 min",
      "https://dispatch.example/2024/07/11/",
      "",
      "",
      "TWO TONES",
      "",
      "Read this first <https://dispatch.example/2024/07/11/summit/>:",
      "",
      "- one & two",
      "",
      "- <three>",
      "",
      "",
      "RUSSIA",
      "",
      "Envoys meet",
      "VIENNA. Both sides agree to meet again.",
      "Reuters",
      "https://dispatch.example/2024/07/11/summit/",
      "",
      "",
      "ELSEWHERE",
      "",
      "Drones fall",
      "Both sides agree to meet again.",
      "RIA, AP",
      "https://dispatch.example/2024/07/11/drones/",
      "",
      "That was all for 11 July 2024.",
      "",
      "-- ",
      "One edition a day.",
      "Subscribe: https://dispatch.example/feeds/",
      "",
    ]);
  });

  it("reads a note's lists, numbers, footnotes and pictures without their marks", async () => {
    const built = await buildSmallSite({
      "2024/07/11/index.md": `---
title: A note
---

They agreed[^1], and agreed again[^1].

3. a third thing
4. a fourth

   in two paragraphs

- one
  - in one

![A map of the front](map.jpg "Where it was. Photo: Ann Example")

[^1]: So says [Reuters](https://reuters.example/).
`,
      "2024/07/11/map.jpg": await createFlat(30, 20, [9, 9, 9]).jpeg().toBuffer(),
      "2024/07/11/summit.md": formatArticle(),
    });
    const note = joined(built.text(text))
      .slice(7)
      .filter((line) => line !== "");

    assert.equal(note.slice(0, 9), [
      "They agreed [1], and agreed again [1].",
      "3. a third thing",
      "4. a fourth",
      "in two paragraphs",
      "- one",
      "- in one",
      "[A map of the front]",
      "Where it was. Photo: Ann Example",
      "1. So says Reuters <https://reuters.example/>.",
    ]);
  });

  it("reads the day of the week as a line begins, in each language", async () => {
    const { text: read } = await getDemo("folder");
    const second = (address: string) => read(address).split("\n")[1];

    assert.is(second("/ru/2024/07/11/newsletter.txt"), "Четверг, 11 июля 2024");
    assert.is(second("/uk/2024/07/11/newsletter.txt"), "Четвер, 11 липня 2024");
  });

  it("sees no line of more than 72 columns in any language, but for addresses", async () => {
    const { files, text: read } = await getDemo("folder");
    const mails = files.filter((file) => file.endsWith("newsletter.txt"));
    const wide = mails.flatMap((file) => {
      const lines = read(`/${file}`).split("\n");
      const columns = measureColumns(read(`/${file}`));
      return lines.filter((line, i) => (columns[i] ?? 0) > 72 && !/^ ?<?https:\S+ ?$/.test(line));
    });

    assert.ok(mails.some((file) => file.startsWith("ru/")) && mails.some((file) => file.startsWith("uk/")));
    assert.equal(wide, []);
  });
});

behaviour("a mail program that knows flowed text", (it) => {
  const paragraphs: Readonly<Record<string, string>> = {
    "of one word": "Vienna",
    "of Latin text": "They agree to meet again, ".repeat(20).trim(),
    "of Cyrillic text": "Стороны договорились встретиться ещё раз ".repeat(20).trim(),
    "of wide letters": "東京で 会談が 行われた ".repeat(30).trim(),
    "of letters with accents of their own": "Виї\u0301здна́ се́сія ".repeat(30).trim(),
    "of pictures": "🕊 🇺🇦 🤝 ".repeat(40).trim(),
    "of a word that is longer than any line": `See ${"x".repeat(10_000)} for more`,
    "that begins as a quotation does": "> 3 is more than two",
    "in which a line may begin as a quotation, or as the next mail": "> From ".repeat(60).trim(),
    "that would end the text": `-- ${"y".repeat(71)} --`,
    "with spaces that do not break": "10 000 человек ".repeat(40).trim(),
  };

  for (const [what, paragraph] of Object.entries(paragraphs)) {
    it(`makes one paragraph again of one ${what}`, () => {
      assert.equal(joined(formatFlowed([paragraph, "", "After"])), [paragraph, "", "After", ""]);
    });
  }

  it("finds lines of at most 72 columns, as long as the words allow", () => {
    for (const [what, paragraph] of Object.entries(paragraphs)) {
      const lines = formatFlowed([paragraph]).split("\n");
      const columns = measureColumns(lines.join("\n"));
      const long = lines.filter((line, i) => (columns[i] ?? 0) > 72 && /\S\s+\S/.test(line));
      assert.equal(long, [], what);
      // Mail servers put a mark before such a line, since in a mailbox it would begin the next mail.
      assert.equal(
        lines.filter((line) => line.startsWith("From ")),
        [],
        what,
      );
    }
    // A line of letters of two columns holds half as many, and is no shorter than it must be.
    assert.equal(measureColumns(formatFlowed(["東京 ".repeat(30)])).slice(0, 2), [70, 70]);
  });
});

/** Paragraphs of flowed text, joined by the rules of RFC 3676, section 4.1-4.4: read by whoever did not write them. */
function joined(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const unquoted = line.replace(/^>+/, "");
    const own = unquoted.startsWith(" ") ? unquoted.slice(1) : unquoted;
    open = (open ?? "") + own;
    if (own.endsWith(" ") && line !== "-- ") continue;
    paragraphs.push(open);
    open = undefined;
  }
  return open === undefined ? paragraphs : [...paragraphs, open];
}

import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { readMail } from "../../help/readers/mail-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../../help/sites/folders.ts";
import {
  buildSmallSite,
  formatArticle,
  type SmallSite,
  makeSettingsFiles as smallSettings,
} from "../../help/sites/site.ts";

const sender = "newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}\n";
const settings = (title: string, more = sender) => ({
  "site.yaml": `title: ${title}
description: One edition a day.
url: https://news.example/digest/
authority: "dispatch.example,2024"
language: en
timezone: Europe/Riga
hour: "06:00"
publisher: {name: The Dispatch}
sections: [ukraine, russia]
links: folder
${more}`,
});
const summit = { title: "Envoys meet in Vienna", places: ["Vienna"] };
const meeting = {
  title: "Стороны договорились встретиться в Вене ещё раз до конца лета, говорят участники переговоров и дипломаты",
  summary: "Следующая meeting — в августе. ".repeat(9).trim(),
};
const files: FileContents = {
  ...settings("{en: The Dispatch, ru: Вестник}"),
  "2024/07/11/summit.md": formatArticle(summit),
  "2024/07/11/summit.ru.md": formatArticle(meeting),
  "2024/07/11/index.md": `A word before: ${"they met and met, ".repeat(30)}and parted.\n`,
};

behaviour("a publisher who has an edition written as a mail", (it) => {
  it("finds it in the place of a link, and what the link led to as it was", async () => {
    const folder = createTemporaryFolder();
    writeFiles(join(folder, "content"), { ...smallSettings(), ...files });
    writeFiles(folder, { "victim.txt": "Mine." });
    symlinkSync("victim.txt", join(folder, "2024-07-11.en.eml"));
    const { code, errors } = await runDateline(["newsletter", "2024-07-11"], folder);

    assert.equal([code, errors], [0, ""]);
    assert.is(readFileSync(join(folder, "victim.txt"), "utf8"), "Mine.");
    assert.match(readFileSync(join(folder, "2024-07-11.en.eml"), "utf8"), "Envoys meet in Vienna");
  });

  it("gets a file a language, that any program reads without a complaint", async () => {
    const { built, mails, said } = await written(files);
    const { bytes, text } = built;
    const english = readMail(mail(mails, "2024-07-11.en.eml"));

    assert.equal([...mails.keys()], ["2024-07-11.en.eml", "2024-07-11.ru.eml"]);
    assert.match(said.out, "2024-07-11.en.eml: 11 July 2024: Envoys meet in Vienna\n");
    assert.equal(english.defects, []);
    assert.is(english.type, "multipart/alternative");
    assert.equal(english.from, { name: "The Dispatch", address: "editors@dispatch.example" });
    assert.is(english.headers.subject, "11 July 2024: Envoys meet in Vienna");
    // Six in the morning in Riga, in summer.
    assert.is(english.date, "2024-07-11T03:00:00Z");
    assert.match(english.headers["message-id"] ?? "", /^<newsletter\.2024-07-11\.en\.[\da-f]{16}@dispatch\.example>$/);
    assert.is(english.headers["content-language"], "en");
    assert.is(english.headers["list-id"], "<newsletter.en.dispatch.example>");
    assert.is(english.headers["list-unsubscribe"], "<mailto:leave@dispatch.example>");
    assert.equal(english.parts, [
      {
        type: "text/plain",
        parameters: { charset: "utf-8", format: "flowed" },
        encoding: "quoted-printable",
        text: text("/2024/07/11/newsletter.txt").replace("\ufeff", ""),
      },
      {
        type: "text/html",
        parameters: { charset: "utf-8" },
        encoding: "quoted-printable",
        text: bytes("/2024/07/11/newsletter.html").toString(),
      },
    ]);
  });

  it("gets Cyrillic whole, in the subject, the sender's name and both forms of the text", async () => {
    const { built, mails } = await written(files);
    const russian = readMail(mail(mails, "2024-07-11.ru.eml"));

    assert.equal(russian.defects, []);
    assert.is(russian.headers.subject, `11 июля 2024: ${meeting.title}`);
    assert.is(russian.headers["content-language"], "ru");
    assert.equal(russian.from, { name: "Вестник", address: "editors@dispatch.example" });
    assert.equal(
      russian.parts.map(({ text }) => text),
      ["txt", "html"].map((form) => built.text(`/ru/2024/07/11/newsletter.${form}`).replace("\ufeff", "")),
    );
  });

  it("gets lines that every mail server lets through: ASCII, of at most 76 characters", async () => {
    const { mails } = await written(files);
    for (const [name, bytes] of mails) {
      const lines = bytes.toString("latin1").split("\r\n");

      assert.ok(lines.length > 100, name);
      assert.equal(
        lines.filter((line) => line.length > 76 || /[^\t\x20-\x7e]/.test(line)),
        [],
        name,
      );
    }
  });

  it("gets the same bytes again, on another day and in another zone, when later editions are out", async () => {
    const first = await written(files);
    const later = { ...files, "2024/07/13/talks.md": formatArticle(), "2024/07/13/talks.ru.md": formatArticle() };
    const second = await written(later, {
      DATELINE_NOW: "2025-01-31T12:00:00Z",
      TZ: "Asia/Tokyo",
      LANG: "ru_RU.UTF-8",
    });

    assert.ok(first.mails.size > 0);
    assert.equal(second.mails, first.mails);
  });
});

behaviour("a publisher who cannot have one", (it) => {
  it("reads what is missing in site.yaml, while the page stands on the site all the same", async () => {
    const { built, mails, said } = await written({ ...files, ...settings("The Dispatch", "") });

    assert.is(said.code, 1);
    assert.equal(
      said.errors,
      "content/site.yaml:1:1  newsletter: is missing; a mail needs a sender and an unsubscribe address. Add it, as in: newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}\n",
    );
    assert.is(mails.size, 0);
    assert.is(built.page("/2024/07/11/newsletter.html").count('a[href^="mailto:"]'), 0);
  });

  it("reads which edition came out before a day without one", async () => {
    const { said } = await written(files, {}, "2024-07-12");

    assert.is(said.code, 2);
    assert.is(said.errors, "No edition has come out on 2024-07-12. The last one before it is that of 2024-07-11.\n");
  });

  it("reads how a day is written", async () => {
    for (const day of ["2024-7-11", "2024-02-30", "yesterday"]) {
      const { said } = await written(files, {}, day);

      assert.is(said.code, 2);
      assert.is(said.errors, `"${day}" is not a day. Write it like 2024-07-11\n`);
    }
  });

  it("gets no edition of a day that has drafts alone, and none before the slips of the content are mended", async () => {
    const drafts = await written({ ...files, "2024/07/14/talks.md": formatArticle({ draft: true }) }, {}, "2024-07-14");
    const slip = await newsletterOf({ ...files, "2024/07/11/talks.md": formatArticle({ tags: ["rusia"] }) });

    assert.is(drafts.said.code, 2);
    assert.is(
      drafts.said.errors,
      "No edition has come out on 2024-07-14. The last one before it is that of 2024-07-11.\n",
    );
    assert.is(slip.code, 1);
    assert.is(
      slip.errors,
      'content/2024/07/11/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?\n',
    );
    assert.is(slip.mails, 0);
  });

  it("gets no edition that is not out yet", async () => {
    const { said, mails } = await written(files, { DATELINE_NOW: "2024-07-11T02:59:59Z" });

    assert.is(said.code, 2);
    assert.is(said.errors, "No edition has come out on 2024-07-11.\n");
    assert.is(mails.size, 0);
  });
});

/** A small site that was built, and what `dateline newsletter` then wrote and said. */
async function written(
  content: FileContents,
  environment: Readonly<Record<string, string>> = {},
  day = "2024-07-11",
): Promise<{ built: SmallSite; mails: ReadonlyMap<string, Buffer>; said: Awaited<ReturnType<typeof runDateline>> }> {
  const built = await buildSmallSite(content);
  assert.equal(built.problems, []);
  const said = await runDateline(["newsletter", day], built.folder, {
    DATELINE_NOW: "2024-12-31T12:00:00Z",
    ...environment,
  });
  const names = listFiles(built.folder).filter((file) => file.endsWith(".eml"));
  return { built, said, mails: new Map(names.map((name) => [name, readFileSync(join(built.folder, name))])) };
}

/** What the command says where nothing was built before. */
async function newsletterOf(content: FileContents) {
  const folder = createTemporaryFolder();
  writeFiles(join(folder, "content"), { ...smallSettings(), ...content });
  const said = await runDateline(["newsletter", "2024-07-11"], folder, { DATELINE_NOW: "2024-12-31T12:00:00Z" });
  return { ...said, mails: listFiles(folder).filter((file) => file.endsWith(".eml")).length };
}

function mail(mails: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const found = mails.get(name);
  if (!found) throw new Error(`Expected ${name} among ${[...mails.keys()].join(", ")}.`);
  return found;
}

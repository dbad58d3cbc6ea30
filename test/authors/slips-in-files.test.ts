import { Buffer } from "node:buffer";
import { articlePath, testProblemLines } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { formatArticle } from "../help/sites/site.ts";

const oneDay =
  "Move it to the folder of its day, as in 2024/07/11. A page that does not belong to a day goes into pages.";
const noSlug = "is not a slug: lower-case Latin letters, digits and hyphens, at most 80.";
const known =
  "Texts end with .md, pictures with .jpg, .jpeg, .png, .webp, .avif, documents with .pdf, .docx, .xlsx, .csv, .mp3, .mp4, .zip or the like. Move a file that is to be published as it is into the folder static, and keep others out of the content folder.";

behaviour("an author whose file cannot be read as a text", (it) => {
  testProblemLines(it, {
    "an empty file": [
      { [articlePath]: "" },
      'content/2024/07/11/talks.md:1:1  is empty. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "a file of nothing but spaces and line ends": [
      { [articlePath]: " \n\n \n" },
      'content/2024/07/11/talks.md:1:1  is empty. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "a file in Latin-1, at the first letter that is none": [
      { [articlePath]: Buffer.from(formatArticle({ title: "Orbán in Kyiv" }), "latin1") },
      'content/2024/07/11/talks.md:2:12  is not UTF-8 here. Save the file as UTF-8: in most editors under "Save with encoding".',
    ],
    "a file in UTF-16, as some editors save": [
      { [articlePath]: Buffer.from(`\ufeff${formatArticle()}`, "utf16le") },
      'content/2024/07/11/talks.md:1:1  is not UTF-8 here. Save the file as UTF-8: in most editors under "Save with encoding".',
    ],
    "an article of 10 MB": [
      { [articlePath]: formatArticle({}, "The talks go on. ".repeat(590_000)) },
      "content/2024/07/11/talks.md:1:1  is 10.0 MB, and the limit for a text is 1 MB. Split it, and keep pictures in separate files.",
    ],
    "an empty editor's note": [
      { "2024/07/11/index.md": "\n" },
      "content/2024/07/11/index.md:1:1  is empty. Write the note that opens the day, or delete the file.",
    ],
  });
});

behaviour("an author who puts a file into the wrong place", (it) => {
  testProblemLines(it, {
    "an article beside the folders of the years": [
      { "talks.md": formatArticle() },
      `content/talks.md:1:1  the root of the content folder is not a day: an article belongs to an edition. ${oneDay}`,
    ],
    "an article in a month": [
      { "2024/07/talks.md": formatArticle() },
      `content/2024/07/talks.md:1:1  the folder 2024/07 is not a day: an article belongs to an edition. ${oneDay}`,
    ],
    "an article below a day": [
      { "2024/07/11/vienna/talks.md": formatArticle() },
      `content/2024/07/11/vienna/talks.md:1:1  the folder 2024/07/11/vienna is not a day: an article belongs to an edition. ${oneDay}`,
    ],
    "a folder that is no date": [
      { "2024/13/40/talks.md": formatArticle() },
      "content/2024/13/40/talks.md:1:1  the folder 2024/13/40 is not a calendar day. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a 29 February that was not": [
      { "2023/02/29/talks.md": formatArticle() },
      "content/2023/02/29/talks.md:1:1  the folder 2023/02/29 is not a calendar day. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a day of the year 9999, the last hours of which are in the year 10000 elsewhere": [
      { "9999/12/31/talks.md": formatArticle() },
      "content/9999/12/31/talks.md:1:1  the folder 9999/12/31 is in the year 9999; the site can have days of 1000 to 9998. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a day of the year 24": [
      { "0024/07/11/talks.md": formatArticle() },
      "content/0024/07/11/talks.md:1:1  the folder 0024/07/11 is in the year 0024; the site can have days of 1000 to 9998. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a day without its zero": [
      { "2024/7/11/talks.md": formatArticle() },
      "content/2024/7/11/talks.md:1:1  the folder 2024/7/11 is not a calendar day. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "settings that stand where none are read": [
      { "2024/07/11/tags.yaml": "- {slug: ukraine, title: Ukraine}\n" },
      "content/2024/07/11/tags.yaml:1:1  is in a folder where no tags.yaml is read. Move it to the root of the content folder.",
    ],
  });
});

behaviour("an author who names a file in a form that no address can have", (it) => {
  testProblemLines(it, {
    "capitals and spaces": [
      { "2024/07/11/Summit Talks.md": formatArticle() },
      `content/2024/07/11/Summit Talks.md:1:1  the name "Summit Talks" ${noSlug} Rename the file to summit-talks.md`,
    ],
    "another script, with a language behind it": [
      { "2024/07/11/Переговоры.ru.md": formatArticle() },
      `content/2024/07/11/Переговоры.ru.md:1:1  the name "Переговоры" ${noSlug} Rename the file to peregovory.ru.md`,
    ],
    "a name of signs": [
      { "2024/07/11/!!!.md": formatArticle() },
      `content/2024/07/11/!!!.md:1:1  the name "!!!" ${noSlug} Name the file with a few words of its title, such as envoys-meet-in-vienna.md`,
    ],
    "a line end and a sign that would steer a terminal": [
      { "2024/07/11/talks\n\u001b[31m.md": formatArticle() },
      `content/2024/07/11/talks\ufffd\ufffd[31m.md:1:1  the name "talks\ufffd\ufffd[31m" ${noSlug} Rename the file to talks-31m.md`,
    ],
    "a language that the site does not speak": [
      { "2024/07/11/talks.de.md": formatArticle() },
      'content/2024/07/11/talks.de.md:1:1  the suffix ".de" is not a known language. Known languages: en, ru, uk. The site\'s own, en, needs no suffix.',
    ],
    "a country for a language": [
      { "2024/07/11/talks.ua.md": formatArticle() },
      'content/2024/07/11/talks.ua.md:1:1  the suffix ".ua" is not a known language. Did you mean ".uk"?',
    ],
    "a page where the site has one of its own": [
      { "pages/archive.md": "---\ntitle: Archive\nsummary: All of it.\n---\n\nWords.\n" },
      "content/pages/archive.md:1:1  the site itself has a page at /archive/. Give the file another name, such as about-archive.md.",
    ],
    "a page that looks like a year": [
      { "pages/2024.md": "---\ntitle: A year\nsummary: All of it.\n---\n\nWords.\n" },
      "content/pages/2024.md:1:1  the site itself has a page at /2024/. Give the file another name, such as about-2024.md.",
    ],
    "an ending in capitals": [
      { "2024/07/11/talks.MD": formatArticle() },
      'content/2024/07/11/talks.MD:1:1  ends with ".MD". Write the ending as ".md".',
    ],
    "an SVG": [
      { "2024/07/11/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" },
      "content/2024/07/11/map.svg:1:1  is an SVG, and an SVG can carry a script. Export the picture as PNG.",
    ],
    "a text of an office": [
      { "2024/07/11/talks.pages": "PK" },
      `content/2024/07/11/talks.pages:1:1  ends with ".pages", and such files are not published. ${known}`,
    ],
    "settings that are none": [
      { "site.yml": "title: The Dispatch\n" },
      "content/site.yml:1:1  is not one of the settings files. Those are site.yaml, tags.yaml, storylines.yaml, authors.yaml.",
    ],
  });
});

behaviour("an author who says the same of two files", (it) => {
  testProblemLines(it, {
    "one address, once": [
      { "2024/07/11/talks.en.md": formatArticle(), [articlePath]: formatArticle() },
      "content/2024/07/11/talks.md:1:1  address: content/2024/07/11/talks.en.md is also published at /2024/07/11/talks/. Rename or delete one of the two.",
    ],
    "one address of two pages": [
      {
        "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
        "pages/about.en.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
      },
      "content/pages/about.md:1:1  address: content/pages/about.en.md is also published at /about/. Rename or delete one of the two.",
    ],
    "two notes for one day": [
      {
        [articlePath]: formatArticle(),
        "2024/07/11/index.en.md": "Good morning.\n",
        "2024/07/11/index.md": "Good evening.\n",
      },
      "content/2024/07/11/index.md:1:1  address: content/2024/07/11/index.en.md is also published at /2024/07/11/. Rename or delete one of the two.",
    ],
    "two leads in one edition": [
      { "2024/07/11/drones.md": formatArticle({ lead: true }), [articlePath]: formatArticle({ lead: true }) },
      "content/2024/07/11/talks.md:6:7  lead: content/2024/07/11/drones.md is already the lead of this edition. Remove this line from one of the two.",
    ],
    "one id": [
      { "2024/07/11/drones.md": formatArticle({ id: "vienna" }), [articlePath]: formatArticle({ id: "vienna" }) },
      'content/2024/07/11/talks.md:6:5  id: content/2024/07/11/drones.md already has the id "tag:dispatch.example,2024:vienna". Give one of the two another id: feed readers treat them as one article.',
    ],
    "one alias, past one that is written twice": [
      {
        "2024/07/11/drones.md": formatArticle({ aliases: ["/old/talks/"] }),
        [articlePath]: formatArticle({ aliases: ["/older/", "/older/", "/old/talks/"] }),
      },
      'content/2024/07/11/drones.md:6:11  aliases: content/2024/07/11/talks.md already has the address "/old/talks/". Remove it from one of the two.',
      'content/2024/07/11/talks.md:6:31  aliases: content/2024/07/11/drones.md already has the address "/old/talks/". Remove it from one of the two.',
    ],
    "an alias where an article is": [
      { "2024/07/11/drones.md": formatArticle(), [articlePath]: formatArticle({ aliases: ["/2024/07/11/drones/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: content/2024/07/11/drones.md already has the address "/2024/07/11/drones/". Remove it from one of the two.',
    ],
    "an alias by the file in which an article is kept": [
      {
        "2024/07/11/drones.md": formatArticle(),
        [articlePath]: formatArticle({ aliases: ["/2024/07/11/drones/index.html"] }),
      },
      'content/2024/07/11/talks.md:6:11  aliases: content/2024/07/11/drones.md already has the address "/2024/07/11/drones/index.html". Remove it from one of the two.',
    ],
    "an alias where the article itself is": [
      { [articlePath]: formatArticle({ aliases: ["/2024/07/11/talks/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: "/2024/07/11/talks/" is the address of the article itself. Remove it: an alias is an old address at which nothing is published any more.',
    ],
    "an alias where the site has a page": [
      { [articlePath]: formatArticle({ aliases: ["/archive/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: "/archive/" is the address of a page of the site. Remove it: an alias is an old address at which nothing is published any more.',
    ],
  });
});

import { Buffer } from "node:buffer";
import { eachIsTold, talks } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { article } from "../help/sites/site.ts";

const oneDay = "Move it to the folder of its day, as in 2024/07/11; a page that belongs to no day goes into pages.";
const noSlug = "is no slug: lower-case Latin letters, digits and hyphens, at most 80.";
const known =
  "Texts end with .md, pictures with .jpg, .jpeg, .png, .webp or .avif; keep all else out of the content folder.";

behaviour("an author whose file cannot be read as a text", (it) => {
  eachIsTold(it, {
    "an empty file": [
      { [talks]: "" },
      'content/2024/07/11/talks.md:1:1  is empty. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "a file of nothing but spaces and line ends": [
      { [talks]: " \n\n \n" },
      'content/2024/07/11/talks.md:1:1  is empty. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "a file in Latin-1, at the first letter that is none": [
      { [talks]: Buffer.from(article({ title: "Orbán in Kyiv" }), "latin1") },
      'content/2024/07/11/talks.md:2:12  is not UTF-8 here. Save the file as UTF-8: in most editors under "Save with encoding".',
    ],
    "a file in UTF-16, as some editors save": [
      { [talks]: Buffer.from(`\ufeff${article()}`, "utf16le") },
      'content/2024/07/11/talks.md:1:1  is not UTF-8 here. Save the file as UTF-8: in most editors under "Save with encoding".',
    ],
    "an article of 10 MB": [
      { [talks]: article({}, "The talks go on. ".repeat(590_000)) },
      "content/2024/07/11/talks.md:1:1  has 10.0 MB, and a text may have 1 MB. Split it, and keep pictures in files of their own.",
    ],
    "an empty editor's note": [
      { "2024/07/11/index.md": "\n" },
      "content/2024/07/11/index.md:1:1  is empty. Write the note that opens the day, or delete the file.",
    ],
  });
});

behaviour("an author who puts a file into the wrong place", (it) => {
  eachIsTold(it, {
    "an article beside the folders of the years": [
      { "talks.md": article() },
      `content/talks.md:1:1  the root of the content folder is no day: an article belongs to an edition. ${oneDay}`,
    ],
    "an article in a month": [
      { "2024/07/talks.md": article() },
      `content/2024/07/talks.md:1:1  the folder 2024/07 is no day: an article belongs to an edition. ${oneDay}`,
    ],
    "an article below a day": [
      { "2024/07/11/vienna/talks.md": article() },
      `content/2024/07/11/vienna/talks.md:1:1  the folder 2024/07/11/vienna is no day: an article belongs to an edition. ${oneDay}`,
    ],
    "a folder that is no date": [
      { "2024/13/40/talks.md": article() },
      "content/2024/13/40/talks.md:1:1  the folder 2024/13/40 is no day of the calendar. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a 29 February that was not": [
      { "2023/02/29/talks.md": article() },
      "content/2023/02/29/talks.md:1:1  the folder 2023/02/29 is no day of the calendar. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "a day without its zero": [
      { "2024/7/11/talks.md": article() },
      "content/2024/7/11/talks.md:1:1  the folder 2024/7/11 is no day of the calendar. Move it to the folder of its day: year, month and day, as in 2024/07/11.",
    ],
    "settings that stand where none are read": [
      { "2024/07/11/tags.yaml": "- {slug: ukraine, title: Ukraine}\n" },
      "content/2024/07/11/tags.yaml:1:1  stands in a folder where no tags.yaml is read. Move it to the root of the content folder.",
    ],
  });
});

behaviour("an author who names a file in a form that no address can have", (it) => {
  eachIsTold(it, {
    "capitals and spaces": [
      { "2024/07/11/Summit Talks.md": article() },
      `content/2024/07/11/Summit Talks.md:1:1  the name "Summit Talks" ${noSlug} Rename the file to summit-talks.md`,
    ],
    "another script, with a language behind it": [
      { "2024/07/11/Переговоры.ru.md": article() },
      `content/2024/07/11/Переговоры.ru.md:1:1  the name "Переговоры" ${noSlug} Rename the file to peregovory.ru.md`,
    ],
    "a name of signs": [
      { "2024/07/11/!!!.md": article() },
      `content/2024/07/11/!!!.md:1:1  the name "!!!" ${noSlug} Name the file by a few words of its title, such as envoys-meet-in-vienna.md`,
    ],
    "a line end and a sign that would steer a terminal": [
      { "2024/07/11/talks\n\u001b[31m.md": article() },
      `content/2024/07/11/talks\ufffd\ufffd[31m.md:1:1  the name "talks\ufffd\ufffd[31m" ${noSlug} Rename the file to talks-31m.md`,
    ],
    "a language that the site does not speak": [
      { "2024/07/11/talks.de.md": article() },
      'content/2024/07/11/talks.de.md:1:1  the suffix ".de" is no known language. Known are en, ru, uk; the site\'s own, en, needs no suffix.',
    ],
    "a country for a language": [
      { "2024/07/11/talks.ua.md": article() },
      'content/2024/07/11/talks.ua.md:1:1  the suffix ".ua" is no known language. Did you mean ".uk"?',
    ],
    "a page where the site has one of its own": [
      { "pages/archive.md": "---\ntitle: Archive\nsummary: All of it.\n---\n\nWords.\n" },
      "content/pages/archive.md:1:1  the site has a page of its own at /archive/. Name the file differently, such as about-archive.md.",
    ],
    "a page that looks like a year": [
      { "pages/2024.md": "---\ntitle: A year\nsummary: All of it.\n---\n\nWords.\n" },
      "content/pages/2024.md:1:1  the site has a page of its own at /2024/. Name the file differently, such as about-2024.md.",
    ],
    "an ending in capitals": [
      { "2024/07/11/talks.MD": article() },
      'content/2024/07/11/talks.MD:1:1  ends with ".MD". Write the ending as ".md".',
    ],
    "an SVG": [
      { "2024/07/11/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" },
      "content/2024/07/11/map.svg:1:1  is an SVG, and an SVG can carry a script. Export the picture as PNG.",
    ],
    "a text of an office": [
      { "2024/07/11/talks.docx": "PK" },
      `content/2024/07/11/talks.docx:1:1  ends with ".docx", and such files are not published. ${known}`,
    ],
    "settings that are none": [
      { "site.yml": "title: The Dispatch\n" },
      "content/site.yml:1:1  is none of the site's settings. Those are site.yaml, tags.yaml, storylines.yaml.",
    ],
  });
});

behaviour("an author who says the same of two files", (it) => {
  eachIsTold(it, {
    "one address, once": [
      { "2024/07/11/talks.en.md": article(), [talks]: article() },
      "content/2024/07/11/talks.md:1:1  address: content/2024/07/11/talks.en.md is published at /2024/07/11/talks/ too. Rename or delete one of the two.",
    ],
    "one address of two pages": [
      {
        "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
        "pages/about.en.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWords.\n",
      },
      "content/pages/about.md:1:1  address: content/pages/about.en.md is published at /about/ too. Rename or delete one of the two.",
    ],
    "two notes for one day": [
      { [talks]: article(), "2024/07/11/index.en.md": "Good morning.\n", "2024/07/11/index.md": "Good evening.\n" },
      "content/2024/07/11/index.md:1:1  address: content/2024/07/11/index.en.md is published at /2024/07/11/ too. Rename or delete one of the two.",
    ],
    "two leads in one edition": [
      { "2024/07/11/drones.md": article({ lead: true }), [talks]: article({ lead: true }) },
      "content/2024/07/11/talks.md:6:7  lead: content/2024/07/11/drones.md is the lead of this edition already. Take this line out of one of the two.",
    ],
    "one id": [
      { "2024/07/11/drones.md": article({ id: "vienna" }), [talks]: article({ id: "vienna" }) },
      'content/2024/07/11/talks.md:6:5  id: content/2024/07/11/drones.md has the id "tag:dispatch.example,2024:vienna" already. Give one of the two another id: feed readers take them for one article.',
    ],
    "one alias, past one that both may have": [
      {
        "2024/07/11/drones.md": article({ aliases: ["/old/talks/"] }),
        [talks]: article({ aliases: ["/older/", "/older/", "/old/talks/"] }),
      },
      'content/2024/07/11/talks.md:6:31  aliases: content/2024/07/11/drones.md has the address "/old/talks/" already. Take it out of one of the two.',
    ],
    "an alias where an article is": [
      { "2024/07/11/drones.md": article(), [talks]: article({ aliases: ["/2024/07/11/drones/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: content/2024/07/11/drones.md has the address "/2024/07/11/drones/" already. Take it out of one of the two.',
    ],
    "an alias by the file in which an article is kept": [
      { "2024/07/11/drones.md": article(), [talks]: article({ aliases: ["/2024/07/11/drones/index.html"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: content/2024/07/11/drones.md has the address "/2024/07/11/drones/index.html" already. Take it out of one of the two.',
    ],
    "an alias where the article itself is": [
      { [talks]: article({ aliases: ["/2024/07/11/talks/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: "/2024/07/11/talks/" is the address of this article itself. Take it out: an alias is an address at which nothing stands any more.',
    ],
    "an alias where the site has a page": [
      { [talks]: article({ aliases: ["/archive/"] }) },
      'content/2024/07/11/talks.md:6:11  aliases: "/archive/" is the address of a page of the site. Take it out: an alias is an address at which nothing stands any more.',
    ],
  });
});

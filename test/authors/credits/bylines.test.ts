import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const authors = {
  "authors.yaml": "- {slug: anna-example, name: {en: Anna Example, ru: Анна Пример}, also: [A. E.]}\n",
};
const withoutBylines = { "site.yaml": `${makeSettingsFiles()["site.yaml"]}byline: none\n` };

behaviour("an author who signs an article", (it) => {
  testProblemLines(it, {
    "with the slug of nobody": [
      { ...authors, ...withFields({ authors: ["anna-exmaple"] }) },
      'content/2024/07/11/talks.md:6:11  authors: "anna-exmaple" is not a known author. Did you mean "anna-example"?',
    ],
    "with a slug that is like none": [
      withFields({ authors: ["boris"] }),
      'content/2024/07/11/talks.md:6:11  authors: "boris" is not a known author. Add it to authors.yaml, or write the name as readers see it, as in: authors: [Anna Example]',
    ],
    "with a name and a mail address, as git knows it": [
      withFields({ authors: ["Boris boris@dispatch.example"] }),
      'content/2024/07/11/talks.md:6:11  authors: "Boris boris@dispatch.example" contains a mail address. Write the name alone, as in: authors: [Anna Example]',
    ],
    "with no letter": [
      withFields({ authors: ["***"] }),
      'content/2024/07/11/talks.md:6:11  authors: "***" has no letter. Write the name alone, as in: authors: [Anna Example]',
    ],
    "with a text instead of a list": [
      withFields({ authors: "Anna Example" }),
      'content/2024/07/11/talks.md:6:10  authors: expected a list, found the text "Anna Example". Write it as in: authors: [Anna Example]',
    ],
    "with nobody": [
      withFields({ authors: [] }),
      "content/2024/07/11/talks.md:6:10  authors: is empty. Fill it in, as in: authors: [Anna Example]",
    ],
    "where the site names nobody": [
      { ...withoutBylines, ...withFields({ authors: ["Anna Example"] }) },
      'content/2024/07/11/talks.md:6:10  authors: "Anna Example" is named, but site.yaml says "byline: none". Remove the line, or remove byline from site.yaml.',
    ],
  });

  const site = (line: string) => ({
    "site.yaml": `${makeSettingsFiles()["site.yaml"]}${line}\n`,
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n\nWe sign nothing.\n",
    ...withFields({}),
  });
  testProblemLines(it, {
    "where the site has a policy that is none": [
      site("byline: nobody"),
      'content/site.yaml:11:9  byline: "nobody" is not "none". Write byline: none, or remove the line.',
    ],
    "where the site has a policy of another kind": [
      site("byline: {nobody: about}"),
      "content/site.yaml:11:9  byline.none: is missing. Add it, as in: none: about",
      "content/site.yaml:11:10  byline.nobody: is not a known key. Known keys: none.",
    ],
    "where no page states the policy": [
      site("byline: {none: abuot}"),
      'content/site.yaml:11:16  byline.none: "abuot" is not a page in the folder pages. Did you mean "about"?',
    ],
  });

  it("may use a slug, a name in any language, another name of the list, or a name that is not listed", async () => {
    const names = ["anna-example", "АННА ПРИМЕР", "A. E.", "Anna Example", "Žofie Nová"];
    const built = await buildSmallSite({ ...authors, ...withFields({ authors: names }) });

    assert.equal(built.problems, []);
    assert.is(built.page("/2024/07/11/talks/").text(".byline"), "By Anna Example and Žofie Nová");
  });
});

behaviour("an editor who lists authors", (it) => {
  const list = (text: string) => ({ "authors.yaml": text, ...withFields({}) });
  const picture = "Put the picture there, and write it as in: picture: authors/anna-example.jpg";

  testProblemLines(it, {
    "with keys that are none": [
      list("- {slug: anna, name: Anna, bigraphy: Writes.}"),
      'content/authors.yaml:1:28  bigraphy: is not a known key. Did you mean "biography"?',
    ],
    "without a name": [
      list("- {slug: anna}"),
      "content/authors.yaml:1:3  name: is missing. Add it, as in: name: Anna Example",
    ],
    "without a name in the site's language": [
      list("- {slug: anna, name: {ru: Анна}}"),
      "content/authors.yaml:1:22  name.en: is missing, and en is the site's own language. Add it, as in: name: Anna Example",
    ],
    twice: [
      list("- {slug: anna, name: Anna}\n- {slug: anna-b, name: ANNA}"),
      'content/authors.yaml:2:24  name: "ANNA" is also a name of "anna". Remove it from one of the two.',
    ],
    "as one entry instead of a list": [
      list("slug: anna\nname: Anna"),
      "content/authors.yaml:1:1  is not a list. Write one entry per line, as in: - {slug: anna-example, name: Anna Example}",
    ],
    "with a picture that is not there": [
      list("- {slug: anna, name: Anna, picture: authors/anna.jpg}"),
      `content/authors.yaml:1:37  picture: "authors/anna.jpg" does not exist. ${picture}`,
    ],
    "with a picture that is elsewhere": [
      list("- {slug: anna, name: Anna, picture: https://social.example/anna.jpg}"),
      `content/authors.yaml:1:37  picture: "https://social.example/anna.jpg" is not in the folder authors. ${picture}`,
    ],
    "with an address without its beginning, and half an account": [
      list('- {slug: anna, name: Anna, links: [anna.example], fediverse: "@anna"}'),
      'content/authors.yaml:1:36  links: "anna.example" is not a web address. Start it with https://',
      'content/authors.yaml:1:62  fediverse: "@anna" is not an account in the Fediverse. Write the name and the server, as in: fediverse: "@anna@social.example"',
    ],
  });

  it("is asked about the picture that is nearest by name", async () => {
    const built = await buildSmallSite({
      "authors.yaml": "- {slug: anna, name: Anna, picture: authors/ana.png}",
      "authors/anna.png": await createFlat(40, 40, [9, 9, 9]).png().toBuffer(),
      "2024/07/11/talks.md": formatArticle(),
    });

    assert.equal(built.problems, [
      'content/authors.yaml:1:37  picture: "authors/ana.png" does not exist. Did you mean "authors/anna.png"?',
    ]);
  });

  it("gets one line for a picture that is damaged", async () => {
    const built = await buildSmallSite({
      "authors.yaml": "- {slug: anna, name: Anna, picture: authors/anna.png}",
      "authors/anna.png": "no picture",
      "2024/07/11/talks.md": formatArticle({ authors: ["anna"] }),
    });

    assert.is(built.problems.length, 1);
    assert.match(built.problems.join(), "content/authors/anna.png:1:1  ");
  });
});

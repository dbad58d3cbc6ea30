import * as assert from "uvu/assert";
import { findMarkdownProblems } from "../../help/newsroom/marked.ts";
import { articlePath, testProblemLines, withBody, withFields, withFrontMatter } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const talks = `content/${articlePath}`;
const zeroWidth = "(with a zero width space, U+200B)";
const rest = "summary: Both sides agree.\nsources: [{name: Reuters}]\ntags: [diplomacy]";
const plainSpace = "in this line. Type a plain space instead.";
const settings = makeSettingsFiles();

function inSite(from: string, to: string): Readonly<Record<string, string>> {
  return { "site.yaml": String(settings["site.yaml"]).replace(from, to) };
}

behaviour("an author who typed a character that cannot be seen", (it) => {
  testProblemLines(it, {
    "in a tag": [
      withFields({ tags: ["russia\u200b"] }),
      `${talks}:5:8  tags: "russia\u200b" ${zeroWidth} is not a known tag. Did you mean "russia"?`,
    ],
    "in a storyline": [
      withFields({ storyline: "second\u00adsummit" }),
      `${talks}:6:12  storyline: "second\u00adsummit" (with a soft hyphen, U+00AD) is not a known storyline. Did you mean "second-summit"?`,
    ],
    "in a key": [
      withFrontMatter(`title: Envoys\n${rest}\ndraft\u2060: true`),
      `${talks}:6:1  draft\u2060 (with a word joiner, U+2060): is not a known key. Did you mean "draft"?`,
    ],
    "in a key inside of brackets": [
      withFrontMatter(
        "title: Envoys\nsummary: Both.\nsources: [{name: Reuters,\u00a0url: https://a.example/}]\ntags: [russia]",
      ),
      `${talks}:4:26  sources[1].\u00a0url (with a no-break space, U+00A0): is not a known key. Did you mean "url"?`,
    ],
    "in a choice": [
      withFields({ rights: "full\u00a0" }),
      `${talks}:6:9  rights: "full\u00a0" (with a no-break space, U+00A0) is not one of full, excerpt, link. Did you mean "full"?`,
    ],
    "in a date and time": [
      withFields({ date: "2024-07-11T18:30:00+03:00\u200e" }),
      `${talks}:6:7  date: "2024-07-11T18:30:00+03:00\u200e" (with a mark of writing direction, U+200E) is not a date and time in ISO 8601. Did you mean 2024-07-11T18:30:00+03:00?`,
    ],
    "in a web address": [
      withFields({ sources: [{ name: "Reuters", url: "https://reuters.example/\u200ba" }] }),
      `${talks}:4:35  sources[1].url: "https://reuters.example/\u200ba" ${zeroWidth} is not a web address. Delete the character that cannot be seen.`,
    ],
    "instead of the space after a colon": [
      withFrontMatter(`title:\u00a0Envoys\n${rest}`),
      `${talks}:2:7  YAML: there is a no-break space (U+00A0) ${plainSpace}`,
    ],
    "instead of the space before a key": [
      withFrontMatter(
        "title: Envoys\nsummary: Both.\nsources:\n  - name: Reuters\n\u00a0\u00a0\u00a0 url: https://a.example/\ntags: [russia]",
      ),
      `${talks}:6:1  \u00a0\u00a0\u00a0 url (with a no-break space, U+00A0): is not a known key. Type plain spaces before it.`,
    ],
    "in the line that closes front matter": [
      { [articlePath]: `---\ntitle: Envoys\n${rest}\n---\u200b\n\nWords.\n` },
      `${talks}:6:4  front matter: this line is not "---": it has a zero width space (U+200B). Delete the line, and type three hyphens.`,
    ],
    "in the line that opens front matter": [
      { [articlePath]: `---\u00a0\ntitle: Envoys\n${rest}\n---\n\nWords.\n` },
      `${talks}:1:4  front matter: this line is not "---": it has a no-break space (U+00A0). Delete the line, and type three hyphens.`,
    ],
    "instead of the hyphens that close front matter": [
      { [articlePath]: `---\ntitle: Envoys\n${rest}\n\u2014-\n\nWords.\n` },
      `${talks}:6:1  front matter: this line is not "---": it has the dash "\u2014" (U+2014). Delete the line, and type three hyphens.`,
    ],
    "before the front matter of a note": [
      { "2024/07/11/index.md": "\ufeff\ufeff---\ntitle: Note\n---\n\nWords.\n" },
      `content/2024/07/11/index.md:1:1  front matter: this line is not "---": it has a byte order mark (U+FEFF). Delete the line, and type three hyphens.`,
    ],
    "in the name of a file": [
      { "2024/07/11/en\u200bvoys.md": formatArticle() },
      `content/2024/07/11/en\u200bvoys.md:1:1  the name "en\u200bvoys" ${zeroWidth} is not a slug: lower-case Latin letters, digits and hyphens, at most 80. Rename the file to en-voys.md`,
    ],
    "in the name of a folder": [
      { "2024/07/11\u00a0/envoys.md": formatArticle() },
      "content/2024/07/11\u00a0/envoys.md:1:1  the folder 2024/07/11\u00a0 (with a no-break space, U+00A0) is not a day: an article belongs to an edition. Move it to the folder of its day, as in 2024/07/11. A page that does not belong to a day goes into pages.",
    ],
    "in a link": [
      withBody("See [drones](../10/dro\u200bnes.md)."),
      `${talks}:8:14  text: "../10/dro\u200bnes.md" ${zeroWidth} does not lead to a content file. Write the relative path of a markdown file, such as "../10/slug.md", or an address such as "/tags/russia/".`,
    ],
    "and nothing else, in a title": [
      withFields({ title: "\u200b\u3164" }),
      `${talks}:2:8  title: is empty. Fill it in, as in: title: Envoys meet in Vienna`,
    ],
    "and nothing else, in a heading": [
      withBody("## \u200b\n\nWords."),
      `${talks}:8:1  text: a heading is empty. Write its words, or delete the line.`,
    ],
  });
});

behaviour("an author who typed a letter of another alphabet", (it) => {
  testProblemLines(it, {
    "in a tag": [
      withFields({ tags: ["ukr\u0430ine"] }),
      `${talks}:5:8  tags: "ukr\u0430ine" (with the Cyrillic letter "\u0430", U+0430) is not a known tag. Did you mean "ukraine"?`,
    ],
    "in a synonym of Cyrillic": [
      withFields({ tags: ["Р\u043eсси\u044f".replace("о", "o")] }),
      `${talks}:5:8  tags: "Рoссия" (with the Latin letter "o", U+006F) is not a known tag. Did you mean "Россия"?`,
    ],
    "in a key": [
      withFrontMatter(`title: Envoys\n${rest}\nl\u0435ad: true`),
      `${talks}:6:1  l\u0435ad (with the Cyrillic letter "\u0435", U+0435): is not a known key. Did you mean "lead"?`,
    ],
    "in a date": [
      withFields({ date: "2024-07-11\u042218:30:00+03:00" }),
      `${talks}:6:7  date: "2024-07-11\u042218:30:00+03:00" (with the Cyrillic letter "\u0422", U+0422) is not a date and time in ISO 8601. Did you mean 2024-07-11T18:30:00+03:00?`,
    ],
    "in all of a tag": [
      {
        "tags.yaml": `${settings["tags.yaml"]}- {slug: cop, title: COP}\n`,
        [articlePath]: formatArticle({ tags: ["\u0441\u043e\u0440"] }),
      },
      `${talks}:5:8  tags: "\u0441\u043e\u0440" is not a known tag. Did you mean "cop"? Yours has the Cyrillic letter "\u0441" (U+0441).`,
    ],
  });
});

behaviour("an editor whose settings have a character that cannot be seen", (it) => {
  testProblemLines(it, {
    "in the language": [
      inSite("language: en", "language: en\u200b"),
      `content/site.yaml:5:11  language: "en\u200b" ${zeroWidth} is not a supported language. Supported languages: en, ru, uk.`,
    ],
    "in the hour": [
      inSite('"06:00"', '"06\uff1a00"'),
      'content/site.yaml:7:7  hour: "06\uff1a00" (with the full-width "\uff1a", U+FF1A) is not a time of day. Write hours and minutes, as in: "06:00"',
    ],
    "in a choice": [
      inSite("links: folder", "links: f\u043elder"),
      'content/site.yaml:10:8  links: "f\u043elder" (with the Cyrillic letter "\u043e", U+043E) is not one of folder, file. Did you mean "folder"?',
    ],
    "in a slug": [
      { "tags.yaml": `${settings["tags.yaml"]}- {slug: "nato\u00a0", title: NATO}\n` },
      'content/tags.yaml:4:10  slug: "nato\u00a0" (with a no-break space, U+00A0) is not a slug: lower-case Latin letters, digits and hyphens, at most 80. Write it as in: slug: nato',
    ],
    "after a colon": [
      inSite("title: The", "title:\u00a0The"),
      `content/site.yaml:1:7  YAML: there is a no-break space (U+00A0) ${plainSpace}`,
    ],
  });
});

behaviour("an author who uses such characters for what they are", (it) => {
  it("is left in peace", async () => {
    const title = "Kyiv\u00a0— 5\u00a0km, a\u00adb, \u{1f469}\u200d\u{1f4bb}, \u2764\ufe0f";
    const site = await buildSmallSite({
      [articlePath]: formatArticle({ title, summary: title, people: ["Ann\u00a0B"] }, title),
    });

    assert.equal(site.problems, []);
    assert.equal(findMarkdownProblems(`## ${title}\n\n${title}`), []);
  });
});

import { articlePath, testProblemLines, withFrontMatter } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";

const rest = "summary: Both sides agree.\nsources: [{name: Reuters}]\ntags: [diplomacy]";
const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghi"]
  .map((key, i, all) =>
    i === 0 ? key : `${key}: &${key} [${`*${all[i - 1]?.charAt(0)}, `.repeat(8)}*${all[i - 1]?.charAt(0)}]`,
  )
  .join("\n");
const manyWords = "A spokesman of the ministry said on Thursday that the envoys would meet once more in Vienna";
const anchored =
  "YAML: text that begins with & or * is an anchor or an alias, and these are not supported. Put such text in quotes; write out in full what is repeated.";

behaviour("an author whose front matter is not to be found", (it) => {
  testProblemLines(it, {
    "none at all": [
      { [articlePath]: "The talks go on in Vienna.\n" },
      'content/2024/07/11/talks.md:1:1  front matter: is missing. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "one that is not closed": [
      { [articlePath]: `---\ntitle: Envoys\n${rest}\n\nThe talks go on.\n` },
      'content/2024/07/11/talks.md:1:1  front matter: is not closed. Write a line "---" between its last key and the text.',
    ],
    "one that is closed by four hyphens": [
      { [articlePath]: `---\ntitle: Envoys\n${rest}\n----\n\nThe talks go on.\n` },
      'content/2024/07/11/talks.md:1:1  front matter: is not closed. Write a line "---" between its last key and the text.',
    ],
    "an empty line before it": [
      { [articlePath]: `\n---\ntitle: Envoys\n${rest}\n---\n` },
      'content/2024/07/11/talks.md:1:1  front matter: its first "---" is not at the start of the file. Delete the blank lines and spaces before it.',
    ],
    "one with nothing in it": [
      { [articlePath]: "---\n---\n\nThe talks go on.\n" },
      'content/2024/07/11/talks.md:1:1  sources: is missing. Add it, as in: sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
      "content/2024/07/11/talks.md:1:1  summary: is missing. Add it, as in: summary: Both sides agree to meet again.",
      "content/2024/07/11/talks.md:1:1  tags: is missing. Add it, as in: tags: [russia, diplomacy]",
      "content/2024/07/11/talks.md:1:1  title: is missing. Add it, as in: title: Envoys meet in Vienna",
    ],
    "one that is a list": [
      withFrontMatter("- title: Envoys\n- summary: Both sides agree."),
      "content/2024/07/11/talks.md:2:1  front matter: expected keys with values, found a list. Write it as in: title: Envoys meet in Vienna",
    ],
    "one that is a sentence": [
      withFrontMatter("Envoys meet in Vienna"),
      'content/2024/07/11/talks.md:2:1  front matter: expected keys with values, found the text "Envoys meet in Vienna". Write it as in: title: Envoys meet in Vienna',
    ],
  });
});

behaviour("an author whose YAML is broken", (it) => {
  testProblemLines(it, {
    "a tab where spaces belong": [
      withFrontMatter("title: Envoys\nsummary: Both sides agree.\nsources:\n\t- name: Reuters\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:5:1  YAML: this line begins with a tab. Indent it with spaces.",
    ],
    "a key that stands twice": [
      withFrontMatter(`title: Envoys\ntitle: Envoys again\n${rest}`),
      "content/2024/07/11/talks.md:3:1  title: is used twice. Keep one of the two.",
    ],
    "a key that stands twice inside another": [
      withFrontMatter("title: Envoys\nsummary: Both.\nsources:\n  - name: Reuters\n    name: AFP\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:6:5  sources[1].name: is used twice. Keep one of the two.",
    ],
    "a colon in a title": [
      withFrontMatter(`title: Reuters: envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: text with a colon in it needs quotes. Write title: "Reuters: envoys meet"',
    ],
    "a colon in a source": [
      withFrontMatter("title: Envoys\nsummary: Both.\nsources:\n  - name: Reuters: wire\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:5:11  YAML: text with a colon in it needs quotes. Write name: "Reuters: wire"',
    ],
    "a colon in a summary of many words": [
      withFrontMatter(
        `title: Envoys\nsummary: ${manyWords}: ${manyWords}\nsources: [{name: Reuters}]\ntags: [diplomacy]`,
      ),
      `content/2024/07/11/talks.md:3:10  YAML: text with a colon in it needs quotes. Write summary: "${manyWords}: ${manyWords}"`,
    ],
    "a quotation mark that is not closed": [
      withFrontMatter(`title: "Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a quotation mark is opened but not closed. Close it at the end of the text: title: "Words"',
    ],
    "a quotation that a title begins with": [
      withFrontMatter(`title: "No deal" says envoy\n${rest}`),
      "content/2024/07/11/talks.md:2:8  YAML: text that begins with a quotation mark needs quotes around all of it. Write title: '\"No deal\" says envoy'",
    ],
    "a bracket that is not closed": [
      withFrontMatter("title: Envoys\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy"),
      "content/2024/07/11/talks.md:5:7  YAML: a bracket is opened but not closed. Close it at the end of the list: tags: [russia, diplomacy]",
    ],
    "a title that begins with a sign": [
      withFrontMatter(`title: @kyiv says no\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: text that begins with this character needs quotes. Write title: "@kyiv says no"',
    ],
    "a title that begins with an exclamation mark": [
      withFrontMatter(`title: !Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a word that begins with ! is a type tag. Write title: "!Envoys meet"',
    ],
    "a title that begins with a bracket": [
      withFrontMatter(`title: [Analysis] Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: text that begins with a bracket needs quotes. Write title: "[Analysis] Envoys meet"',
    ],
    "a backslash in quotes": [
      withFrontMatter(`title: "Envoys \\meet"\n${rest}`),
      "content/2024/07/11/talks.md:2:16  YAML: there is a backslash in double quotes. Write it twice, or use single quotes.",
    ],
    "a number sign that would cut a title short": [
      withFrontMatter(`title: Party #1 wins\n${rest}`),
      'content/2024/07/11/talks.md:2:14  YAML: "#1 wins" would be lost: a # after a space begins a comment. Put the whole text in quotes: "Party #1 wins"',
    ],
    "a line without a colon": [
      withFrontMatter(`title: Envoys\nsummary Both\n${rest}`),
      'content/2024/07/11/talks.md:3:1  YAML: this line is not a key with a value. Write "key: value", with a space after the colon.',
    ],
    "a colon without a space": [
      withFrontMatter(`title:Envoys\n${rest}`),
      'content/2024/07/11/talks.md:2:1  YAML: this line is not a key with a value. Write "key: value", with a space after the colon.',
    ],
    "a key that is indented": [
      withFrontMatter(`title: Envoys\n  summary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]`),
      "content/2024/07/11/talks.md:3:3  YAML: this line is indented but does not belong to a key above it. Align it with the other keys.",
    ],
    "three dots that begin a second document": [
      withFrontMatter(`title: Envoys\n...\n${rest}`),
      "content/2024/07/11/talks.md:3:1  YAML: a second document begins here. Delete the line; all keys belong in one document.",
    ],
    "two that are broken, beside a tag that is not known and a key that is not": [
      withFrontMatter(
        'title: Reuters: envoys meet\nsummary: "Both\nsources: [{name: Reuters}]\ntags: [rusia]\ntitel: A',
      ),
      'content/2024/07/11/talks.md:2:8  YAML: text with a colon in it needs quotes. Write title: "Reuters: envoys meet"',
      'content/2024/07/11/talks.md:3:10  YAML: a quotation mark is opened but not closed. Close it at the end of the text: title: "Words"',
      'content/2024/07/11/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?',
      'content/2024/07/11/talks.md:6:1  titel: is not a known key. Did you mean "title"?',
    ],
    "an alias": [
      withFrontMatter(`title: &t Envoys\nsummary: *t\nsources: [{name: Reuters}]\ntags: [diplomacy]`),
      `content/2024/07/11/talks.md:2:8  ${anchored}`,
      `content/2024/07/11/talks.md:3:10  ${anchored}`,
    ],
    "a page of aliases that stands for gigabytes": [
      withFrontMatter(`${bomb}\ntitle: *i`),
      ...Array.from({ length: 9 }, (_, i) => `content/2024/07/11/talks.md:${i + 2}:4  ${anchored}`),
      `content/2024/07/11/talks.md:11:8  ${anchored}`,
    ],
    "brackets a hundred thousand deep": [
      withFrontMatter(`title: ${"[".repeat(100_000)}`),
      'content/2024/07/11/talks.md:1:1  front matter: has 100008 characters; the maximum is 50000. Move the text below its second "---".',
    ],
    "brackets ten thousand deep, below some that are right": [
      withFrontMatter(`title: Envoys\nsources: [{name: Reuters}]\nsummary: ${"[".repeat(10_000)}`),
      "content/2024/07/11/talks.md:4:10  YAML: lists or maps are nested too deeply. Close the open brackets.",
    ],
    "brackets ten thousand deep": [
      withFrontMatter(`title: ${"[".repeat(10_000)}${"]".repeat(10_000)}`),
      "content/2024/07/11/talks.md:2:8  YAML: lists or maps are nested too deeply. Close the open brackets.",
    ],
  });
});

const aComma = "has a comma in it, and between { and } a text ends at a comma. Put the whole text in quotes:";

behaviour("an author who writes a text with a comma between braces", (it) => {
  testProblemLines(it, {
    "in a correction, before three digits": [
      withFrontMatter(
        `title: A\n${rest}\ncorrections:\n  - {date: 2024-07-12T09:00:00+03:00, text: We said 4,000 men.}`,
      ),
      `content/2024/07/11/talks.md:7:45  corrections[1].text: ${aComma} text: "We said 4,000 men."`,
    ],
    "in a correction that begins with a number": [
      withFrontMatter(`title: A\n${rest}\ncorrections: [{date: 2024-07-12T09:00:00+03:00, text: 4,000 men}]`),
      `content/2024/07/11/talks.md:6:55  corrections[1].text: ${aComma} text: "4,000 men"`,
    ],
    "in the name of a source, before another key": [
      withFrontMatter(
        "title: A\nsummary: B.\nsources: [{name: Reuters, AP, dpa, url: https://a.example/}]\ntags: [diplomacy]",
      ),
      `content/2024/07/11/talks.md:4:18  sources[1].name: ${aComma} name: "Reuters, AP, dpa"`,
    ],
    "with quotation marks inside": [
      withFrontMatter(
        `title: A\n${rest}\nretracted: {date: 2024-07-12T09:00:00+03:00, reason: The "letter, so-called" is forged}`,
      ),
      `content/2024/07/11/talks.md:6:54  retracted.reason: ${aComma} reason: 'The "letter, so-called" is forged'`,
    ],
    "with a quotation before the comma": [
      withFrontMatter("title: A\nsummary: B.\nsources: [{name: 'Reuters', AP}]\ntags: [diplomacy]"),
      `content/2024/07/11/talks.md:4:18  sources[1].name: ${aComma} name: "Reuters, AP"`,
    ],
    "with a colon after the comma": [
      withFrontMatter("title: A\nsummary: B.\nsources: [{name: Reuters, the wire: Vienna}]\ntags: [diplomacy]"),
      `content/2024/07/11/talks.md:4:18  sources[1].name: ${aComma} name: "Reuters, the wire: Vienna"`,
    ],
    "in the settings": [
      {
        "tags.yaml":
          "- {slug: diplomacy, title: Talks, treaties}\n- {slug: ukraine, title: Ukraine}\n- {slug: russia, title: Russia}\n",
      },
      `content/tags.yaml:1:28  title: ${aComma} title: "Talks, treaties"`,
    ],
    "which is only a key without its value": [
      withFrontMatter("title: A\nsummary: B.\nsources: [{name: Reuters, url}]\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:4:27  sources[1].url: is empty. Fill it in, as in: url: https://www.reuters.com/…",
    ],
    "which is only a key that is not known": [
      withFrontMatter("title: A\nsummary: B.\nsources: [{name: Reuters, place: Vienna}]\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:4:27  sources[1].place: is not a known key. Known keys: name, url, published.",
    ],
  });
});

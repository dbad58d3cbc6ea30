import { eachIsTold, talks, typed } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";

const rest = "summary: Both sides agree.\nsources: [{name: Reuters}]\ntags: [diplomacy]";
const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghi"]
  .map((key, i, all) =>
    i === 0 ? key : `${key}: &${key} [${`*${all[i - 1]?.charAt(0)}, `.repeat(8)}*${all[i - 1]?.charAt(0)}]`,
  )
  .join("\n");
const anchored =
  "YAML: what begins with & or * is an anchor or an alias, and these are not read. Put a text that begins so in quotes; write out in full what is to be repeated.";

behaviour("an author whose front matter is not to be found", (it) => {
  eachIsTold(it, {
    "none at all": [
      { [talks]: "The talks go on in Vienna.\n" },
      'content/2024/07/11/talks.md:1:1  front matter: is missing. Begin with a line "---", then title, summary, tags, sources and another "---".',
    ],
    "one that is not closed": [
      { [talks]: `---\ntitle: Envoys\n${rest}\n\nThe talks go on.\n` },
      'content/2024/07/11/talks.md:1:1  front matter: is not closed. Write a line "---" between its last key and the text.',
    ],
    "one that is closed by four hyphens": [
      { [talks]: `---\ntitle: Envoys\n${rest}\n----\n\nThe talks go on.\n` },
      'content/2024/07/11/talks.md:1:1  front matter: is not closed. Write a line "---" between its last key and the text.',
    ],
    "an empty line before it": [
      { [talks]: `\n---\ntitle: Envoys\n${rest}\n---\n` },
      'content/2024/07/11/talks.md:1:1  front matter: something stands before its first "---". Delete blank lines and spaces above it.',
    ],
    "one with nothing in it": [
      { [talks]: "---\n---\n\nThe talks go on.\n" },
      'content/2024/07/11/talks.md:1:1  sources: is missing. Add it, as in: sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
      "content/2024/07/11/talks.md:1:1  summary: is missing. Add it, as in: summary: Both sides agree to meet again.",
      "content/2024/07/11/talks.md:1:1  tags: is missing. Add it, as in: tags: [russia, diplomacy]",
      "content/2024/07/11/talks.md:1:1  title: is missing. Add it, as in: title: Envoys meet in Vienna",
    ],
    "one that is a list": [
      typed("- title: Envoys\n- summary: Both sides agree."),
      "content/2024/07/11/talks.md:2:1  front matter: a list stands where keys with their values belong. Write it as in: title: Envoys meet in Vienna",
    ],
    "one that is a sentence": [
      typed("Envoys meet in Vienna"),
      'content/2024/07/11/talks.md:2:1  front matter: the text "Envoys meet in Vienna" stands where keys with their values belong. Write it as in: title: Envoys meet in Vienna',
    ],
  });
});

behaviour("an author whose YAML is broken", (it) => {
  eachIsTold(it, {
    "a tab where spaces belong": [
      typed("title: Envoys\nsummary: Both sides agree.\nsources:\n\t- name: Reuters\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:5:1  YAML: a tab stands at the beginning of this line. Indent it by spaces.",
    ],
    "a key that stands twice": [
      typed(`title: Envoys\ntitle: Envoys again\n${rest}`),
      "content/2024/07/11/talks.md:3:1  title: stands here a second time. Keep one of the two.",
    ],
    "a key that stands twice inside another": [
      typed("title: Envoys\nsummary: Both.\nsources:\n  - name: Reuters\n    name: AFP\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:6:5  sources[1].name: stands here a second time. Keep one of the two.",
    ],
    "a colon in a title": [
      typed(`title: Reuters: envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a text with a colon in it needs quotes. Write title: "Reuters: envoys meet"',
    ],
    "a colon in a source": [
      typed("title: Envoys\nsummary: Both.\nsources:\n  - name: Reuters: wire\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:5:11  YAML: a text with a colon in it needs quotes. Write name: "Reuters: wire"',
    ],
    "a quotation mark that is not closed": [
      typed(`title: "Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a quotation mark is opened and not closed. Close it at the end of the text: title: "Words"',
    ],
    "a quotation that a title begins with": [
      typed(`title: "No deal" says envoy\n${rest}`),
      "content/2024/07/11/talks.md:2:8  YAML: a text that begins with a quotation mark needs quotes around all of it. Write title: '\"No deal\" says envoy'",
    ],
    "a bracket that is not closed": [
      typed("title: Envoys\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy"),
      "content/2024/07/11/talks.md:5:7  YAML: a bracket is opened and not closed. Close it at the end of the list: tags: [russia, diplomacy]",
    ],
    "a title that begins with a sign": [
      typed(`title: @kyiv says no\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a text that begins with this sign needs quotes. Write title: "@kyiv says no"',
    ],
    "a title that begins with an exclamation mark": [
      typed(`title: !Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a word with ! before it is a tag for a type. Write title: "!Envoys meet"',
    ],
    "a title that begins with a bracket": [
      typed(`title: [Analysis] Envoys meet\n${rest}`),
      'content/2024/07/11/talks.md:2:8  YAML: a text that begins with a bracket needs quotes. Write title: "[Analysis] Envoys meet"',
    ],
    "a backslash in quotes": [
      typed(`title: "Envoys \\meet"\n${rest}`),
      "content/2024/07/11/talks.md:2:16  YAML: a backslash stands in double quotes. Write it twice, or use single quotes.",
    ],
    "a number sign that would cut a title short": [
      typed(`title: Party #1 wins\n${rest}`),
      'content/2024/07/11/talks.md:2:14  YAML: "#1 wins" would be lost, for a # after a space begins a comment. Put the whole text in quotes: "Party #1 wins"',
    ],
    "a line without a colon": [
      typed(`title: Envoys\nsummary Both\n${rest}`),
      'content/2024/07/11/talks.md:3:1  YAML: this line is no key with its value. Write "key: value", with a space after the colon.',
    ],
    "a colon without a space": [
      typed(`title:Envoys\n${rest}`),
      'content/2024/07/11/talks.md:2:1  YAML: this line is no key with its value. Write "key: value", with a space after the colon.',
    ],
    "a key that is indented": [
      typed(`title: Envoys\n  summary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]`),
      "content/2024/07/11/talks.md:3:3  YAML: this line is indented and belongs to nothing above it. Begin it where the other keys begin.",
    ],
    "three dots that begin a second document": [
      typed(`title: Envoys\n...\n${rest}`),
      "content/2024/07/11/talks.md:3:1  YAML: a second document begins here. Delete the line; all keys stand in one.",
    ],
    "an alias": [
      typed(`title: &t Envoys\nsummary: *t\nsources: [{name: Reuters}]\ntags: [diplomacy]`),
      `content/2024/07/11/talks.md:2:8  ${anchored}`,
      `content/2024/07/11/talks.md:3:10  ${anchored}`,
    ],
    "a page of aliases that stands for gigabytes": [
      typed(`${bomb}\ntitle: *i`),
      ...Array.from({ length: 9 }, (_, i) => `content/2024/07/11/talks.md:${i + 2}:4  ${anchored}`),
      `content/2024/07/11/talks.md:11:8  ${anchored}`,
    ],
    "brackets a hundred thousand deep": [
      typed(`title: ${"[".repeat(100_000)}`),
      'content/2024/07/11/talks.md:1:1  front matter: has 100008 characters, and 50000 are the most. Move what is text below its second "---".',
    ],
    "brackets ten thousand deep, below some that are right": [
      typed(`title: Envoys\nsources: [{name: Reuters}]\nsummary: ${"[".repeat(10_000)}`),
      "content/2024/07/11/talks.md:4:10  YAML: lists stand in lists, deeper than can be read. Close the brackets before.",
    ],
    "brackets ten thousand deep": [
      typed(`title: ${"[".repeat(10_000)}${"]".repeat(10_000)}`),
      "content/2024/07/11/talks.md:2:8  YAML: lists stand in lists, deeper than can be read. Close the brackets before.",
    ],
  });
});

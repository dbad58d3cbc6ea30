import { eachIsTold, keyed, talks, typed } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { article } from "../help/sites/site.ts";

const longSummary = "Міністр 🕊".repeat(36);

behaviour("an author who leaves out what an article must have", (it) => {
  eachIsTold(it, {
    "a title": [
      keyed({ title: undefined }),
      "content/2024/07/11/talks.md:1:1  title: is missing. Add it, as in: title: Envoys meet in Vienna",
    ],
    "the words of a title": [
      keyed({ title: "" }),
      "content/2024/07/11/talks.md:2:8  title: is empty. Fill it in, as in: title: Envoys meet in Vienna",
    ],
    "all but the key of a title": [
      typed("title:\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:2:1  title: is empty. Fill it in, as in: title: Envoys meet in Vienna",
    ],
    "every tag": [
      keyed({ tags: [] }),
      "content/2024/07/11/talks.md:5:7  tags: is empty. Fill it in, as in: tags: [russia, diplomacy]",
    ],
    "the name of a source": [
      keyed({ sources: [{ name: "AFP" }, { url: "https://reuters.example/" }] }),
      "content/2024/07/11/talks.md:4:26  sources[2].name: is missing. Add it, as in: name: Reuters",
    ],
    "who made a picture, and what it shows": [
      keyed({ image: { src: "map.png", alt: "" } }),
      "content/2024/07/11/talks.md:6:8  image.credit: is missing. Add it, as in: credit: Ann Example",
      "content/2024/07/11/talks.md:6:31  image.alt: is empty. Fill it in, as in: alt: Two envoys at a table",
    ],
  });
});

behaviour("an author who misspells", (it) => {
  eachIsTold(it, {
    "a key": [
      keyed({ sumary: "Again." }),
      'content/2024/07/11/talks.md:6:1  sumary: is not a known key. Did you mean "summary"?',
    ],
    "a key inside another": [
      keyed({ sources: [{ name: "AFP", ulr: "https://afp.example/" }] }),
      'content/2024/07/11/talks.md:4:25  sources[1].ulr: is not a known key. Did you mean "url"?',
    ],
    "a key that is like none": [
      keyed({ byline: "A. Correspondent" }),
      "content/2024/07/11/talks.md:6:1  byline: is not a known key. Known keys: title, summary, tags, sources, date, id, updated, corrections, retracted, lead, storyline, people, places, image, draft, rights, aliases.",
    ],
    "a key of a note": [
      { "2024/07/11/index.md": "---\nsumary: Again.\n---\n\nGood morning.\n" },
      "content/2024/07/11/index.md:2:1  sumary: is not a known key. Known keys: title.",
    ],
    "a tag": [
      keyed({ tags: ["diplomacy", "rusia"] }),
      'content/2024/07/11/talks.md:5:20  tags: "rusia" is not a known tag. Did you mean "russia"?',
    ],
    "a tag of another script": [
      keyed({ tags: ["Росия"] }),
      'content/2024/07/11/talks.md:5:8  tags: "Росия" is not a known tag. Did you mean "Россия"?',
    ],
    "a tag in a list of lines": [
      typed("title: Envoys\nsummary: Both.\nsources: [{name: Reuters}]\ntags:\n  - diplomacy\n  - weather"),
      'content/2024/07/11/talks.md:7:5  tags: "weather" is not a known tag. Add it to tags.yaml, or use one that is there.',
    ],
    "a storyline": [
      keyed({ storyline: "second-sumit" }),
      'content/2024/07/11/talks.md:6:12  storyline: "second-sumit" is not a known storyline. Did you mean "second-summit"?',
    ],
    "a storyline that is like none": [
      keyed({ storyline: "grain" }),
      'content/2024/07/11/talks.md:6:12  storyline: "grain" is not a known storyline. Add it to storylines.yaml, or use one that is there.',
    ],
  });
});

behaviour("an author who writes a value of the wrong kind", (it) => {
  eachIsTold(it, {
    "a number as title": [
      typed("title: 1984\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:2:8  title: 1984 is a number to YAML, not a text. Put it in quotes: title: "1984"',
    ],
    "a number that YAML would write differently": [
      typed("title: 007\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [0x1F]"),
      'content/2024/07/11/talks.md:2:8  title: 007 is a number to YAML, not a text. Put it in quotes: title: "007"',
      'content/2024/07/11/talks.md:5:8  tags: 0x1F is a number to YAML, not a text. Put it in quotes: "0x1F"',
    ],
    "a word that is none to YAML": [
      typed("title: True\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:2:8  title: True is yes or no to YAML, not a text. Put it in quotes: title: "True"',
    ],
    "every key at once": [
      {
        [talks]: article({
          title: ["Envoys"],
          summary: { text: "Both." },
          sources: "Reuters",
          tags: "diplomacy",
          date: 2024,
          id: 7,
          updated: true,
          corrections: ["Misnamed."],
          lead: "yes",
          storyline: ["second-summit"],
          people: "Viktor Orbán",
          places: { city: "Vienna" },
          image: "map.png",
          draft: 1,
          aliases: "/old/",
        }),
      },
      "content/2024/07/11/talks.md:2:8  title: a list stands where a text belongs. Write it as in: title: Envoys meet in Vienna",
      "content/2024/07/11/talks.md:3:10  summary: keys with their values stand where a text belongs. Write it as in: summary: Both sides agree to meet again.",
      'content/2024/07/11/talks.md:4:10  sources: the text "Reuters" stands where a list belongs. Write it as in: sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
      'content/2024/07/11/talks.md:5:7  tags: the text "diplomacy" stands where a list belongs. Write it as in: tags: [russia, diplomacy]',
      "content/2024/07/11/talks.md:6:7  date: the number 2024 stands where a moment belongs. Write it as in: date: 2024-07-11T18:30:00+03:00",
      'content/2024/07/11/talks.md:7:5  id: 7 is a number to YAML, not a text. Put it in quotes: id: "7"',
      "content/2024/07/11/talks.md:8:10  updated: true stands where a moment belongs. Write it as in: updated: 2024-07-11T20:15:00+03:00",
      'content/2024/07/11/talks.md:9:15  corrections: the text "Misnamed." stands where keys with their values belong. Write it as in: corrections: [{date: 2024-07-12T09:00:00+03:00, text: An earlier version misnamed the envoy.}]',
      'content/2024/07/11/talks.md:10:7  lead: the text "yes" stands where true or false belongs. Write it as in: lead: true',
      "content/2024/07/11/talks.md:11:12  storyline: a list stands where a text belongs. Write it as in: storyline: second-summit",
      'content/2024/07/11/talks.md:12:9  people: the text "Viktor Orbán" stands where a list belongs. Write it as in: people: [Viktor Orbán]',
      "content/2024/07/11/talks.md:13:9  places: keys with their values stand where a list belongs. Write it as in: places: [Vienna]",
      'content/2024/07/11/talks.md:14:8  image: the text "map.png" stands where keys with their values belong. Write it as in: image: {src: envoys.jpg, alt: Two envoys at a table, credit: Ann Example}',
      "content/2024/07/11/talks.md:15:8  draft: the number 1 stands where true or false belongs. Write it as in: draft: true",
      'content/2024/07/11/talks.md:16:10  aliases: the text "/old/" stands where a list belongs. Write it as in: aliases: [/2024/07/10/old-address/]',
    ],
    "a summary of more characters than fit, whatever their bytes": [
      keyed({ summary: longSummary }),
      "content/2024/07/11/talks.md:3:10  summary: has 324 characters, and 320 are the most. Shorten it by 4.",
    ],
    "a title of a character too many": [
      keyed({ title: "T".repeat(141) }),
      "content/2024/07/11/talks.md:2:8  title: has 141 characters, and 140 are the most. Shorten it by 1.",
    ],
    "a source's address without its beginning, and a day in another order": [
      keyed({ sources: [{ name: "AFP", url: "afp.example/news", published: "11.07.2024" }] }),
      'content/2024/07/11/talks.md:4:31  sources[1].url: "afp.example/news" is no address on the web. Write it whole, from https:// on.',
      'content/2024/07/11/talks.md:4:62  sources[1].published: "11.07.2024" is no day. Write year, month and day, as in: 2024-07-11',
    ],
    "a source's address with a character that no page can show": [
      keyed({ sources: [{ name: "AFP", url: "https://afp.example/\u0007" }] }),
      'content/2024/07/11/talks.md:4:31  sources[1].url: "https://afp.example/\ufffd" is no address on the web. Write it whole, from https:// on.',
    ],
    "a name without a letter": [
      keyed({ people: ["Viktor Orbán", "!!!"] }),
      'content/2024/07/11/talks.md:6:25  people: "!!!" has no letter. Write the name, as in: people: [Viktor Orbán]',
    ],
  });
});

behaviour("an author who writes a date", (it) => {
  eachIsTold(it, {
    "without its offset": [
      keyed({ date: "2024-07-11 18:30" }),
      'content/2024/07/11/talks.md:6:7  date: "2024-07-11 18:30" has no offset from UTC. Write it as in: 2024-07-11T18:30:00+03:00',
    ],
    "as a day only, in winter": [
      { "2024/01/11/talks.md": article({ date: "2024-01-11" }) },
      'content/2024/01/11/talks.md:6:7  date: "2024-01-11" has no offset from UTC. Write it as in: 2024-01-11T06:00:00+02:00',
    ],
    "in words": [
      keyed({ date: "yesterday at noon" }),
      'content/2024/07/11/talks.md:6:7  date: "yesterday at noon" is no moment in ISO 8601. Write it as in: 2024-07-11T06:00:00+03:00',
    ],
    "of a day that is none": [
      { "2024/02/29/talks.md": article({ date: "2024-02-30T10:00:00Z" }) },
      'content/2024/02/29/talks.md:6:7  date: "2024-02-30T10:00:00Z" is no moment in ISO 8601. Write it as in: 2024-02-29T06:00:00+02:00',
    ],
    "of another edition": [
      keyed({ date: "2024-07-20T10:00:00+03:00" }),
      'content/2024/07/11/talks.md:6:7  date: "2024-07-20T10:00:00+03:00" is more than a day away from the edition of 2024-07-11. Write a moment of 2024-07-11, as in 2024-07-11T06:00:00+03:00, or move the file to the folder 2024/07/20.',
    ],
    "of a correction before the article": [
      keyed({ corrections: [{ date: "2024-07-10T09:00:00Z", text: "We misnamed the envoy." }] }),
      'content/2024/07/11/talks.md:6:23  corrections[1].date: "2024-07-10T09:00:00Z" is before the article itself came out. Write the moment at which the text was corrected.',
    ],
    "of an update before the article": [
      keyed({ updated: "2024-07-10T09:00:00Z" }),
      'content/2024/07/11/talks.md:6:10  updated: "2024-07-10T09:00:00Z" is before the article itself came out. Write the moment at which the text was changed.',
    ],
    "of a correction without its offset": [
      keyed({ corrections: [{ date: "2024-07-12", text: "We misnamed the envoy." }] }),
      'content/2024/07/11/talks.md:6:23  corrections[1].date: "2024-07-12" has no offset from UTC. Write it as in: 2024-07-12T06:00:00+03:00',
    ],
  });
});

behaviour("an author who gives an old address or an id", (it) => {
  const oldAddress = "Write the old address from the root of the site, as in: aliases: [/2024/07/10/old-address/]";
  eachIsTold(it, {
    "without its first slash": [
      keyed({ aliases: ["/older/", "old/talks/"] }),
      'content/2024/07/11/talks.md:6:21  aliases: "old/talks/" is no address of a page. Did you mean "/old/talks/"?',
    ],
    "without its last slash": [
      keyed({ aliases: ["/old/talks"] }),
      'content/2024/07/11/talks.md:6:11  aliases: "/old/talks" is no address of a page. Did you mean "/old/talks/"?',
    ],
    "as a whole URL": [
      keyed({ aliases: ["https://dispatch.example/old/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "https://dispatch.example/old/" is no address of a page. ${oldAddress}`,
    ],
    "that climbs": [
      keyed({ aliases: ["/../../etc/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "/../../etc/" is no address of a page. ${oldAddress}`,
    ],
    "as an id that is half a tag: URI": [
      keyed({ id: "tag:dispatch" }),
      'content/2024/07/11/talks.md:6:5  id: "tag:dispatch" is no tag: URI. Write it as in: id: "tag:dispatch.example,2024:/2024/07/11/talks/"',
    ],
  });
});

import { articlePath, testProblemLines, withFields, withFrontMatter } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { formatArticle } from "../help/sites/site.ts";

const longSummary = "Міністр 🕊".repeat(36);

behaviour("an author who leaves out what an article must have", (it) => {
  testProblemLines(it, {
    "a title": [
      withFields({ title: undefined }),
      "content/2024/07/11/talks.md:1:1  title: is missing. Add it, as in: title: Envoys meet in Vienna",
    ],
    "the words of a title": [
      withFields({ title: "" }),
      "content/2024/07/11/talks.md:2:8  title: is empty. Fill it in, as in: title: Envoys meet in Vienna",
    ],
    "all but the key of a title": [
      withFrontMatter("title:\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      "content/2024/07/11/talks.md:2:1  title: is empty. Fill it in, as in: title: Envoys meet in Vienna",
    ],
    "every tag": [
      withFields({ tags: [] }),
      "content/2024/07/11/talks.md:5:7  tags: is empty. Fill it in, as in: tags: [russia, diplomacy]",
    ],
    "the name of a source": [
      withFields({ sources: [{ name: "AFP" }, { url: "https://reuters.example/" }] }),
      "content/2024/07/11/talks.md:4:26  sources[2].name: is missing. Add it, as in: name: Reuters",
    ],
    "who made a picture, and what it shows": [
      withFields({ image: { src: "map.png", alt: "" } }),
      "content/2024/07/11/talks.md:6:8  image.credit: is missing. Add it, as in: credit: Ann Example",
      "content/2024/07/11/talks.md:6:31  image.alt: is empty. Fill it in, as in: alt: Two envoys at a table",
    ],
  });
});

behaviour("an author who misspells", (it) => {
  testProblemLines(it, {
    "a key": [
      withFields({ sumary: "Again." }),
      'content/2024/07/11/talks.md:6:1  sumary: is not a known key. Did you mean "summary"?',
    ],
    "a key inside another": [
      withFields({ sources: [{ name: "AFP", ulr: "https://afp.example/" }] }),
      'content/2024/07/11/talks.md:4:25  sources[1].ulr: is not a known key. Did you mean "url"?',
    ],
    "a key that is like none": [
      withFields({ weather: "Rain." }),
      "content/2024/07/11/talks.md:6:1  weather: is not a known key. Known keys: title, summary, tags, sources, original, authors, date, id, updated, corrections, retracted, lead, storyline, people, places, image, draft, rights, licence, aliases.",
    ],
    "a key of a note": [
      { "2024/07/11/index.md": "---\nsumary: Again.\n---\n\nGood morning.\n" },
      "content/2024/07/11/index.md:2:1  sumary: is not a known key. Known keys: title.",
    ],
    "a tag": [
      withFields({ tags: ["diplomacy", "rusia"] }),
      'content/2024/07/11/talks.md:5:20  tags: "rusia" is not a known tag. Did you mean "russia"?',
    ],
    "a tag of another script": [
      withFields({ tags: ["Росия"] }),
      'content/2024/07/11/talks.md:5:8  tags: "Росия" is not a known tag. Did you mean "Россия"?',
    ],
    "a tag in a list of lines": [
      withFrontMatter("title: Envoys\nsummary: Both.\nsources: [{name: Reuters}]\ntags:\n  - diplomacy\n  - weather"),
      'content/2024/07/11/talks.md:7:5  tags: "weather" is not a known tag. Add it to tags.yaml, or use one that is there.',
    ],
    "a storyline": [
      withFields({ storyline: "second-sumit" }),
      'content/2024/07/11/talks.md:6:12  storyline: "second-sumit" is not a known storyline. Did you mean "second-summit"?',
    ],
    "a storyline that is like none": [
      withFields({ storyline: "grain" }),
      'content/2024/07/11/talks.md:6:12  storyline: "grain" is not a known storyline. Add it to storylines.yaml, or use one that is there.',
    ],
  });
});

behaviour("an author who writes a value of the wrong kind", (it) => {
  testProblemLines(it, {
    "a number as title": [
      withFrontMatter("title: 1984\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:2:8  title: YAML reads 1984 as a number, not as text. Put it in quotes: title: "1984"',
    ],
    "a number that YAML would write differently": [
      withFrontMatter("title: 007\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [0x1F]"),
      'content/2024/07/11/talks.md:2:8  title: YAML reads 007 as a number, not as text. Put it in quotes: title: "007"',
      'content/2024/07/11/talks.md:5:8  tags: YAML reads 0x1F as a number, not as text. Put it in quotes: "0x1F"',
    ],
    "a word that is none to YAML": [
      withFrontMatter("title: True\nsummary: Both.\nsources: [{name: Reuters}]\ntags: [diplomacy]"),
      'content/2024/07/11/talks.md:2:8  title: YAML reads True as true or false, not as text. Put it in quotes: title: "True"',
    ],
    "every key at once": [
      {
        [articlePath]: formatArticle({
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
      "content/2024/07/11/talks.md:2:8  title: expected text, found a list. Write it as in: title: Envoys meet in Vienna",
      "content/2024/07/11/talks.md:3:10  summary: expected text, found keys with values. Write it as in: summary: Both sides agree to meet again.",
      'content/2024/07/11/talks.md:4:10  sources: expected a list, found the text "Reuters". Write it as in: sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
      'content/2024/07/11/talks.md:5:7  tags: expected a list, found the text "diplomacy". Write it as in: tags: [russia, diplomacy]',
      "content/2024/07/11/talks.md:6:7  date: expected a date and time, found the number 2024. Write it as in: date: 2024-07-11T18:30:00+03:00",
      'content/2024/07/11/talks.md:7:5  id: YAML reads 7 as a number, not as text. Put it in quotes: id: "7"',
      "content/2024/07/11/talks.md:8:10  updated: expected a date and time, found true. Write it as in: updated: 2024-07-11T20:15:00+03:00",
      'content/2024/07/11/talks.md:9:15  corrections: expected keys with values, found the text "Misnamed.". Write it as in: corrections: [{date: 2024-07-12T09:00:00+03:00, text: An earlier version misnamed the envoy.}]',
      'content/2024/07/11/talks.md:10:7  lead: expected true or false, found the text "yes". Write it as in: lead: true',
      "content/2024/07/11/talks.md:11:12  storyline: expected text, found a list. Write it as in: storyline: second-summit",
      'content/2024/07/11/talks.md:12:9  people: expected a list, found the text "Viktor Orbán". Write it as in: people: [Viktor Orbán]',
      "content/2024/07/11/talks.md:13:9  places: expected a list, found keys with values. Write it as in: places: [Vienna]",
      'content/2024/07/11/talks.md:14:8  image: expected keys with values, found the text "map.png". Write it as in: image: {src: envoys.jpg, alt: Two envoys at a table, credit: Ann Example}',
      "content/2024/07/11/talks.md:15:8  draft: expected true or false, found the number 1. Write it as in: draft: true",
      'content/2024/07/11/talks.md:16:10  aliases: expected a list, found the text "/old/". Write it as in: aliases: [/2024/07/10/old-address/]',
    ],
    "a summary of more characters than fit, whatever their bytes": [
      withFields({ summary: longSummary }),
      "content/2024/07/11/talks.md:3:10  summary: has 324 characters; the maximum is 320. Shorten it by 4.",
    ],
    "a title of a character too many": [
      withFields({ title: "T".repeat(141) }),
      "content/2024/07/11/talks.md:2:8  title: has 141 characters; the maximum is 140. Shorten it by 1.",
    ],
    "a source's address without its beginning, and a day in another order": [
      withFields({ sources: [{ name: "AFP", url: "afp.example/news", published: "11.07.2024" }] }),
      'content/2024/07/11/talks.md:4:31  sources[1].url: "afp.example/news" is not a web address. Start it with https://',
      'content/2024/07/11/talks.md:4:62  sources[1].published: "11.07.2024" is not a date. Write year, month and day, as in: 2024-07-11',
    ],
    "a source's address with a character that no page can show": [
      withFields({ sources: [{ name: "AFP", url: "https://afp.example/\u0007" }] }),
      'content/2024/07/11/talks.md:4:31  sources[1].url: "https://afp.example/\ufffd" is not a web address. Start it with https://',
    ],
    "a name without a letter": [
      withFields({ people: ["Viktor Orbán", "!!!"] }),
      'content/2024/07/11/talks.md:6:25  people: "!!!" has no letter. Write the name, as in: people: [Viktor Orbán]',
    ],
  });
});

behaviour("an author who writes a date", (it) => {
  testProblemLines(it, {
    "without its offset": [
      withFields({ date: "2024-07-11 18:30" }),
      'content/2024/07/11/talks.md:6:7  date: "2024-07-11 18:30" has no offset from UTC. Write it as in: 2024-07-11T18:30:00+03:00',
    ],
    "as a day only, in winter": [
      { "2024/01/11/talks.md": formatArticle({ date: "2024-01-11" }) },
      'content/2024/01/11/talks.md:6:7  date: "2024-01-11" has no offset from UTC. Write it as in: 2024-01-11T06:00:00+02:00',
    ],
    "in words": [
      withFields({ date: "yesterday at noon" }),
      'content/2024/07/11/talks.md:6:7  date: "yesterday at noon" is not a date and time in ISO 8601. Write it as in: 2024-07-11T06:00:00+03:00',
    ],
    "of a day that is none": [
      { "2024/02/29/talks.md": formatArticle({ date: "2024-02-30T10:00:00Z" }) },
      'content/2024/02/29/talks.md:6:7  date: "2024-02-30T10:00:00Z" is not a date and time in ISO 8601. Write it as in: 2024-02-29T06:00:00+02:00',
    ],
    "of another edition": [
      withFields({ date: "2024-07-20T10:00:00+03:00" }),
      'content/2024/07/11/talks.md:6:7  date: "2024-07-20T10:00:00+03:00" is more than a day away from the edition of 2024-07-11. Write a time on 2024-07-11, as in 2024-07-11T06:00:00+03:00, or move the file to the folder 2024/07/20.',
    ],
    "of a correction before the article": [
      withFields({ corrections: [{ date: "2024-07-10T09:00:00Z", text: "We misnamed the envoy." }] }),
      'content/2024/07/11/talks.md:6:23  corrections[1].date: "2024-07-10T09:00:00Z" is before the article was published. Write the time at which the text was corrected.',
    ],
    "of an update before the article": [
      withFields({ updated: "2024-07-10T09:00:00Z" }),
      'content/2024/07/11/talks.md:6:10  updated: "2024-07-10T09:00:00Z" is before the article was published. Write the time at which the text was changed.',
    ],
    "of a correction without its offset": [
      withFields({ corrections: [{ date: "2024-07-12", text: "We misnamed the envoy." }] }),
      'content/2024/07/11/talks.md:6:23  corrections[1].date: "2024-07-12" has no offset from UTC. Write it as in: 2024-07-12T06:00:00+03:00',
    ],
  });
});

behaviour("an author who gives an old address or an id", (it) => {
  const oldAddress = "Write the old address from the root of the site, as in: aliases: [/2024/07/10/old-address/]";
  testProblemLines(it, {
    "without its first slash": [
      withFields({ aliases: ["/older/", "old/talks/"] }),
      'content/2024/07/11/talks.md:6:21  aliases: "old/talks/" is not the address of a page. Did you mean "/old/talks/"?',
    ],
    "without its last slash": [
      withFields({ aliases: ["/old/talks"] }),
      'content/2024/07/11/talks.md:6:11  aliases: "/old/talks" is not the address of a page. Did you mean "/old/talks/"?',
    ],
    "as a whole URL": [
      withFields({ aliases: ["https://dispatch.example/old/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "https://dispatch.example/old/" is not the address of a page. ${oldAddress}`,
    ],
    "that climbs": [
      withFields({ aliases: ["/../../etc/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "/../../etc/" is not the address of a page. ${oldAddress}`,
    ],
    "as an id that is half a tag: URI": [
      withFields({ id: "tag:dispatch" }),
      'content/2024/07/11/talks.md:6:5  id: "tag:dispatch" is not a tag: URI. Write it as in: id: "tag:dispatch.example,2024:/2024/07/11/talks/"',
    ],
  });
});

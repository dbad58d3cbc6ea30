import * as assert from "uvu/assert";
import { articlePath, testProblemLines, withFields } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { buildSmallSite, formatArticle } from "../help/sites/site.ts";

const settings = (different: Readonly<Record<string, string | undefined>>) => ({
  "site.yaml": Object.entries({ ...complete, ...different })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]))
    .join(""),
});

const complete = {
  title: "The Dispatch",
  description: "One edition a day.",
  url: "https://dispatch.example/",
  authority: '"dispatch.example,2024"',
  language: "en",
  timezone: "Europe/Riga",
  hour: '"06:00"',
  publisher: "{name: The Dispatch}",
  sections: "[ukraine, russia]",
  links: "folder",
};

const tags = (...lines: readonly string[]) => ({
  "tags.yaml": ["- {slug: ukraine, title: Ukraine}", "- {slug: russia, title: Russia}", ...lines, ""].join("\n"),
});

behaviour("a publisher who sets up a site", (it) => {
  testProblemLines(it, {
    "without settings": [
      { "site.yaml": undefined },
      "content/site.yaml:1:1  is missing. Write it, beginning with: title: The Dispatch",
    ],
    "without tags, once for all articles": [
      { [articlePath]: formatArticle(), "2024/07/12/drones.md": formatArticle(), "tags.yaml": undefined },
      "content/tags.yaml:1:1  is missing. Write it with one entry per line, as in: - {slug: ukraine, title: Ukraine}",
    ],
    "with half of the settings": [
      settings({ publisher: undefined, hour: undefined }),
      'content/site.yaml:1:1  hour: is missing. Add it, as in: hour: "06:00"',
      "content/site.yaml:1:1  publisher: is missing. Add it, as in: publisher: {name: The Dispatch}",
    ],
    "in a time zone that is none": [
      settings({ timezone: "Europe/Rigga" }),
      'content/site.yaml:6:11  timezone: "Europe/Rigga" is not a time zone. Write a name from the IANA database, as in: Europe/Riga',
    ],
    "in the time zone of whoever builds it": [
      settings({ timezone: "local" }),
      'content/site.yaml:6:11  timezone: "local" is not a time zone. Write a name from the IANA database, as in: Europe/Riga',
    ],
    "in a language that it does not speak": [
      settings({ language: "de" }),
      'content/site.yaml:5:11  language: "de" is not a supported language. Supported languages: en, ru, uk.',
    ],
    "with a title in a language that it does not speak": [
      settings({ title: "{en: The Dispatch, ua: Депеша}" }),
      'content/site.yaml:1:27  title.ua: is not a known key. Did you mean "uk"?',
    ],
    "with a title, a support note and a tag in other languages than its own": [
      {
        ...settings({ title: "{ru: Депеша}", support: "{title: {uk: Допомога}, text: Help us.}" }),
        ...tags("- {slug: kyiv, title: {ru: Киев}}"),
      },
      "content/site.yaml:1:8  title.en: is missing, and en is the site's own language. Add it, as in: title: The Dispatch",
      "content/site.yaml:11:18  support.title.en: is missing, and en is the site's own language. Add it, as in: title: Support us",
      "content/tags.yaml:3:23  title.en: is missing, and en is the site's own language. Add it, as in: title: Ukraine",
    ],
    "with a title in no language": [
      settings({ title: "{}" }),
      "content/site.yaml:1:8  title: is empty. Fill it in, as in: title: The Dispatch",
    ],
    "with a section that is no tag": [
      settings({ sections: "[ukraine, sport]" }),
      'content/site.yaml:9:21  sections: "sport" is not a known tag. Add it to tags.yaml, or use one that is there.',
    ],
    "at an address with a question in it": [
      settings({ url: "https://dispatch.example/?edition=today", mirrors: '["https://mirror.example/#top"]' }),
      'content/site.yaml:3:6  url: "https://dispatch.example/?edition=today" is not the address of a site. Remove the part that begins with ? or #.',
      'content/site.yaml:11:11  mirrors: "https://mirror.example/#top" is not the address of a site. Remove the part that begins with ? or #.',
    ],
    "with a newsletter that nobody sends": [
      settings({ newsletter: "{unsubscribe: https://dispatch.example/leave/}" }),
      "content/site.yaml:11:13  newsletter.from: is missing. Add it, as in: from: editors@dispatch.example",
    ],
    "with a newsletter from an address that mailers refuse, and with no way out": [
      settings({ newsletter: "{from: редакция@dispatch.example, unsubscribe: leave@dispatch.example}" }),
      'content/site.yaml:11:20  newsletter.from: "редакция@dispatch.example" is not an email address that every mail server accepts. Write only the address, in ASCII, as in: editors@dispatch.example',
      'content/site.yaml:11:60  newsletter.unsubscribe: "leave@dispatch.example" is not an unsubscribe address. Write a web address or a mailto: address, as in: mailto:leave@dispatch.example',
    ],
    "with links that are neither": [
      settings({ links: "folders" }),
      'content/site.yaml:10:8  links: "folders" is not one of folder, file. Did you mean "folder"?',
    ],
    "with an hour that YAML takes for a number": [
      settings({ hour: "6" }),
      'content/site.yaml:7:7  hour: expected a time of day, found the number 6. Write it as in: hour: "06:00"',
    ],
    "with an hour without its zero": [
      settings({ hour: '"6:00"' }),
      'content/site.yaml:7:7  hour: "6:00" is not a time of day. Write hours and minutes, as in: "06:00"',
    ],
    "with an authority without its year": [
      settings({ authority: "dispatch.example" }),
      'content/site.yaml:4:12  authority: "dispatch.example" is not an authority: a host name of yours, a comma, and a year in which you owned it. Write it as in: dispatch.example,2024',
    ],
    "with a key that is not known": [
      settings({ titel: "The Dispatch" }),
      'content/site.yaml:11:1  titel: is not a known key. Did you mean "title"?',
    ],
    "with a key that is not known inside another": [
      settings({ publisher: "{name: The Dispatch, mail: a@b.example}" }),
      'content/site.yaml:8:33  publisher.mail: is not a known key. Did you mean "email"?',
    ],
    "with the address of a page for that of the site": [
      settings({ url: "dispatch.example" }),
      'content/site.yaml:3:6  url: "dispatch.example" is not a web address. Start it with https://',
    ],
  });
});

behaviour("an editor who keeps the list of tags", (it) => {
  testProblemLines(it, {
    "with a tag that stands twice": [
      tags("- {slug: ukraine, title: Ukraine}"),
      'content/tags.yaml:3:10  slug: "ukraine" is used twice. Give it another slug, or delete one of the two.',
    ],
    "with a synonym of two tags": [
      tags("- {slug: kyiv, title: Kyiv, also: [Kiev, Russia]}"),
      'content/tags.yaml:3:42  also: "Russia" is also a name of "russia". Remove it from one of the two.',
    ],
    "with two tags of one title, in one language": [
      tags("- {slug: kyiv, title: {en: Kyiv, ru: Russia}}"),
      'content/tags.yaml:3:38  title: "Russia" is also a name of "russia". Remove it from one of the two.',
    ],
    "with a slug in another script": [
      tags("- {slug: Київ, title: Kyiv}"),
      'content/tags.yaml:3:10  slug: "Київ" is not a slug: lower-case Latin letters, digits and hyphens, at most 80. Write it as in: slug: kiyiv',
    ],
    "with a tag without a title": [
      tags("- {slug: kyiv}"),
      "content/tags.yaml:3:3  title: is missing. Add it, as in: title: Ukraine",
    ],
    "with a word for an entry": [
      tags("- kyiv"),
      'content/tags.yaml:3:3  entry: expected keys with values, found the text "kyiv". Write it as in: - {slug: ukraine, title: Ukraine}',
    ],
    "as a map": [
      { "tags.yaml": "ukraine: Ukraine\nrussia: Russia\n" },
      "content/tags.yaml:1:1  is not a list. Write one entry per line, as in: - {slug: ukraine, title: Ukraine}",
    ],
    "with a slip in it, and every article that has a tag is left in peace": [
      { ...withFields({ tags: ["diplomacy"] }), "tags.yaml": "- {slug: diplomacy, title: Talks: all}\n" },
      'content/tags.yaml:1:28  YAML: text with a colon in it needs quotes. Write "Talks: all"',
    ],
    "with a wrong slug, and every article that has the tag is left in peace": [
      { ...withFields({ tags: ["diplomacy"] }), ...tags("- {slug: Diplomacy, title: Diplomacy}") },
      'content/tags.yaml:3:10  slug: "Diplomacy" is not a slug: lower-case Latin letters, digits and hyphens, at most 80. Write it as in: slug: diplomacy',
    ],
  });
});

behaviour("a publisher whose settings break", (it) => {
  it("keeps the last good site, and reads the one line that mends it", async () => {
    const good = await buildSmallSite({ [articlePath]: formatArticle(), ...settings({}) });
    const before = good.files;
    const broken = await good.change(settings({ timezone: "Mars/Olympus" }));

    assert.ok(before.length > 0);
    assert.equal(broken.problems, [
      'content/site.yaml:6:11  timezone: "Mars/Olympus" is not a time zone. Write a name from the IANA database, as in: Europe/Riga',
    ]);
    assert.equal(broken.files, before);
  });
});

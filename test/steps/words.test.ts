import * as assert from "uvu/assert";
import { type Language, languages } from "../../src/values/language.ts";
import { pluralize } from "../../src/words/plural.ts";
import { getWords } from "../../src/words/words.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("a reader who sees a count", (it) => {
  it("reads one story and two stories in English", () => {
    const { storyCount: stories } = getWords("en");
    assert.equal([0, 1, 2, 21].map(stories), ["0 stories", "1 story", "2 stories", "21 stories"]);
  });

  it("reads the three forms that Russian counts by", () => {
    const { sourceCount: source } = getWords("ru");
    assert.equal([1, 2, 5, 11, 12, 21, 22, 25, 111].map(source), [
      "1 источник",
      "2 источника",
      "5 источников",
      "11 источников",
      "12 источников",
      "21 источник",
      "22 источника",
      "25 источников",
      "111 источников",
    ]);
  });

  it("reads the three forms that Ukrainian counts by", () => {
    const { editionCount: editions, correctionCount: correctionsCount } = getWords("uk");
    assert.equal([1, 3, 7, 14, 31].map(editions), ["1 випуск", "3 випуски", "7 випусків", "14 випусків", "31 випуск"]);
    assert.equal([1, 4, 5].map(correctionsCount), ["1 виправлення", "4 виправлення", "5 виправлень"]);
  });

  it("reads thousands as the language groups them", () => {
    assert.is(getWords("en").storyCount(12345), "12,345 stories");
    assert.is(getWords("ru").storyCount(12345), "12\u00a0345 материалов");
  });

  it("reads the last form where a language asks for one that was not given", () => {
    assert.is(pluralize("ru", { one: "день", other: "дня" })(5), "5 дня");
  });
});

behaviour("a reader of a language", (it) => {
  it("finds every word of the frame said, none empty and none left in another script", () => {
    for (const language of languages) {
      for (const [name, text] of Object.entries(textsIn(language))) {
        const cyrillic = /[а-яіїєґё]/i.test(text);
        assert.ok(text.trim().length > 1, `${language} ${name}`);
        assert.is(cyrillic, language !== "en", `${language} ${name}: ${text}`);
      }
    }
  });

  it("reads no letter that only the other Cyrillic language has", () => {
    assert.not.match(Object.values(textsIn("ru")).join(), /[іїєґ]/i);
    assert.not.match(Object.values(textsIn("uk")).join(), /[ыэъё]/i);
  });

  it("is told of a correction by its date, and of an end as an end", () => {
    assert.is(getWords("ru").correctionTitle("12 июля"), "Исправление от 12 июля");
    assert.is(getWords("uk").correctionTitle("12 липня"), "Виправлення від 12 липня");
    assert.is(getWords("en").endOfToday, "That is all for today.");
    assert.is(getWords("ru").endOfToday, "На сегодня всё.");
  });
});

// What is counted is counted to three. Of a topic's feed only the names are said, which are not the frame's.
function textsIn(language: Language): Readonly<Record<string, string>> {
  const { topicFeedName: feedAbout, ...words } = getWords(language);
  const spoken = Object.entries(words).map(([name, said]) => [
    name,
    typeof said === "function" ? said(3 as never) : [said].flat().join(" "),
  ]);
  return Object.fromEntries(spoken);
}

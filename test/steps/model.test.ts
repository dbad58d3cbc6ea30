import * as assert from "uvu/assert";
import type { MonthDigest } from "../../src/model/model.ts";
import type { Article } from "../../src/parse/parse.ts";
import type { Instant } from "../../src/values/instant.ts";
import { makeArticle, makeDigest } from "../help/newsroom/manuscripts.ts";
import { behaviour } from "../help/run/behaviour.ts";

/** The digest of some articles at a moment, and what its months hold. */
function at(now: string, articles: readonly Article[]) {
  const { digest, monthReader } = makeDigest(now as Instant, articles);
  const [own] = digest.languages;
  const months: readonly MonthDigest[] = own?.months.map(({ month }) => monthReader.readMonth(month)) ?? [];
  const editions = months.flatMap(({ languages }) => languages[0]?.editions ?? []);
  return {
    digest,
    topics: own?.topics,
    editions,
    titles: editions.flatMap((edition) => edition.articles.map(({ title }) => title)),
  };
}

const later = "2030-01-01T00:00:00Z";

behaviour("a digest of articles, drafts and scheduled ones", (it) => {
  const articles = [
    makeArticle("out"),
    makeArticle("draft", { draft: true, people: [{ name: "Hidden", slug: "hidden" as never }] }),
    makeArticle("tomorrow", { day: "2024-07-12", tags: ["ukraine"] }),
  ];

  it("holds what is out at the given moment, and nothing of the rest: no tag, no person, no edition", () => {
    const { topics, editions, titles } = at("2024-07-11T12:00:00Z", articles);

    assert.equal(titles, ["Title of out"]);
    assert.equal(
      editions.map(({ day }) => day),
      ["2024-07-11"],
    );
    assert.equal(
      topics?.tags.map(({ slug }) => slug),
      ["russia"],
    );
    assert.equal(topics?.people, []);
  });

  it("takes in a scheduled article at the very second of its date", () => {
    assert.is(at("2024-07-12T03:59:59Z", articles).titles.length, 1);
    assert.is(at("2024-07-12T04:00:00Z", articles).titles.length, 2);
  });
});

behaviour("an edition", (it) => {
  it("opens with the article marked as lead, then goes by section in the site's order, the rest last", () => {
    const { editions } = at(later, [
      makeArticle("a-diplomatic", { tags: ["diplomacy"] }),
      makeArticle("b-russian", { tags: ["diplomacy", "russia"], section: "russia" }),
      makeArticle("c-ukrainian", { tags: ["ukraine"], section: "ukraine" }),
      makeArticle("d-lead", { lead: true, section: "russia" }),
    ]);

    assert.is(editions[0]?.lead.title, "Title of d-lead");
    assert.equal(
      editions[0]?.sections.map(({ tag, articles }) => [tag?.slug, articles.map(({ stem }) => stem.slice(11))]),
      [
        ["ukraine", ["c-ukrainian"]],
        ["russia", ["b-russian"]],
        [undefined, ["a-diplomatic"]],
      ],
    );
  });

  it("opens with its newest article where none is marked", () => {
    const { editions } = at(later, [makeArticle("early"), makeArticle("late", { date: "2024-07-11T09:00:00Z" })]);

    assert.is(editions[0]?.lead.title, "Title of late");
  });
});

behaviour("a person whose name is spelled in two ways", (it) => {
  it("is one person, under the newest spelling", () => {
    const named = (name: string) => ({ people: [{ name, slug: "viktor-orban" as never }] });
    const { topics } = at(later, [
      makeArticle("new", { day: "2024-07-12", ...named("Viktor Orbán") }),
      makeArticle("old", { day: "2024-06-01", ...named("Viktor Orban") }),
    ]);

    assert.equal(
      topics?.people.map(({ title, count }) => [title, count]),
      [["Viktor Orbán", 2]],
    );
  });
});

behaviour("a digest in several languages", (it) => {
  it("has the site's own language first, and each with its own articles alone", () => {
    const { digest } = at(later, [
      makeArticle("summit", { language: "uk" }),
      makeArticle("summit"),
      makeArticle("other"),
    ]);

    assert.equal(
      digest.languages.map(({ language, months }) => [language, months[0]?.storyCount]),
      [
        ["en", 2],
        ["uk", 1],
      ],
    );
  });

  it("has the site's own language even before its first article", () => {
    assert.equal(
      at(later, []).digest.languages.map(({ language }) => language),
      ["en"],
    );
  });
});

behaviour("the summary of a month", (it) => {
  it("stays the same when another month changes, and differs when an article in it does", () => {
    const june = makeArticle("june", { day: "2024-06-10" });
    const july = makeArticle("july");
    const print = (articles: readonly Article[]) =>
      at(later, articles).digest.languages[0]?.months.find(({ month }) => month === "2024-06")?.hash;

    assert.is(print([june, july]), print([june, { ...july, title: "Another" }]));
    assert.is.not(print([june, july]), print([{ ...june, title: "Another" }, july]));
  });
});

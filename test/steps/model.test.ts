import * as assert from "uvu/assert";
import { digestAt, previewAt } from "../../src/model/model.ts";
import type { Instant } from "../../src/values/instant.ts";
import { behaviour } from "../help/behaviour.ts";
import { manuscriptOf, parsed } from "../help/manuscripts.ts";

const later = "2030-01-01T00:00:00Z" as Instant;

behaviour("a digest of articles, drafts and scheduled ones", (it) => {
  const manuscript = manuscriptOf([
    parsed("out"),
    parsed("draft", { draft: true, people: [{ name: "Hidden", slug: "hidden" as never }] }),
    parsed("tomorrow", { day: "2024-07-12", tags: ["ukraine"] }),
  ]);

  it("holds what is out at the given moment, and nothing of the rest: no tag, no person, no edition", () => {
    const [english] = digestAt("2024-07-11T12:00:00Z" as Instant, manuscript).languages;

    assert.equal(
      english?.articles.map(({ title }) => title),
      ["Title of out"],
    );
    assert.equal(
      english?.editions.map(({ day }) => day),
      ["2024-07-11"],
    );
    assert.equal(
      english?.tags.map(({ term }) => term.slug),
      ["russia"],
    );
    assert.equal(english?.people, []);
  });

  it("takes in a scheduled article at the very second of its date", () => {
    const before = digestAt("2024-07-12T03:59:59Z" as Instant, manuscript).languages[0]?.articles.length;
    const at = digestAt("2024-07-12T04:00:00Z" as Instant, manuscript).languages[0]?.articles.length;

    assert.equal([before, at], [1, 2]);
  });

  it("shows all of them to an author in a preview", () => {
    const [english] = previewAt("2024-07-11T12:00:00Z" as Instant, manuscript).languages;

    assert.equal(english?.articles.length, 3);
  });
});

behaviour("an edition", (it) => {
  it("opens with the article marked as lead, then goes by section in the site's order, the rest last", () => {
    const manuscript = manuscriptOf([
      parsed("a-diplomatic", { tags: ["diplomacy"] }),
      parsed("b-russian", { tags: ["diplomacy", "russia"], section: "russia" }),
      parsed("c-ukrainian", { tags: ["ukraine"], section: "ukraine" }),
      parsed("d-lead", { lead: true, section: "russia" }),
    ]);
    const edition = digestAt(later, manuscript).languages[0]?.editions[0];

    assert.is(edition?.lead.title, "Title of d-lead");
    assert.equal(
      edition?.sections.map(({ tag, articles }) => [tag?.slug, articles.map(({ stem }) => stem.slice(11))]),
      [
        ["ukraine", ["c-ukrainian"]],
        ["russia", ["b-russian"]],
        [undefined, ["a-diplomatic"]],
      ],
    );
  });

  it("opens with its newest article where none is marked", () => {
    const manuscript = manuscriptOf([parsed("early"), parsed("late", { date: "2024-07-11T09:00:00Z" })]);

    assert.is(digestAt(later, manuscript).languages[0]?.editions[0]?.lead.title, "Title of late");
  });
});

behaviour("a digest in several languages", (it) => {
  it("has the site's own language first, and each with its own articles alone", () => {
    const manuscript = manuscriptOf([parsed("summit", { language: "uk" }), parsed("summit"), parsed("other")]);
    const digest = digestAt(later, manuscript);

    assert.equal(
      digest.languages.map(({ language, articles }) => [language, articles.length]),
      [
        ["en", 2],
        ["uk", 1],
      ],
    );
  });

  it("has the site's own language even before its first article", () => {
    assert.equal(
      digestAt(later, manuscriptOf([])).languages.map(({ language }) => language),
      ["en"],
    );
  });
});

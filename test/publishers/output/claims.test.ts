import * as assert from "uvu/assert";
import { createClaims } from "../../../src/values/claims.ts";
import { behaviour } from "../../help/run/behaviour.ts";

// What is claimed first; then a path, and what it collides with.
const cases: readonly (readonly [
  first: string,
  then: string,
  collision: readonly [kind: string, name: string] | undefined,
])[] = [
  ["a/index.html", "b/index.html", undefined],
  ["a/index.html", "a/index.html", ["file", "a/index.html"]],
  ["a/index.html", "A/index.html", ["file", "a/index.html"]],
  ["a/index.html", "a./index.html", ["file", "a/index.html"]],
  ["a/index.html", "a/b/index.html", undefined],
  ["a/index.html", "A/b/index.html", ["folder", "a"]],
  ["x/a/b/c.html", "x/A/b/d/e.html", ["folder", "x/a"]],
  ["a/index.html", "a", ["file and folder", "a"]],
  ["feeds", "Feeds/index.html", ["file and folder", "feeds"]],
  ["x/y", "x/y/z/index.html", ["file and folder", "x/y"]],
  ["\u00e9.pdf", "e\u0301.pdf", ["file", "\u00e9.pdf"]],
  ["\u00c9/a.pdf", "e\u0301/b.pdf", ["folder", "\u00c9"]],
  ["stra\u00dfe.pdf", "STRASSE.pdf", ["file", "stra\u00dfe.pdf"]],
  ["\u043c\u0430\u043f\u0430.pdf", "\u041c\u0410\u041f\u0410.PDF", ["file", "\u043c\u0430\u043f\u0430.pdf"]],
  ["ab.pdf", "a.b.pdf", undefined],
];

behaviour("a disk that stores two paths as one file", (it) => {
  for (const [first, then, collision] of cases) {
    it(`is known before anything is written: ${JSON.stringify([first, then])}`, () => {
      const claims = createClaims<string>();

      assert.is(claims.claim(first, "the first"), undefined);
      const found = claims.claim(then, "the second");
      assert.equal(found && [found.kind, found.name], collision);
      assert.is(found?.owner, collision && "the first");
    });
  }

  it("lets the first claim stand", () => {
    const claims = createClaims<number>();
    claims.claim("a/b.html", 1);
    claims.claim("A/B.html", 2);
    claims.claim("A/c.html", 3);

    assert.is(claims.find("a/c.html"), undefined);
    assert.is(claims.find("a/b.html")?.owner, 1);
  });
});

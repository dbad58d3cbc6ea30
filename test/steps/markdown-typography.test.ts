import * as assert from "uvu/assert";
import { applySmartPunctuation } from "../../src/parse/markdown/markdown.ts";
import type { Language } from "../../src/values/language.ts";
import { combineRandomly, renderSample } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("an author who types quotation marks, dashes and dots", (it) => {
  const typed: readonly (readonly [Language, string, string])[] = [
    ["en", '"It\'s over," he said.', "“It’s over,” he said."],
    ["en", '"The "Times" says \'no\'"', "“The ‘Times’ says ‘no’”"],
    ["en", "Dogs' tails in the '90s; 'tis so", "Dogs’ tails in the ’90s; ’tis so"],
    ["en", "Wait... 1914--18 -- or not---yes", "Wait… 1914–18 — or not—yes"],
    ["en", "5 - 3, a - b, ----, ....", "5 - 3, a - b, ----, ...."],
    ["en", 'a 5" pipe', 'a 5" pipe'],
    ["ru", '"Газета "Правда" пишет" - вот', "«Газета „Правда“ пишет» — вот"],
    ["ru", '«Газета "Известия"» -- счёт 5 - 3', "«Газета „Известия“» — счёт 5 - 3"],
    ["uk", 'П\'ять "слів"...', "П’ять «слів»…"],
  ];
  for (const [language, text, expected] of typed) {
    it(`reads those of the language: ${expected}`, () => assert.is(applySmartPunctuation(text, language), expected));
  }

  it("reads the same when a text is gone through twice, whatever it is", () => {
    for (const text of combineRandomly('""\'\'" -aб1.,(—«»“”„’…\n', 20_000)) {
      for (const language of ["en", "ru"] as const) {
        const once = applySmartPunctuation(text, language);
        assert.is(applySmartPunctuation(once, language), once, JSON.stringify(text));
      }
    }
  });

  it("reads them across markup, but not in code, addresses and escaped characters", () => {
    const { html } = renderSample('"*Wait*" -- `"a" -- b` \\"c\\" <https://a.example/x--y>');

    assert.is(
      html,
      "<p>“<em>Wait</em>” — <code>&quot;a&quot; -- b</code> &quot;c&quot; " +
        '<a href="https://a.example/x--y" rel="external noreferrer">https://a.example/x--y</a></p>\n',
    );
  });

  it("reads braces as braces, for a text is no template", () => {
    assert.is(renderSample("{{ title }} {% if x %}").html, "<p>{{ title }} {% if x %}</p>\n");
  });
});

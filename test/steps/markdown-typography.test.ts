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
    ["en", "At 48°27'N 34°59'36\"E, 48° 27' N", "At 48°27'N 34°59'36\"E, 48° 27' N"],
    [
      "en",
      "A 6'2\" man, 6' 2\" tall, 5' 10 1/2\", 6' of 2' x 4' wood",
      "A 6'2\" man, 6' 2\" tall, 5' 10 1/2\", 6' of 2' x 4' wood",
    ],
    ["en", '"He is 6\'2" tall," she said', "“He is 6'2\" tall,” she said"],
    ["en", `"in 1914" and 'in 1918', "a 6" nail"`, '“in 1914” and ‘in 1918’, “a 6" nail”'],
    [
      "en",
      "Rock 'n' roll, fish 'N' chips, rock'n'roll; 'Twas 6' tall",
      "Rock ’n’ roll, fish ’N’ chips, rock’n’roll; ’Twas 6' tall",
    ],
    ["en", "The 1990's, the 747's, '1914' and '90s; 10'000", "The 1990’s, the 747’s, ‘1914’ and ’90s; 10'000"],
    ["en", `5' 10'', 48°27'52''N`, `5' 10'', 48°27'52''N`],
    ["uk", `екран 27'', 48°27'52''`, `екран 27'', 48°27'52''`],
    ["ru", `"Рост 6'2", рок 'н' ролл"`, "«Рост 6'2\", рок ’н’ ролл»"],
    ["uk", `Точка 48°27'36" пн. ш., 48°27' пн. ш.`, `Точка 48°27'36" пн. ш., 48°27' пн. ш.`],
    [
      "en",
      "See https://x.example/j--k... or 'www.x.example/a--b' -- x.example/t--u",
      "See https://x.example/j--k… or ‘www.x.example/a--b’ — x.example/t--u",
    ],
    ["uk", "https://uk.wikipedia.example/wiki/М'ята -- М'ята", "https://uk.wikipedia.example/wiki/М'ята — М’ята"],
    [
      "en",
      '"o\'brien--desk@x.example", ftp://a.example/b--c, doi:10.1/a--b, @a--b@c.example',
      "“o'brien--desk@x.example”, ftp://a.example/b--c, doi:10.1/a--b, @a--b@c.example",
    ],
  ];
  for (const [language, text, expected] of typed) {
    it(`reads those of the language: ${expected}`, () => assert.is(applySmartPunctuation(text, language), expected));
  }

  it("reads the same when a text is gone through twice, whatever it is", () => {
    for (const text of [
      ...combineRandomly('""\'\'" -aб1.,(—«»“”„’…\n', 20_000),
      ...combineRandomly(
        ["'", '"', "1", "2", "°", "s", "n", " ", "--", "...", "https://a.example/b", "c@d.example", ")", "’"],
        20_000,
      ),
    ]) {
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

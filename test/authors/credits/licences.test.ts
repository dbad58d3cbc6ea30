import * as assert from "uvu/assert";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles } from "../../help/sites/site.ts";

const siteWith = (licence: string) => ({
  "site.yaml": `${makeSettingsFiles()["site.yaml"]}licence: ${licence}\n`,
  "2024/07/11/talks.md": formatArticle(),
});

behaviour("an author or a publisher who names a licence", (it) => {
  testProblemLines(it, {
    "without its version": [
      withFields({ licence: "CC BY-SA" }),
      'content/2024/07/11/talks.md:6:10  licence: "CC BY-SA" is not the SPDX name of a licence for texts. Did you mean "CC-BY-SA-4.0"?',
    ],
    "with a slip": [
      siteWith("CC-BY-NC-NA-4.0"),
      'content/site.yaml:11:10  licence: "CC-BY-NC-NA-4.0" is not the SPDX name of a licence for texts. Did you mean "CC-BY-NC-SA-4.0"?',
    ],
    "in words": [
      siteWith("Use it as you like"),
      'content/site.yaml:11:10  licence: "Use it as you like" is not the SPDX name of a licence for texts. Write one, as in: licence: CC-BY-4.0, the web address of the licence, or none.',
    ],
    "as a number": [
      withFields({ licence: 4 }),
      'content/2024/07/11/talks.md:6:10  licence: YAML reads 4 as a number, not as text. Put it in quotes: licence: "4"',
    ],
    "by half an address": [
      withFields({ licence: "https://" }),
      'content/2024/07/11/talks.md:6:10  licence: "https://" is not the SPDX name of a licence for texts. Write one, as in: licence: CC-BY-4.0, the web address of the licence, or none.',
    ],
  });

  const deed = "https://creativecommons.org/licenses/by/4.0/";
  const forms: readonly (readonly [written: string, text: string, url: string])[] = [
    ["CC-BY-4.0", "CC BY 4.0", deed],
    ["cc by 4.0", "CC BY 4.0", deed],
    ["https://creativecommons.org/licenses/by/4.0/deed.uk", "CC BY 4.0", `${deed}deed.uk`],
    ["CC-BY-NC-ND-1.0", "CC BY-NC-ND 1.0", "https://creativecommons.org/licenses/by-nd-nc/1.0/"],
    ["cc0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
    ["GFDL-1.3-or-later", "GFDL 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"],
    [
      "https://dispatch.example/умови/",
      "dispatch.example/умови",
      "https://dispatch.example/%D1%83%D0%BC%D0%BE%D0%B2%D0%B8/",
    ],
  ];
  for (const [written, text, url] of forms) {
    it(`may write ${written}`, async () => {
      const built = await buildSmallSite(siteWith(JSON.stringify(written)));

      assert.equal(built.problems, []);
      assert.is(built.page("/").text('footer a[rel="license"]'), text);
      assert.is(built.page("/").attribute('footer a[rel="license"]', "href"), url);
    });
  }
});

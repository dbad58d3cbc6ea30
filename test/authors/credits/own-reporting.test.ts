import * as assert from "uvu/assert";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite } from "../../help/sites/site.ts";

const example = 'sources: [{name: Reuters, url: "https://www.reuters.com/…"}]';

behaviour("an author who reports what no other source has", (it) => {
  testProblemLines(it, {
    "without sources, and without saying so": [
      withFields({ sources: undefined }),
      `content/2024/07/11/talks.md:1:1  sources: is missing. Add it, as in: ${example}`,
    ],
    "with an empty list, and without saying so": [
      withFields({ sources: [], original: false }),
      `content/2024/07/11/talks.md:4:10  sources: is empty. Fill it in, as in: ${example}`,
    ],
    "saying so in a word that YAML does not know": [
      withFields({ sources: [], original: "yes" }),
      `content/2024/07/11/talks.md:4:10  sources: is empty. Fill it in, as in: ${example}`,
      'content/2024/07/11/talks.md:6:11  original: expected true or false, found the text "yes". Write it as in: original: true',
    ],
    "with a source that has no name": [
      withFields({ sources: [{ url: "https://afp.example/" }], original: true }),
      "content/2024/07/11/talks.md:4:11  sources[1].name: is missing. Add it, as in: name: Reuters",
    ],
  });

  for (const sources of [undefined, [], [{ name: "AFP" }]]) {
    it(`may name ${sources === undefined ? "no sources" : `${sources.length} of them`} where it says so`, async () => {
      assert.equal((await buildSmallSite(withFields({ sources, original: true }))).problems, []);
    });
  }
});

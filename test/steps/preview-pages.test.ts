import * as assert from "uvu/assert";
import { toPreviewPage } from "../../src/preview/pages.ts";
import { behaviour } from "../help/run/behaviour.ts";

const build = { id: "?a-1", outcome: { kind: "broken", errorText: "</pre><script>" } } as const;
const script = '<script src="/.dateline/reload.js?a-1"></script>';

behaviour("a page in a preview", (it) => {
  it("allows what the preview adds, and nothing else, whatever its policy", () => {
    const policies = [
      ["script-src 'none'", "script-src 'self'"],
      ["object-src 'none'; base-uri 'none'", "object-src 'none'; base-uri 'none'"],
      [
        "default-src 'none'; style-src 'self'; img-src 'self' data:",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'",
      ],
      [
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-abc'",
        "default-src 'none'; style-src 'unsafe-inline' 'self'; script-src 'sha256-abc' 'self'; connect-src 'self'",
      ],
      ["default-src 'self'", "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"],
    ] as const;
    const read = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
    for (const [published, shown] of policies) {
      assert.ok(toPreviewPage(`${read(published)}<body></body>`, build).startsWith(`${read(shown)}<body>`), published);
    }
  });

  it("has the script and the problems at its end, also where an author writes of such ends", () => {
    const page = "<body><pre>&lt;/body></pre><script>'</body>'</script><p>$&</p></body></html>";
    const shown = toPreviewPage(page, build);
    assert.ok(shown.startsWith(page.slice(0, -14)), shown);
    assert.ok(shown.endsWith(`${script}\n</body></html>`), shown);
    assert.ok(shown.includes("<pre>&lt;/pre&gt;&lt;script&gt;</pre>"), shown);
    assert.ok(toPreviewPage("<p>No end", { ...build, outcome: undefined }).endsWith(`<p>No end${script}\n`));
  });
});

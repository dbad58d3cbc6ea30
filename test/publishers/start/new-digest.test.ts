import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { behaviour } from "../../help/run/behaviour.ts";
import { getSitePaths, runBuild } from "../../help/sites/builds.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder, listFiles } from "../../help/sites/folders.ts";
import { openPublishedFolder, type PublishedFolder } from "../../help/sites/published.ts";

const now = "2026-11-28T12:00:00Z";

const given = {
  title: "The Dispatch",
  url: "https://daily.example/",
  language: "en",
  timezone: "Europe/Riga",
  hour: "06:00",
};

behaviour("a publisher who starts a digest", (it) => {
  const languages = [
    { language: "en", article: "How to write an article here", tag: "From the editors", heading: "## Write" },
    { language: "ru", article: "Как написать сюда статью", tag: "От редакции", heading: "## Как писать" },
    { language: "uk", article: "Як написати сюди статтю", tag: "Від редакції", heading: "## Як писати" },
  ];
  for (const { language, article, tag, heading } of languages) {
    it(`gets a site that builds and checks without a word of complaint, all in one language: ${language}`, async () => {
      const folder = await startDigest({ language });
      const site = await buildAndCheck(folder);
      const home = site.page("/");

      assert.is(home.attribute("html", "lang"), language);
      for (const text of [given.title, article, tag]) assert.ok(home.text("body").includes(text), text);
      for (const address of ["/about/", "/contact/", "/2026/11/28/how-to-write/"]) {
        assert.is(site.page(address).attribute("html", "lang"), language);
      }
      assert.ok(site.text("/contact/").includes('href="mailto:editors@daily.example"'));
      assert.match(readFileSync(join(folder, "README.md"), "utf8"), `\n${heading}\n`);
    });
  }

  it("finds nothing of the demonstration in it", async () => {
    const folder = await startDigest({});
    const texts = listFiles(folder).map((file) => readFileSync(join(folder, file), "utf8"));

    for (const text of texts) assert.not.match(text, /dispatch\.example|Ukrain|Kyiv|Galuzin/i);
  });

  it("gets all files of a digest, and no other", async () => {
    assert.equal(listFiles(await startDigest({})), [
      ".github/workflows/publish.yml",
      ".gitignore",
      ".gitlab-ci.yml",
      "README.md",
      "content/2026/11/28/how-to-write.md",
      "content/pages/about.md",
      "content/pages/contact.md",
      "content/site.yaml",
      "content/tags.yaml",
      "package.json",
    ]);
  });
});

behaviour("a publisher whose digest has an odd name, address or clock", (it) => {
  const titles = [
    'Say "hi": #1',
    "'Quoted'",
    "- a dash, a comma: {and} [brackets]",
    "🌍 Вісті: що нового?",
    "true",
    "2026",
    "@news & more % of it",
    "back\\slash $& $1",
  ];
  for (const title of titles) {
    it(`reads it letter by letter on the site: ${title}`, async () => {
      const folder = await startDigest({ title });
      const site = await buildHere(folder);

      assert.is(parse(readFileSync(join(folder, "content/site.yaml"), "utf8")).title, title);
      assert.is(JSON.parse(site.text("/feed.json")).title, title);
    });
  }

  const addresses = [
    { url: "http://example.org/a/b", feed: "http://example.org/a/b/feed.json", authority: "example.org,2026" },
    {
      url: "https://user.github.io/news/",
      feed: "https://user.github.io/news/feed.json",
      authority: "user.github.io,2026",
    },
    {
      url: "https://вісті.укр",
      feed: "https://xn--b1a4ad2fc.xn--j1amh/feed.json",
      authority: "xn--b1a4ad2fc.xn--j1amh,2026",
    },
  ];
  for (const { url, feed, authority } of addresses) {
    it(`gets feeds under the address of the site: ${url}`, async () => {
      const folder = await startDigest({ url });
      const feedText = JSON.parse((await buildHere(folder)).text("/feed.json"));

      assert.is(feedText.feed_url, feed);
      assert.match(feedText.items[0].id, `tag:${authority}:`);
    });
  }

  // The moment is 2026-11-28 12:00 UTC.
  const clocks = [
    { timezone: "Europe/Riga", hour: "14:00", day: "2026/11/28", minute: 3 },
    { timezone: "Europe/Riga", hour: "14:01", day: "2026/11/27", minute: 4 },
    { timezone: "Asia/Kathmandu", hour: "20:00", day: "2026/11/27", minute: 18 },
    { timezone: "Pacific/Kiritimati", hour: "01:59", day: "2026/11/29", minute: 2 },
    { timezone: "Pacific/Pago_Pago", hour: "23:30", day: "2026/11/27", minute: 33 },
    { timezone: "America/St_Johns", hour: "08:30", day: "2026/11/28", minute: 3 },
    { timezone: "UTC", hour: "00:00", day: "2026/11/28", minute: 3 },
  ];
  for (const { timezone, hour, day, minute } of clocks) {
    it(`sees the example in the last edition that has come out, at ${hour} in ${timezone}`, async () => {
      const folder = await startDigest({ timezone, hour });
      const site = await buildHere(folder);
      const workflow = parse(readFileSync(join(folder, ".github/workflows/publish.yml"), "utf8"));

      assert.ok(listFiles(folder).includes(`content/${day}/how-to-write.md`), listFiles(folder).join("\n"));
      assert.ok(site.page("/").text("body").includes("How to write an article here"));
      assert.equal(workflow.on.schedule, [{ cron: `${minute} * * * *` }]);
    });
  }

  it("may name another mail address", async () => {
    const site = await buildHere(await startDigest({ email: "first_last+news@daily.example" }));

    assert.ok(site.text("/contact/").includes('href="mailto:first_last+news@daily.example"'));
    assert.ok(site.page("/contact/").text("body").includes("first_last+news@daily.example"));
  });
});

behaviour("a publisher who pushes a new digest to GitHub or GitLab", (it) => {
  it("has every pull request checked, and every push and every hour published, with the cache kept", async () => {
    const folder = await startDigest({});
    const { on, jobs } = parse(readFileSync(join(folder, ".github/workflows/publish.yml"), "utf8"));
    const commands: string[] = [...jobs.check.steps, ...jobs.publish.steps].flatMap(({ run }) => run ?? []);
    const cached: string[] = jobs.publish.steps.flatMap((step: { with?: { path?: string } }) => step.with?.path ?? []);

    assert.equal(Object.keys(on), ["push", "pull_request", "schedule", "workflow_dispatch"]);
    assert.equal(commands, ["npm ci", 'npm run check -- --since "$SINCE"', "npm ci", "npm run build"]);
    assert.equal(cached, [".cache\n_site\n_site.token\n", "_site"]);
    assert.is(jobs.publish.needs, "check");
    assert.match(jobs.publish.if, "github.event_name != 'pull_request'");
    assertScripts(folder, commands);
  });

  it("has the same from GitLab, with the site in public/", async () => {
    const folder = await startDigest({});
    const { default: always, check, pages, ...rest } = parse(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8"));
    const commands: string[] = [...always.before_script, ...check.script, ...pages.script];

    assert.equal(commands, ["npm ci", 'npm run check -- --since "$SINCE"', "npm run build -- --output public"]);
    assert.equal(pages.artifacts.paths, ["public"]);
    assert.equal(pages.cache.paths, [".cache/", "public/", "public.token"]);
    assert.equal(rest.stages, [check.stage, pages.stage]);
    assertScripts(folder, commands);
  });

  it("commits nothing that a build makes", async () => {
    const ignored = readFileSync(join(await startDigest({}), ".gitignore"), "utf8").split("\n");

    for (const name of ["node_modules/", ".cache/", "_site/", "_site.*", "public/", "public.*"]) {
      assert.ok(ignored.includes(name), name);
    }
  });
});

/** Starts a digest in a new folder, and returns that folder. */
async function startDigest(options: Readonly<Record<string, string>>): Promise<string> {
  const parent = createTemporaryFolder();
  const args = Object.entries({ ...given, ...options }).map(([name, value]) => `--${name}=${value}`);
  const { code, errors } = await runDateline(["init", "digest", ...args], parent, { DATELINE_NOW: now });
  assert.equal([code, errors], [0, ""]);
  return join(parent, "digest");
}

async function buildAndCheck(folder: string): Promise<PublishedFolder> {
  for (const command of ["build", "check"]) {
    const { code, errors } = await runDateline([command], folder, { DATELINE_NOW: now });
    assert.equal([command, code, errors], [command, 0, ""]);
  }
  return openPublishedFolder(join(folder, "_site"));
}

/** Does the build in this process, which takes a tenth of the time. */
async function buildHere(folder: string): Promise<PublishedFolder> {
  const { problems, notices } = await runBuild(getSitePaths(folder), now);
  assert.equal([problems, notices], [[], []]);
  return openPublishedFolder(join(folder, "_site"));
}

function assertScripts(folder: string, commands: readonly string[]): void {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const names = commands.flatMap((command) => /^npm run (\w+)/.exec(command)?.[1] ?? []);
  assert.equal(
    names.filter((name) => !(name in scripts)),
    [],
  );
}

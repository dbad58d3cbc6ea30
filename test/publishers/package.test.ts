import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join, resolve } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../help/newsroom/pictures.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { findDifferentFiles, readAllBytes } from "../help/sites/builds.ts";
import { type CommandResult, runCommand, runDateline } from "../help/sites/command.ts";
import { findPreviewUrl } from "../help/sites/desk.ts";
import { createTemporaryFolder, type FileContents, listFiles, writeFiles } from "../help/sites/folders.ts";
import { installPackage, npmEnvironment, readVersion } from "../help/sites/package.ts";
import { copyProject } from "../help/sites/project.ts";
import { formatArticle, makeSettingsFiles } from "../help/sites/site.ts";
import { startDateline, waitUntil } from "../help/sites/started.ts";

const now = { DATELINE_NOW: "2024-07-20T12:00:00Z" };

behaviour("a publisher who installs Dateline as a package, beside content of their own", (it) => {
  it("gets the program, its style sheets and pictures, and no sources", async () => {
    const folder = join(await installPackage(), "node_modules/dateline");
    const files = listFiles(folder);

    assert.equal(
      files.filter((file) => !/^(dist\/|layouts\/.*\.css$|layouts\/pictures\/|src\/init\/templates\/)/.test(file)),
      ["CHANGELOG.md", "LICENSE", "README.md", "package.json", "src/compiled.js", "src/start.js"],
    );
    assert.match(readFileSync(join(folder, "dist/LICENSES.txt"), "utf8"), /^markdown-it$/m);
  });

  it("builds as another user, without git, from a package that is read-only: the same bytes as a checkout", async () => {
    const packageFolder = join(await installPackage(), "node_modules/dateline");
    const folder = await createSiteWithPackage();
    const user = createUser(folder);
    const environment = { ...now, HOME: user.home, PATH: createPathWithoutGit() };
    setWritable(packageFolder, false);
    const runAsUser = (...args: readonly string[]) =>
      runCommand("npx", ["dateline", ...args], { folder, environment: { ...npmEnvironment, ...environment }, ...user });
    const check = await runAsUser("check");
    const version = await runAsUser("--version");
    const built = await runAsUser("build");
    setWritable(packageFolder, true);
    const fromCheckout = await runDateline(["build", "--output", "checkout", "--no-cache"], folder, now);

    assert.equal(
      [check.code, check.errors],
      [2, "Git is not installed. It is needed to read the content of an earlier commit.\n"],
    );
    assert.equal(version, { code: 0, out: `${readVersion()}\n`, errors: "" });
    assert.equal([built.code, built.errors, fromCheckout.code], [0, "", 0]);
    const site = readAllBytes(join(folder, "_site"));
    assert.ok([...site.keys()].some((file) => file.endsWith(".avif")));
    assert.equal(findDifferentFiles(site, readAllBytes(join(folder, "checkout"))), []);
  });

  it("sees a preview that follows the content", async () => {
    const folder = await createSiteWithPackage();
    const dev = startDateline(["dev", "--port", "8300"], folder, now, join(folder, "node_modules/dateline"));
    try {
      assert.ok(await waitUntil(dev, () => findPreviewUrl(dev) !== undefined), dev.getOutput());
      writeFiles(join(folder, "content"), { "2024/07/12/talks.md": formatArticle({ title: "Envoys leave Vienna" }) });
      const address = new URL("2024/07/12/talks/", findPreviewUrl(dev)).href;
      for (const deadline = Date.now() + 60_000; !(await fetchText(address)).includes("Envoys leave Vienna"); ) {
        assert.ok(Date.now() < deadline && dev.child.exitCode === null, dev.getOutput());
        await new Promise((later) => setTimeout(later, 50));
      }
    } finally {
      dev.child.kill("SIGINT");
    }

    assert.is(await dev.exitCode, 0, dev.getOutput());
  });

  it("gets the same files from Eleventy's own command", async () => {
    const folder = await createSiteWithPackage();
    writeFiles(folder, {
      "eleventy.config.mjs": 'export { configureDateline as default } from "dateline/eleventy";\n',
    });
    const environment = { ...npmEnvironment, ...now };
    const own = await runCommand("npx", ["eleventy", "--config=eleventy.config.mjs"], { folder, environment });
    const built = await runCommand("npx", ["dateline", "build", "--output", "built"], { folder, environment });

    assert.equal([own.code, built.code], [0, 0], own.errors);
    assert.equal(findDifferentFiles(readAllBytes(join(folder, "_site")), readAllBytes(join(folder, "built"))), []);
  });
});

behaviour("a publisher who uses a checkout that they may not write to", (it) => {
  it("gets a site, and the compiled program in their own cache", async () => {
    const folder = await createSite();
    const { code, errors } = await buildFrom(createReadOnlyCheckout(), folder);

    assert.equal([code, errors], [0, ""]);
    assert.ok(listFiles(join(folder, ".cache/code")).some((file) => file.endsWith("/cli.js")));
    assert.ok(listFiles(join(folder, "_site")).includes("index.html"));
  });

  it("gets a site where no cache can be written either, and nothing is left behind", async () => {
    const folder = await createSite();
    writeFiles(folder, { ".cache": "A file where the folder would be." });
    const temporaryFolder = createTemporaryFolder();
    const { code, errors } = await buildFrom(createReadOnlyCheckout(), folder, { TMPDIR: temporaryFolder });

    assert.equal([code, errors], [0, ""]);
    assert.ok(listFiles(join(folder, "_site")).includes("index.html"));
    assert.equal(readdirSync(temporaryFolder), []);
  });

  it("reads in one line what to do where development dependencies are not installed", async () => {
    const project = createReadOnlyCheckout(["esbuild"]);
    const { code, out, errors } = await buildFrom(project, await createSite());

    assert.equal([code, out], [2, ""]);
    assert.is(errors, `Compiling Dateline needs esbuild, which is not installed. Run "npm ci" in ${project}/\n`);
  });
});

/** Creates a folder with content, one picture included. */
async function createSite(): Promise<string> {
  const folder = createTemporaryFolder();
  const picture = await createFlat(640, 360, [40, 90, 160]).jpeg().toBuffer();
  const image = { src: "hall.jpg", alt: "A hall", credit: "Reuters" };
  const files: FileContents = {
    ...makeSettingsFiles(),
    "2024/07/11/talks.md": formatArticle({ image }),
    "2024/07/11/hall.jpg": picture,
  };
  writeFiles(join(folder, "content"), files);
  return folder;
}

async function createSiteWithPackage(): Promise<string> {
  const folder = await createSite();
  symlinkSync(join(await installPackage(), "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** The owner of a site, who is not root: "nobody" if root runs the tests, otherwise the user who runs them. */
function createUser(siteFolder: string): { readonly userId?: number; readonly home: string } {
  const home = createTemporaryFolder();
  if (process.getuid?.() !== 0) return { home };
  const userId = 65534;
  for (const name of ["", ...readdirSync(siteFolder, { recursive: true, encoding: "utf8" })]) {
    if (!name.startsWith("node_modules")) chownSync(join(siteFolder, name), userId, userId);
  }
  chownSync(home, userId, userId);
  return { userId, home };
}

/** Creates a folder for PATH with the programs that npx needs, and no other. */
function createPathWithoutGit(): string {
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const folders = ["/bin", "/usr/bin", ...(process.env.PATH ?? "").split(":")];
  for (const name of ["node", "npx", "sh", "env"]) {
    const file = folders.map((path) => join(path, name)).findLast(existsSync);
    symlinkSync(realpathSync(file ?? name), join(folder, name));
  }
  return folder;
}

function setWritable(folder: string, writable: boolean): void {
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const path = join(folder, name);
    const mode = statSync(path).mode;
    chmodSync(path, writable ? mode | 0o200 : mode & ~0o222);
  }
}

async function fetchText(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/**
 * Copies this project without content, so that nothing can be compiled into it: for a root user too, a file stands where
 * its cache would be.
 *
 * @param missing packages that are not installed
 */
function createReadOnlyCheckout(missing: readonly string[] = []): string {
  const project = copyProject();
  rmSync(join(project, "node_modules"));
  mkdirSync(join(project, "node_modules"));
  for (const name of readdirSync("node_modules").filter((each) => each !== ".cache" && !missing.includes(each))) {
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name));
  }
  writeFiles(project, { "node_modules/.cache": "" });
  return project;
}

function buildFrom(
  project: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const args = [join(project, "src/start.js"), "build"];
  return runCommand(process.execPath, args, { folder, environment: { ...now, ...environment } });
}

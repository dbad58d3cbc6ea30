import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runBuild } from "./commands/build.ts";
import { NotInGit } from "./commands/earlier-content.ts";
import { NoEdition } from "./commands/no-edition.ts";
import { readNow } from "./commands/now.ts";
import { parseShard } from "./commands/shard.ts";
import { createTerminal, type Terminal } from "./commands/terminal.ts";
import { buildPreviews, CannotListen } from "./preview/preview.ts";
import { ContentProblems, NotOurs, runWorker, type Shard, type SiteOptions, WorkerCrashed } from "./site/site.ts";
import { type Day, parseDay } from "./values/day.ts";
import { findNearest } from "./values/nearest.ts";
import { formatProblem } from "./values/problem.ts";

/** Wrong use of the command line, in words for the one who typed it. */
class WrongUse extends Error {}

const usage = `Usage: dateline COMMAND [options]

  build    publish the content as a site
  dev      show the site with drafts and scheduled articles, and again whenever a file is saved
  check    find all problems, and addresses that have vanished since an earlier commit; writes nothing
  newsletter DAY   write the edition of a day, as in 2024-07-11, as a mail for a mailer to send

  --content DIR          what authors wrote (content)
  --output DIR           where the site goes (_site)
  --links folder|file    how links between pages are written (as site.yaml says)
  --jobs NUMBER          build: processes that may share the work (one a core)
  --shard 3/8            build: this part of the site alone; auto or auto/8 where the job says which
  --no-cache             build: make all of it anew; nothing is kept
  --since COMMIT         check: the earlier commit (HEAD)
  --port NUMBER          dev: the port to listen on, or the next one that is free (8080)
  --host ADDRESS         dev: an address to listen on, or 0.0.0.0 for all: others can then read drafts (this machine alone)

DATELINE_NOW, an ISO instant such as 2024-07-11T06:00:00+03:00, stands for the clock.`;

const options = {
  content: { type: "string", default: "content" },
  output: { type: "string", default: "_site" },
  links: { type: "string" },
  since: { type: "string", default: "HEAD" },
  jobs: { type: "string" },
  shard: { type: "string" },
  "no-cache": { type: "boolean", default: false },
  port: { type: "string", default: "8080" },
  host: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const commands = ["build", "dev", "check", "newsletter"] as const;

// Not for people: a build and a preview start others of their kind in these ways, and speak with them.
const forUs = { work: runWorker, previews: buildPreviews };

async function run(): Promise<void> {
  const { values, positionals } = argumentsGiven();
  const [named, ...rest] = positionals;
  if (values.help) return createTerminal().print(usage);
  if (process.send && named !== undefined && named in forUs) return forUs[named as keyof typeof forUs]();
  const command = commands.find((each) => each === named);
  const day = command === "newsletter" ? dayGiven(rest[0]) : undefined;
  const more = day ? rest.slice(1) : rest;
  if (!command || more.length > 0) throw new WrongUse(notACommand(more[0] ?? named));
  const wanted = wantedBy(values);
  const terminal = createTerminal();
  if (command === "build") {
    const { output } = values;
    const [most, part] = [jobs(values.jobs), shard(values.shard, terminal)];
    const building = (by: SiteOptions) =>
      runBuild({ ...by, output, shows: "published", jobs: most, shard: part }, terminal);
    return values["no-cache"] ? withoutCache(wanted, building) : building(wanted);
  }
  if (command === "check") {
    const { runCheck: check } = await import("./commands/check.ts");
    return check(wanted, values.since, terminal);
  }
  if (day) {
    const { runNewsletter: newsletter } = await import("./commands/newsletter.ts");
    return newsletter(wanted, day, terminal);
  }
  const { runDev: dev } = await import("./commands/dev.ts");
  return dev(() => wantedBy(values), { host: values.host, port: port(values.port) }, terminal);
}

function argumentsGiven() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function wantedBy({ content, links }: { content: string; links?: string | undefined }): SiteOptions {
  const now = readNow(process.env, new Date());
  if (!now) throw new WrongUse(`DATELINE_NOW is no ISO instant. Write it so: 2024-07-11T06:00:00+03:00`);
  if (links !== undefined && links !== "folder" && links !== "file") {
    throw new WrongUse(`--links ${links}: links name a folder or a file. Write --links folder or --links file`);
  }
  return { content, cache: ".cache", links, now };
}

/** With a cache that nobody has seen, nor will see again. The site that it makes is swapped in whole. */
async function withoutCache(wanted: SiteOptions, building: (wanted: SiteOptions) => Promise<void>): Promise<void> {
  const cache = mkdtempSync(join(tmpdir(), "dateline-"));
  try {
    await building({ ...wanted, cache });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function dayGiven(text: string | undefined): Day {
  const [year = "", month = "", date = "", ...rest] = text?.split("-") ?? [];
  const day = rest.length === 0 ? parseDay(year, month, date) : undefined;
  if (!day) throw new WrongUse(`newsletter: name the edition by its day, as in: dateline newsletter 2024-07-11`);
  return day;
}

function jobs(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d?$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new WrongUse(`--jobs ${text}: write a number from 1 to 99.`);
}

function shard(text: string | undefined, terminal: Terminal): Shard | undefined {
  const part = text === undefined ? undefined : parseShard(text, process.env);
  if (part && "advice" in part) throw new WrongUse(`${part.what} ${part.advice}`);
  if (part && process.env.DATELINE_NOW === undefined) terminal.print(noMoment);
  return part;
}

const noMoment =
  "DATELINE_NOW is not set: an article that comes out between the builds of two parts would be in one of them only.";

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new WrongUse(`--port ${text}: a port is a number from 1 to 65535.`);
}

function notACommand(text: string | undefined): string {
  if (text === undefined) return usage;
  const near = findNearest(text, commands);
  return `${text} is no command. ${near ? `Did you mean "${near}"?` : `There are: ${commands.join(", ")}.`}`;
}

/** What went wrong, and whose fault it is: 1 the content's, 2 the command line's or the machine's. */
function reported(error: unknown): 1 | 2 {
  if (error instanceof ContentProblems) {
    for (const problem of error.problems) console.error(formatProblem(problem));
    return 1;
  }
  const expected = [WrongUse, NotOurs, WorkerCrashed, NotInGit, NoEdition, CannotListen].some(
    (kind) => error instanceof kind,
  );
  console.error(error instanceof Error && (expected || isFromSystem(error)) ? error.message : error);
  return 2;
}

// The disk is full, a folder may not be written: the message names the path, and our stack would help nobody.
function isFromSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

try {
  await run();
} catch (error) {
  process.exitCode = reported(error);
}

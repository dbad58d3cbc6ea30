import { readFileSync } from "node:fs";
import { convertCommand } from "./commands/archives/convert.ts";
import { parseArguments } from "./commands/arguments.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import type { Command } from "./commands/command.ts";
import { devCommand } from "./commands/dev.ts";
import { initCommand } from "./commands/init.ts";
import { newsletterCommand } from "./commands/newsletter.ts";
import { createTerminal } from "./commands/terminal.ts";
import { formatOverview, formatUsage } from "./commands/usage.ts";
import { ContentProblems } from "./incremental/content-problems.ts";
import { findNearest } from "./values/nearest.ts";
import { packageRoot } from "./values/package-root.ts";
import { formatProblems } from "./values/problem.ts";
import { formatError } from "./values/text/error-text.ts";
import { UserError } from "./values/user-error.ts";

// Each command imports what does its work when it runs: help and wrong use need none of it.
const commands: readonly Command[] = [
  initCommand,
  convertCommand,
  buildCommand,
  devCommand,
  checkCommand,
  newsletterCommand,
];

async function run(name: string | undefined, words: readonly string[]): Promise<void> {
  const terminal = createTerminal();
  if (name === "--help") return terminal.print(formatOverview(commands));
  if (name === "--version") return terminal.print(readVersion());
  const command = commands.find((each) => each.name === name);
  if (!command) throw new UserError(describeUnknownCommand(name));
  if (words.includes("--help")) return terminal.print(formatUsage(command));
  return command.run(parseArguments(words, command, commands), terminal);
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL("package.json", packageRoot), "utf8")).version;
}

function describeUnknownCommand(name: string | undefined): string {
  if (name === undefined) return formatOverview(commands);
  if (name.startsWith("-")) return `Write the command before its options: dateline COMMAND ${name}`;
  const names = commands.map((command) => command.name);
  const nearest = findNearest(name, names);
  return `"${name}" is not a command. ${nearest ? `Did you mean "${nearest}"?` : `The commands are: ${names.join(", ")}.`}`;
}

/** Prints an error. Returns the exit code: 1 if the content has problems, 2 for any other error. */
function reportError(error: unknown, showsAll: boolean): 1 | 2 {
  if (error instanceof ContentProblems) {
    for (const line of formatProblems(error.problems, showsAll)) console.error(line);
    return 1;
  }
  console.error(formatError(error));
  return 2;
}

const [commandName, ...commandWords] = process.argv.slice(2);
try {
  await run(commandName, commandWords);
} catch (error) {
  process.exitCode = reportError(error, commandWords.includes("--all"));
}

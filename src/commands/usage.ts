import type { Command } from "./command.ts";

/** Formats the overview of all commands, for `dateline --help`. */
export function formatOverview(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, argument, summary }) => [argument ? `${name} ${argument}` : name, summary] as const,
  );
  return `Usage: dateline COMMAND [options]

${formatTable(rows)}

"dateline COMMAND --help" shows the options of a command, "dateline --version" the version of Dateline.

DATELINE_NOW, an ISO instant such as 2024-07-11T06:00:00+03:00, replaces the clock.
Exit codes: 0 done; 1 problems in the content, all of them listed; 2 wrong use, or a fault of the machine or the code.`;
}

/** Formats how to use one command, for `dateline COMMAND --help`. */
export function formatUsage({ name, argument, summary, options, example }: Command): string {
  const rows = Object.entries(options).map(([option, { value, help, default: defaultValue }]) => {
    const usage = value ? `--${option} ${value}` : `--${option}`;
    return [usage, defaultValue === undefined ? help : `${help} (default: ${defaultValue})`] as const;
  });
  return `Usage: dateline ${[name, argument, "[options]"].filter(Boolean).join(" ")}

${summary}

${formatTable(rows)}

Example: ${example}`;
}

function formatTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n");
}

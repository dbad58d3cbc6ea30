import { parseArgs } from "node:util";
import { findNearest } from "../values/nearest.ts";
import { UserError } from "../values/user-error.ts";
import type { Command, Given, Option } from "./command.ts";

/**
 * Parses what was typed after the name of a command.
 *
 * @param commands all commands, so that an option of another command is reported as such
 * @throws UserError if an option is unknown, lacks its value or has one that it does not take, or if an argument is
 * missing or is one too many
 */
export function parseArguments(words: readonly string[], command: Command, commands: readonly Command[]): Given {
  const options = new Map(Object.entries(command.options));
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      [...options].map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
    ),
    allowPositionals: true,
    // Otherwise Node reports wrong options, in its own words and without the names of ours.
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | boolean | undefined> = Object.fromEntries(
    [...options].map(([name, { value, default: defaultValue }]) => [name, value ? defaultValue : false]),
  );
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = options.get(token.name);
    if (!option) throw new UserError(describeUnknownOption(token.rawName, command, commands));
    values[token.name] = readValue(token, option);
  }
  checkPositionals(positionals, command);
  return { argument: positionals[0], options: values };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether it was typed as "--name=value". */
  readonly inlineValue: boolean | undefined;
}

function readValue({ rawName, value, inlineValue }: OptionToken, option: Option): string | true {
  if (!option.value) {
    if (value !== undefined) throw new UserError(`${rawName} takes no value.`);
    return true;
  }
  // "--content --output site": the next option is not a value.
  if (!value || (!inlineValue && value.startsWith("-"))) {
    throw new UserError(`${rawName} needs a value: ${rawName} ${option.value}`);
  }
  return value;
}

function describeUnknownOption(option: string, command: Command, commands: readonly Command[]): string {
  const owners = commands.filter(({ options }) => Object.keys(options).some((name) => `--${name}` === option));
  if (owners.length > 0) {
    return `${option} is an option of "${owners.map(({ name }) => name).join('" and "')}", not of "${command.name}".`;
  }
  const nearest = findNearest(
    option,
    Object.keys(command.options).map((name) => `--${name}`),
  );
  const advice = nearest ? `Did you mean ${nearest}?` : `See: dateline ${command.name} --help`;
  return `"${command.name}" has no option ${option}. ${advice}`;
}

function checkPositionals(positionals: readonly string[], { name, argument, example }: Command): void {
  const [first, second] = positionals;
  if (argument === undefined) {
    if (first !== undefined) throw new UserError(`"${name}" takes no argument, but was given "${first}".`);
    return;
  }
  if (first === undefined) throw new UserError(`"${name}" needs a ${argument}, as in: ${example}`);
  if (second !== undefined) throw new UserError(`"${name}" takes one ${argument}, but was also given "${second}".`);
}

import type { Terminal } from "./terminal.ts";

/** A command of `dateline`: its name, the options that it takes, and what it does. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** The argument that it needs, as usage texts name it: "DAY"; undefined if it takes none. */
  readonly argument?: string;
  readonly options: O;
  /** A whole command line. */
  readonly example: string;
  /** @throws UserError, ContentProblems */
  // A method, so that commands with different options fit into one table.
  run(given: Given<O>, terminal: Terminal): Promise<void>;
}

/** Options by name, without "--". */
export type Options = Readonly<Record<string, Option>>;

/** An option of a command. */
export interface Option {
  /** What stands for its value in usage texts: "DIR"; undefined for a switch, which takes no value. */
  readonly value?: string;
  readonly help: string;
  readonly default?: string;
}

/** What the user typed after the name of a command. */
export interface Given<O extends Options = Options> {
  /** undefined only if the command takes no argument. */
  readonly argument: string | undefined;
  readonly options: { readonly [N in keyof O]: OptionValue<O[N]> };
}

/** A text, as typed or the default; for a switch, whether it was typed. Any of these for an option that is not known. */
export type OptionValue<T extends Option> = Option extends T
  ? string | boolean | undefined
  : T extends { readonly default: string }
    ? string
    : T extends { readonly value: string }
      ? string | undefined
      : boolean;

import { createInterface } from "node:readline/promises";
import type { ProblemText } from "../values/problem.ts";
import { UserError } from "../values/user-error.ts";

/** A question to the person at the terminal. */
export interface Question {
  readonly text: string;
  /** The answer to an empty line. */
  readonly default: string;
  readonly findProblem: (answer: string) => ProblemText | undefined;
}

/** Asks questions, one after the other. */
export type Ask = (question: Question) => Promise<string>;

/** Whether somebody is there to answer: a script has no terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/**
 * Runs an action that asks questions on the terminal. A question is asked again until its answer has no problem.
 *
 * @throws UserError if the input ends
 */
export async function withQuestions<T>(action: (ask: Ask) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const dialogue = createInterface({ input: process.stdin, output: process.stdout });
  // Node would leave the question open for ever.
  dialogue.once("close", () => controller.abort());
  dialogue.once("SIGINT", () => process.exit(130));
  const ask = async (question: Question): Promise<string> => {
    const prompt = `${question.text} (${question.default}): `;
    const typed = await dialogue.question(prompt, { signal: controller.signal }).catch(throwEnded);
    const answer = normalizeAnswer(typed) || question.default;
    const problem = question.findProblem(answer);
    if (!problem) return answer;
    process.stdout.write(`  ${problem.what} ${problem.advice}\n`);
    return ask(question);
  };
  try {
    return await action(ask);
  } finally {
    dialogue.close();
  }
}

/** An answer in one line, without spaces around it. */
export function normalizeAnswer(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function throwEnded(): never {
  // The prompt has no line end.
  process.stdout.write("\n");
  throw new UserError("The input ended before the last answer: nothing was written.");
}

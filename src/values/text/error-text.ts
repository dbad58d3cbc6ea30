import { UserError } from "../user-error.ts";

/**
 * Formats an error for the person who started the command. The stack is added only if it helps: it shows a fault in our
 * code, but nothing about an error that the user can correct, or about one of the system, whose message names the path
 * (which is read-only, or on a full disk). Of an error with a cause, the stack of the cause is shown.
 */
export function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UserError || "syscall" in error) return error.message;
  if (error.cause !== undefined) return `${error.message}\n${formatError(error.cause)}`;
  return error.stack ?? error.message;
}

/**
 * An error that the code which catches it knows by its class. It is not a fault in the code, so nothing is added to its
 * message on its way.
 */
export class KnownError extends Error {}

/**
 * An error that the person who started the command can correct: a wrong option, a folder that does not belong to
 * Dateline, a port that is in use. Its message says what is wrong and what to do, so it is printed without a stack. The
 * exit code of the command is 2.
 */
export class UserError extends KnownError {}

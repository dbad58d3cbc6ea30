import type { LossKind } from "../losses.ts";

/** Reports a loss of the text that is converted. */
export type TextReport = (kind: LossKind, what: string) => void;

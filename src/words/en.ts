import type { Words } from "./words.ts";

export const en = {} as unknown as Words;

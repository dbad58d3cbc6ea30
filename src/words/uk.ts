import type { Words } from "./words.ts";

export const uk = {} as unknown as Words;

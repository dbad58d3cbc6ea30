import type { Words } from "./words.ts";

export const ru = {} as unknown as Words;

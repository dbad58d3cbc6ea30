import type { Shown } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Checked } from "../values/problem.ts";

/** A published picture's file: where it is kept, and where it goes. */
export interface MadeImage {
  readonly address: Address;
  readonly keptAt: string;
  readonly bytes: number;
}

export declare function makeImages(
  pictures: readonly Shown[],
  contentFolder: string,
  keep: string,
): Promise<Checked<readonly MadeImage[]>>;

// In: the digest. Out: all that is to be published, as data: every address, its layout, and exactly what it shows.
import type { Digest } from "../model/model.ts";
import type { Plan } from "./page.ts";

export type * from "./page.ts";

export declare function planSite(digest: Digest): Plan;

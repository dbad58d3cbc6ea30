import { type Place, type Problem, startOf } from "../values/problem.ts";
import type { Article, PlainPage } from "./article.ts";

/** What must be looked at across articles, of each as much as that needs. Plain data, so that it can be kept. */
export interface Claims {
  readonly file: string;
  readonly address: string;
  /** The edition that it opens: day and language; undefined where it opens none. */
  readonly leads: string | undefined;
  readonly id: string;
  readonly aliases: readonly string[];
  /** Where in the file these were written. */
  readonly at: { readonly lead: Place; readonly id: Place; readonly aliases: readonly Place[] };
}

/** What an article claims for itself alone. */
export function claimsOf(
  { file, address, lead, draft, day, language, id, aliases }: Article,
  placeOf: (path: readonly (string | number)[]) => Place,
): Claims {
  return {
    file,
    address,
    leads: lead && !draft ? `${day} ${language}` : undefined,
    id,
    aliases,
    at: { lead: placeOf(["lead"]), id: placeOf(["id"]), aliases: aliases.map((_, i) => placeOf(["aliases", i])) },
  };
}

/** Two files for one address, two leads in one edition, two articles with one id or one alias. Each told at the later file. */
export function doubleClaims(claims: readonly Claims[], pages: readonly PlainPage[]): readonly Problem[] {
  const addresses = new Map<string, string>();
  const leads = new Map<string, string>();
  const ids = new Map<string, string>();
  const own = [...claims.map(({ file, address }) => ({ file, address })), ...pages];
  const sameAddress = own.flatMap(({ file, address }) =>
    twice(addresses, address, file, startOf(file), (other) => ({
      what: `address: ${other} is published at ${address} too.`,
      advice: "Rename or delete one of the two.",
    })),
  );
  const rest = claims.flatMap(({ file, leads: edition, id, aliases, at }) => [
    ...(edition === undefined
      ? []
      : twice(leads, edition, file, at.lead, (other) => ({
          what: `lead: ${other} is the lead of this edition already.`,
          advice: "Take this line out of one of the two.",
        }))),
    ...twice(ids, id, file, at.id, (other) => ({
      what: `id: ${other} has the id "${id}" already.`,
      advice: "Give one of the two another id: feed readers take them for one article.",
    })),
    ...aliases.flatMap((alias, i) =>
      twice(addresses, alias, file, at.aliases[i] ?? startOf(file), (other) => ({
        what: `aliases: ${other} has the address "${alias}" already.`,
        advice: "Take it out of one of the two.",
      })),
    ),
  ]);
  return [...sameAddress, ...rest];
}

function twice(
  holders: Map<string, string>,
  claim: string,
  file: string,
  at: Place,
  slip: (other: string) => { readonly what: string; readonly advice: string },
): readonly Problem[] {
  const holder = holders.get(claim);
  if (holder === undefined) holders.set(claim, file);
  return holder === undefined ? [] : [{ at, ...slip(holder) }];
}

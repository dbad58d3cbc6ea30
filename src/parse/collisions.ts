import { type Address, outputFile } from "../values/address.ts";
import { type Place, type Problem, type Slip, startOf } from "../values/problem.ts";
import type { Article } from "./article.ts";
import type { Places } from "./yaml/path.ts";

/** What must be looked at across articles, of each as much as that needs. Plain data, so that it can be kept. */
export interface Claims {
  readonly file: string;
  readonly address: Address;
  /** The edition that it opens: day and language; undefined where it opens none. */
  readonly leads: string | undefined;
  readonly id: string;
  readonly aliases: readonly Address[];
  /** Where in the file these were written; what was not written stands at its start. */
  readonly at: { readonly lead: Place; readonly id: Place; readonly aliases: readonly Place[] };
}

/**
 * What an article claims for itself alone.
 *
 * @param written what its author wrote of these: places are looked for only then
 */
export function claimsOf(
  { file, address, lead, draft, day, language, id, aliases, aliasesAt }: Article,
  written: { readonly id?: string | undefined },
  places: Places,
): Claims {
  const start = startOf(file);
  return {
    file,
    address,
    leads: lead && !draft ? `${day} ${language}` : undefined,
    id,
    aliases,
    at: {
      lead: lead ? places.of(["lead"]) : start,
      id: written.id === undefined ? start : places.of(["id"]),
      aliases: aliasesAt,
    },
  };
}

/**
 * Two files for one address, two leads in one edition, two articles with one id or one alias. Each told at the later file.
 *
 * @param others files that are no articles: pages, and notes with the address of the edition that each opens
 */
export function doubleClaims(claims: readonly Claims[], others: readonly Holder[]): readonly Problem[] {
  const addresses = new Map<string, Holder>();
  const leads = new Map<string, Holder>();
  const ids = new Map<string, Holder>();
  const own = [...claims.map(({ file, address }) => ({ file, address })), ...others];
  const sameAddress = own.flatMap(({ file, address }) =>
    twice(addresses, outputFile(address), { file, address }, startOf(file), sameAddressAs),
  );
  const rest = claims.flatMap(({ file, address, leads: edition, id, aliases, at }) => [
    ...(edition === undefined ? [] : twice(leads, edition, { file, address }, at.lead, leadBeside)),
    ...twice(ids, id, { file, address }, at.id, (other) => (other.address === address ? undefined : idOf(id, other))),
    ...aliases.flatMap((alias, i) =>
      twice(addresses, outputFile(alias), { file, address }, at.aliases[i] ?? startOf(file), (other) =>
        aliasOf(alias, other, file),
      ),
    ),
  ]);
  return [...sameAddress, ...rest];
}

/** Who has an address. */
export interface Holder {
  readonly file: string;
  readonly address: Address;
}

/** @param slip gives undefined where the same was told already */
function twice(
  holders: Map<string, Holder>,
  claim: string,
  claimant: Holder,
  at: Place,
  slip: (other: Holder) => Slip | undefined,
): readonly Problem[] {
  const holder = holders.get(claim);
  if (holder === undefined) holders.set(claim, claimant);
  const told = holder && slip(holder);
  return told ? [{ at, ...told }] : [];
}

function sameAddressAs({ file, address }: Holder): Slip {
  return {
    what: `address: ${file} is published at ${address} too.`,
    advice: "Rename or delete one of the two.",
  };
}

function leadBeside({ file }: Holder): Slip {
  return {
    what: `lead: ${file} is the lead of this edition already.`,
    advice: "Take this line out of one of the two.",
  };
}

function idOf(id: string, { file }: Holder): Slip {
  return {
    what: `id: ${file} has the id "${id}" already.`,
    advice: "Give one of the two another id: feed readers take them for one article.",
  };
}

function aliasOf(alias: string, other: Holder, file: string): Slip {
  if (other.file === file) {
    return {
      what: `aliases: "${alias}" is the address of this article itself.`,
      advice: "Take it out: an alias is an address at which nothing stands any more.",
    };
  }
  return {
    what: `aliases: ${other.file} has the address "${alias}" already.`,
    advice: "Take it out of one of the two.",
  };
}

import type { SiteConfig } from "../../parse/parse.ts";
import { type Address, addLanguagePrefix, toFileAddress, toPageAddress } from "../../values/address.ts";
import { type Day, type Month, toDateFolders, type Year } from "../../values/day.ts";
import type { Language } from "../../values/language.ts";
import { newsletterFiles, type OwnFolder, toOwnAddress } from "../../values/own-addresses.ts";

/** What an address depends on besides its folders: the language of its pages, and that of the site. */
interface AddressContext {
  readonly site: Pick<SiteConfig, "language">;
  readonly language: Language;
}

/** Builds an address in the context's language: `buildAddress(context, "tags", "russia")` is "/ru/tags/russia/". */
export function buildAddress(context: AddressContext, folder: OwnFolder, ...subfolders: readonly string[]): Address {
  return prefixAddress(context, toOwnAddress(folder, ...subfolders));
}

/** Builds the address of the edition of a day, or of the page of a month or a year: "/ru/2024/07/11/". */
export function buildDateAddress(context: AddressContext, date: Day | Month | Year): Address {
  return prefixAddress(context, toPageAddress(...toDateFolders(date)));
}

/** Builds the address of the home page in the context's language: "/ru/". */
export function buildHomeAddress(context: AddressContext): Address {
  return prefixAddress(context, toPageAddress());
}

/** Gets the addresses of the edition's newsletter: its HTML file and its text file. */
export function getNewsletterAddresses(
  context: AddressContext,
  day: Day,
): { readonly html: Address; readonly text: Address } {
  const folder = buildDateAddress(context, day);
  return { html: toFileAddress(folder, newsletterFiles.html), text: toFileAddress(folder, newsletterFiles.text) };
}

function prefixAddress({ site, language }: AddressContext, address: Address): Address {
  return addLanguagePrefix(language, site.language, address);
}

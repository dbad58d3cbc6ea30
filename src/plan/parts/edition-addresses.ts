import { type Address, fileIn } from "../../values/address.ts";
import { type Day, foldersOf } from "../../values/day.ts";
import { placeIn, type Setting } from "./context.ts";

/** Where the edition of a day stands. */
export function editionAddress(setting: Setting, day: Day): Address {
  return placeIn(setting, ...foldersOf(day));
}

/** Where it stands as a mail. */
export function newslettersOf(setting: Setting, day: Day): { readonly html: Address; readonly text: Address } {
  const folder = editionAddress(setting, day);
  return { html: fileIn(folder, "newsletter.html"), text: fileIn(folder, "newsletter.txt") };
}

import { type Address, toFileAddress } from "../../values/address.ts";
import { type Day, toDateFolders } from "../../values/day.ts";
import { buildAddress, type PlanContext } from "./context.ts";

/** Gets the address of the edition of a day. */
export function getEditionAddress(context: PlanContext, day: Day): Address {
  return buildAddress(context, ...toDateFolders(day));
}

/** Gets the addresses of the edition's newsletter: its HTML file and its text file. */
export function getNewsletterAddresses(
  context: PlanContext,
  day: Day,
): { readonly html: Address; readonly text: Address } {
  const folder = getEditionAddress(context, day);
  return { html: toFileAddress(folder, "newsletter.html"), text: toFileAddress(folder, "newsletter.txt") };
}

/** No edition came out on the day that was asked for. */
export class NoEdition extends Error {}

/** No edition came out on the requested day. */
export class NoEdition extends Error {}

import { createHash } from "node:crypto";

/** A short hash of a text or of bytes: the first 132 bits of the SHA-256, as 22 characters of base64url. */
export function hash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

import { createHash } from "node:crypto";

/** A short text that differs where the given one differs: 132 bits of its SHA-256. */
export function fingerprint(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

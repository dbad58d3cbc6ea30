import type { Address } from "../values/address.ts";
import { KnownError } from "../values/user-error.ts";

/** The layout of a page failed. The cause is its error. */
export class RenderError extends Error {}

/**
 * Adds to an error of a layout which page was being rendered, and where in the layout: "/2024/07/11/ cannot be rendered:
 * layouts/frame/foot.tsx:13:33: ...". Errors that the build handles (such as a corrupt cache) are returned unchanged.
 */
export function toRenderError(error: unknown, address: Address): unknown {
  if (error instanceof KnownError) return error;
  const { message, stack = "" } = error instanceof Error ? error : { message: String(error) };
  const location = findLayoutLocation(stack);
  const messages = [`${address} cannot be rendered`, ...(location ? [location] : []), message];
  return new RenderError(messages.join(": "), { cause: error });
}

// The first match is the innermost call. Source maps translate the stack to positions in the sources.
function findLayoutLocation(stack: string): string | undefined {
  return /^ +at .*[/\\](layouts[/\\][^:()]+\.tsx?:\d+:\d+)/m.exec(stack)?.[1]?.replaceAll("\\", "/");
}

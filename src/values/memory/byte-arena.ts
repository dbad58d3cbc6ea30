import type { Utf8 } from "../text/utf8.ts";

/**
 * Room for bytes, in blocks that are used again. New memory for each text costs more than to write it (2026-11: 3 µs for
 * 5 KB), and the garbage collector goes through all that lives for some 64 MB of it: 10,000 articles are half a gigabyte.
 */
export interface Room {
  /** A text in UTF-8. */
  readonly text: (text: string) => Buffer;
  /** Pieces one behind the other: text that is in UTF-8 already, and bytes. */
  readonly joined: (...pieces: readonly (Utf8 | Buffer)[]) => Buffer;
  /** How many bytes were written so far. */
  readonly written: () => number;
  /** To be told when nobody needs what was written first, so many bytes of it: it may be written over. */
  readonly letGo: (upTo: number) => void;
}

const blockBytes = 4 * 2 ** 20;

// UTF-16 has a unit for one to three bytes of UTF-8. A buffer of the right length would make V8 go through each text twice
// (2026-11, pages of 25 KB: 45 µs against 26).
const mostBytesAUnit = 3;

/** An empty room. */
export function emptyRoom(): Room {
  const free: Buffer[] = [];
  // Full ones, oldest first.
  const inUse: { readonly block: Buffer; readonly upTo: number }[] = [];
  let block: Buffer = Buffer.alloc(0);
  let used = 0;
  let written = 0;
  const makeRoom = (bytes: number) => {
    if (bytes <= block.length - used) return;
    inUse.push({ block, upTo: written });
    block = free.pop() ?? Buffer.allocUnsafeSlow(blockBytes);
    used = 0;
  };
  const since = (start: number) => {
    written += used - start;
    return block.subarray(start, used);
  };
  const outside = (bytes: Buffer) => {
    written += bytes.length;
    return bytes;
  };
  return {
    text: (text) => {
      const most = text.length * mostBytesAUnit;
      if (most > blockBytes) return outside(Buffer.from(text));
      makeRoom(most);
      const start = used;
      used += block.write(text, start);
      return since(start);
    },
    joined: (...pieces) => {
      let bytes = 0;
      for (const { length } of pieces) bytes += length;
      if (bytes > blockBytes) return outside(Buffer.concat(pieces.map(asBytes)));
      makeRoom(bytes);
      const start = used;
      for (const piece of pieces) {
        if (typeof piece === "string") block.write(piece, used, "latin1");
        else block.set(piece, used);
        used += piece.length;
      }
      return since(start);
    },
    written: () => written,
    letGo: (upTo) => {
      for (let oldest = inUse[0]; oldest && oldest.upTo <= upTo; oldest = inUse[0]) {
        inUse.shift();
        if (oldest.block.length > 0) free.push(oldest.block);
      }
    },
  };
}

function asBytes(piece: Utf8 | Buffer): Buffer {
  return typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
}

/** Room for files that are about to be written. */
export const passing = emptyRoom();

import type { Utf8 } from "../text/utf8.ts";

/** A piece of a file: text or bytes, both in UTF-8. */
export type Piece = Utf8 | Buffer;

/**
 * An arena allocator for bytes, in blocks that are reused. Allocating memory for each text costs more than encoding it
 * (2026-11: 3 µs for 5 KB), and for every 64 MB or so of new buffers the garbage collector marks the whole heap: 10,000
 * articles are half a gigabyte.
 */
export interface ByteArena {
  /** Encodes a text as UTF-8. */
  readonly writeText: (text: string) => Buffer;
  /** Concatenates pieces. */
  readonly writePieces: (...pieces: readonly Piece[]) => Buffer;
  /** The number of bytes written so far. */
  readonly countBytes: () => number;
  /** Frees the first `upTo` bytes ever written; their blocks are reused. */
  readonly release: (upTo: number) => void;
}

const blockBytes = 4 * 2 ** 20;

// A UTF-16 code unit takes at most three bytes in UTF-8. Reserving the exact length would need a second pass over each
// text (2026-11, pages of 25 KB: 45 µs against 26).
const maxBytesPerUnit = 3;

/** Creates an empty arena. */
export function createByteArena(): ByteArena {
  const freeBlocks: Buffer[] = [];
  // Oldest first.
  const fullBlocks: { readonly block: Buffer; readonly upTo: number }[] = [];
  let block: Buffer = Buffer.alloc(0);
  let usedBytes = 0;
  let writtenBytes = 0;
  const ensureSpace = (bytes: number) => {
    if (bytes <= block.length - usedBytes) return;
    fullBlocks.push({ block, upTo: writtenBytes });
    block = freeBlocks.pop() ?? Buffer.allocUnsafeSlow(blockBytes);
    usedBytes = 0;
  };
  const takeFrom = (start: number) => {
    writtenBytes += usedBytes - start;
    return block.subarray(start, usedBytes);
  };
  const addLargeBuffer = (bytes: Buffer) => {
    writtenBytes += bytes.length;
    return bytes;
  };
  return {
    writeText: (text) => {
      const maxBytes = text.length * maxBytesPerUnit;
      if (maxBytes > blockBytes) return addLargeBuffer(Buffer.from(text));
      ensureSpace(maxBytes);
      const start = usedBytes;
      usedBytes += block.write(text, start);
      return takeFrom(start);
    },
    writePieces: (...pieces) => {
      let bytes = 0;
      for (const { length } of pieces) bytes += length;
      if (bytes > blockBytes) return addLargeBuffer(Buffer.concat(pieces.map(toBuffer)));
      ensureSpace(bytes);
      const start = usedBytes;
      for (const piece of pieces) {
        if (typeof piece === "string") block.write(piece, usedBytes, "latin1");
        else block.set(piece, usedBytes);
        usedBytes += piece.length;
      }
      return takeFrom(start);
    },
    countBytes: () => writtenBytes,
    release: (upTo) => {
      for (let oldest = fullBlocks[0]; oldest && oldest.upTo <= upTo; oldest = fullBlocks[0]) {
        fullBlocks.shift();
        if (oldest.block.length > 0) freeBlocks.push(oldest.block);
      }
    },
  };
}

function toBuffer(piece: Piece): Buffer {
  return typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
}

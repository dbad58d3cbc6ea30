/** A part of what is written to a file: text, or what was encoded before. */
export type Piece = string | Buffer;

/** Writes pieces as UTF-8, one behind the other. */
export type Encoder = (...pieces: readonly Piece[]) => Buffer;

// A buffer for each text would have to know its length first, which makes V8 go through the text twice (2026-11, pages of
// 25 KB: 45 µs against 26).
const blockBytes = 4 * 2 ** 20;

// UTF-16 has a unit for one to three bytes of UTF-8.
const mostBytesAUnit = 3;

/**
 * An encoder that writes one answer behind the other in blocks. A block stays in memory as long as one of them is held: who
 * holds them for long has an encoder of its own.
 */
export function encoder(): Encoder {
  let block = Buffer.alloc(0);
  let used = 0;
  return (...pieces) => {
    const most = mostBytesIn(pieces);
    if (most > block.length - used) {
      block = Buffer.allocUnsafeSlow(Math.max(blockBytes, most));
      used = 0;
    }
    const start = used;
    for (const piece of pieces) used += typeof piece === "string" ? block.write(piece, used) : piece.copy(block, used);
    return block.subarray(start, used);
  };
}

function mostBytesIn(pieces: readonly Piece[]): number {
  let most = 0;
  for (const piece of pieces) most += typeof piece === "string" ? piece.length * mostBytesAUnit : piece.length;
  return most;
}

/** Pages and other files as UTF-8, for whoever writes them and lets go of them. */
export const utf8 = encoder();

// Texts are encoded one behind the other in blocks of this size. A buffer for each would have to know its length first,
// which makes V8 go through the text twice (2026-11, pages of 25 KB: 45 µs against 26).
const blockBytes = 4 * 2 ** 20;

// UTF-16 has a unit for one to three bytes of UTF-8.
const mostBytesAUnit = 3;

let block = Buffer.alloc(0);
let used = 0;

/** A text in UTF-8. */
export function utf8(text: string): Buffer {
  const most = text.length * mostBytesAUnit;
  if (most > blockBytes) return Buffer.from(text);
  if (most > block.length - used) {
    block = Buffer.allocUnsafeSlow(blockBytes);
    used = 0;
  }
  const start = used;
  used += block.write(text, start);
  return block.subarray(start, used);
}

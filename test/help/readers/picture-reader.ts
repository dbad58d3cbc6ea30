import { imageSize } from "image-size";

/**
 * What a picture's file holds beside its pixels, read by the formats' own specifications: the segments of a JPEG (ITU T.81)
 * that decoding does not need, the chunks of a WebP (RFC 9649), the items and boxes of an AVIF (ISO 14496-12) by name.
 */
export function besidePixels(bytes: Buffer): readonly string[] {
  const { type } = imageSize(bytes);
  if (type === "jpg") return jpegSegments(bytes).filter((name) => !decoding.test(name));
  if (type === "webp") return webpChunks(bytes).filter((name) => name !== "VP8 " && name !== "VP8L");
  return avifNames.filter((name) => bytes.includes(name));
}

/** "320x240", after the orientation that the file asks for, by a reader that knows headers only. */
export function sizeOf(bytes: Buffer): string {
  const { width, height } = imageSize(bytes);
  return `${width}x${height}`;
}

// Start and end, tables, frame and scans, and the JFIF header, which says only how many pixels an inch has.
const decoding = /^(?:SOI|EOI|DQT|DHT|DRI|SOF\d+|SOS|JFIF)$/;
const avifNames = ["Exif", "mime", "xml ", "prof", "rICC", "uuid", "GPS"];

function jpegSegments(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 1 < bytes.length; ) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) throw new Error(`Expected a marker at byte ${at}.`);
    const bare = marker === 0xd8 || marker === 0xd9;
    names.push(jpegName(bytes, at, marker));
    at += bare ? 2 : 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = nextMarker(bytes, at);
  }
  return names;
}

function jpegName(bytes: Buffer, at: number, marker: number): string {
  if (marker === 0xe0) return bytes.toString("latin1", at + 4, at + 8);
  if (marker > 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) return `SOF${marker - 0xc0}`;
  return jpegNames[marker] ?? marker.toString(16);
}

const jpegNames: Readonly<Record<number, string>> = {
  196: "DHT",
  216: "SOI",
  217: "EOI",
  218: "SOS",
  219: "DQT",
  221: "DRI",
  254: "COM",
};

/** Behind the pixels of a scan, in which 0xff is followed by 0 or by a restart mark. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function webpChunks(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    names.push(bytes.toString("latin1", at, at + 4));
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return names;
}

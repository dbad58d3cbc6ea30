import { imageSize } from "image-size";

/**
 * The names of the metadata in an image file, read by the specification of its format: JPEG segments that decoding does
 * not need (ITU T.81), WebP chunks other than the pixels (RFC 9649), metadata items and boxes of AVIF (ISO 14496-12).
 */
export function listMetadata(bytes: Buffer): readonly string[] {
  const { type } = imageSize(bytes);
  if (type === "jpg") return listJpegSegments(bytes).filter((name) => !decodingSegments.test(name));
  if (type === "webp") return listWebpChunks(bytes).filter((name) => name !== "VP8 " && name !== "VP8L");
  return avifNames.filter((name) => bytes.includes(name));
}

/** The displayed size, after EXIF orientation: "320x240". Read from the file's header. */
export function readSize(bytes: Buffer): string {
  const { width, height } = imageSize(bytes);
  return `${width}x${height}`;
}

// Start and end, tables, frame and scans, and the JFIF header, which contains only the resolution.
const decodingSegments = /^(?:SOI|EOI|DQT|DHT|DRI|SOF\d+|SOS|JFIF)$/;
const avifNames = ["Exif", "mime", "xml ", "prof", "rICC", "uuid", "GPS"];

function listJpegSegments(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  for (let offset = 0; offset + 1 < bytes.length; ) {
    const marker = bytes.readUInt8(offset + 1);
    if (bytes.readUInt8(offset) !== 0xff) throw new Error(`Expected a marker at byte ${offset}.`);
    const isBareMarker = marker === 0xd8 || marker === 0xd9;
    names.push(getSegmentName(bytes, offset, marker));
    offset += isBareMarker ? 2 : 2 + bytes.readUInt16BE(offset + 2);
    if (marker === 0xda) offset = findNextMarker(bytes, offset);
  }
  return names;
}

function getSegmentName(bytes: Buffer, offset: number, marker: number): string {
  if (marker === 0xe0) return bytes.toString("latin1", offset + 4, offset + 8);
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

/** The offset of the first marker after a scan's pixels, in which 0xff is followed by 0 or a restart marker. */
function findNextMarker(bytes: Buffer, start: number): number {
  for (let offset = start; offset + 1 < bytes.length; offset++) {
    const next = bytes.readUInt8(offset + 1);
    if (bytes.readUInt8(offset) === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return offset;
  }
  return bytes.length;
}

function listWebpChunks(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  for (let offset = 12; offset + 8 <= bytes.length; ) {
    names.push(bytes.toString("latin1", offset, offset + 4));
    const length = bytes.readUInt32LE(offset + 4);
    offset += 8 + length + (length % 2);
  }
  return names;
}

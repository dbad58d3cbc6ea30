// image-size reads the orientation of a JPEG only. sharp, which decodes the picture, turns all four formats.

/**
 * Whether viewers turn a picture by 90 degrees in either direction, so that its width becomes its height.
 *
 * Sources: PNG 3rd edition, "eXIf"; WebP container specification, "EXIF"; TIFF 6.0 and Exif 2.32, tag 0x0112; ISO
 * 23008-12 (HEIF), "irot". HEIF readers ignore the orientation in Exif.
 *
 * @param bytes the whole file
 * @param type "png", "webp", "avif" or "heif"; others give false
 */
export function isTurnedSideways(bytes: Buffer, type: string): boolean {
  if (type === "png") return isSideways(findPngExif(bytes));
  if (type === "webp") return isSideways(findWebpExif(bytes));
  if (type === "avif" || type === "heif") return isRotatedHeif(bytes);
  return false;
}

const pngSignatureBytes = 8;

function findPngExif(bytes: Buffer): Buffer | undefined {
  for (let at = pngSignatureBytes; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "eXIf") return bytes.subarray(at + 8, at + 8 + length);
    // Length, name and checksum take twelve bytes.
    at += length + 12;
  }
  return undefined;
}

const riffHeaderBytes = 12;

function findWebpExif(bytes: Buffer): Buffer | undefined {
  for (let at = riffHeaderBytes; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.toString("latin1", at, at + 4) === "EXIF") return bytes.subarray(at + 8, at + 8 + length);
    // Chunks have an even length.
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/** Reads the tag "Orientation" of a TIFF header: 5 to 8 turn by 90 degrees. */
function isSideways(exif: Buffer | undefined): boolean {
  if (exif === undefined) return false;
  // Some programs write the marker of a JPEG segment here too.
  const tiff = exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
  const isLittleEndian = tiff.toString("latin1", 0, 2) === "II";
  const readShort = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  if (tiff.length < 8) return false;
  const directory = isLittleEndian ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < readShort(directory); i++) {
    const entry = directory + 2 + 12 * i;
    if (readShort(entry) === orientationTag) return readShort(entry + 8) >= 5 && readShort(entry + 8) <= 8;
  }
  return false;
}

const orientationTag = 0x0112;

function isRotatedHeif(bytes: Buffer): boolean {
  const meta = findBox(bytes, "meta");
  // "meta" begins with a version and flags.
  const properties = meta && findBox(meta.subarray(4), "iprp");
  const container = properties && findBox(properties, "ipco");
  const rotation = container && findBox(container, "irot");
  return ((rotation?.[0] ?? 0) & 1) === 1;
}

/** The content of the first box of a kind. */
function findBox(bytes: Buffer, kind: string): Buffer | undefined {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    // 0: up to the end; 1: a length of 64 bits, which only the pixels need.
    if (length === 0 || length === 1) return undefined;
    if (bytes.toString("latin1", at + 4, at + 8) === kind) return bytes.subarray(at + 8, at + length);
    at += Math.max(length, 8);
  }
  return undefined;
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportLoss } from "../losses.ts";

/** Lists the files of a folder and its subfolders, sorted, with "/" on every system. Hidden and installed files are left out. */
export function listArchiveFiles(root: string, folder = ""): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !isIgnored(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listArchiveFiles(root, path);
      return entry.isFile() ? [path] : [];
    });
}

function isIgnored(name: string): boolean {
  return /^\.|^(?:node_modules|bower_components|_site|__pycache__|vendor)$|~$|\.swp$/.test(name);
}

/** Reads a text of an archive. One that is not in UTF-8 is read in the encoding that its bytes are most likely in. */
export function readArchiveFile(root: string, path: string, report: ReportLoss): string {
  const bytes = readFileSync(join(root, path));
  const encoding = guessEncoding(bytes);
  if (encoding !== "utf-8") report("encoding", path, encoding);
  return cleanText(new TextDecoder(encoding).decode(bytes));
}

/** Normalises the ends of lines, and removes characters that no page can show. */
export function cleanText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Control}\t\n]|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

function guessEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    // A Cyrillic text has more letters beyond ASCII than letters within; a Western one has a few.
    const high = bytes.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);
    const low = bytes.reduce((count, byte) => count + ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? 1 : 0), 0);
    return high > low ? "windows-1251" : "windows-1252";
  }
}

import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import type { Checked, ProblemText } from "../values/problem.ts";
import type { SourceDocument } from "./content.ts";
import { findDocumentType } from "./document-types.ts";
import { isStaticPath } from "./endings.ts";
import { describeStandIn, describeWrongDocument } from "./file-kinds.ts";
import { fileProblem, withOpenFile } from "./opened.ts";

/**
 * Reads the hash of a document or static file, piece by piece: it can be larger than the memory.
 *
 * @param root the content folder
 * @param path relative to `root`
 * @param knownHash the hash of its bytes, if they were hashed before
 * @returns the document, or the problem that prevents its publication
 */
export function readDocument(root: string, path: string, knownHash: string | undefined): Checked<SourceDocument> {
  const file = `${root}/${path}`;
  return withOpenFile(file, (descriptor) => {
    const problem = describeContent(path, readHead(descriptor));
    if (problem) return { ok: false, problems: [fileProblem(file, problem)] };
    return { ok: true, value: { file, path, hash: knownHash || hashOpenFile(descriptor) } };
  });
}

/** The SHA-256 of the bytes of a file, in hex; "" if it cannot be read: its reader reports the problem. */
export function hashFile(file: string): string {
  const result = withOpenFile(file, (descriptor) => ({ ok: true, value: hashOpenFile(descriptor) }));
  return result.ok ? result.value : "";
}

function describeContent(path: string, head: Buffer): ProblemText | undefined {
  const type = isStaticPath(path) ? undefined : findDocumentType(path);
  return type ? describeWrongDocument(head, type) : describeStandIn(head);
}

const headBytes = 1024;
const pieceBytes = 1 << 20;

function readHead(descriptor: number): Buffer {
  const head = Buffer.alloc(headBytes);
  return head.subarray(0, readSync(descriptor, head, 0, headBytes, 0));
}

function hashOpenFile(descriptor: number): string {
  const sum = createHash("sha256");
  let offset = 0;
  for (let length = -1; length !== 0; offset += length) {
    length = readSync(descriptor, piece, 0, pieceBytes, offset);
    sum.update(piece.subarray(0, length));
  }
  return sum.digest("hex");
}

const piece = Buffer.allocUnsafe(pieceBytes);

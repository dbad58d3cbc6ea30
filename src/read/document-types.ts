import { getLowerCaseExtension } from "./endings.ts";
import type { FileKind } from "./file-kinds.ts";

/** A type of document that can lie beside the text that links to it. */
export interface DocumentType {
  /** As messages call it: "a PDF". */
  readonly name: string;
  /** What such a file may be by its first bytes, among the kinds that are told apart. */
  readonly kinds: readonly FileKind[];
}

const office = (name: string): DocumentType => ({ name, kinds: ["zip"] });
const text = (name: string, kinds: readonly FileKind[] = []): DocumentType => ({ name, kinds });
const media = (name: string): DocumentType => ({ name, kinds: [] });

// All types by their extension. None of them can run a script in the page of the site: so no HTML, SVG or XML.
const documentTypes: ReadonlyMap<string, DocumentType> = new Map(
  Object.entries({
    ".pdf": { name: "a PDF", kinds: ["pdf"] },
    ".epub": office("an EPUB"),
    ".csv": text("a CSV table"),
    ".tsv": text("a table"),
    ".json": text("JSON", ["json"]),
    ".geojson": text("GeoJSON", ["json"]),
    ".txt": text("a text", ["json"]),
    ".ics": text("a calendar"),
    ".srt": text("subtitles"),
    ".vtt": text("subtitles"),
    // Programs write the newer formats under the older names, and open them.
    ".doc": office("a Word document"),
    ".docx": office("a Word document"),
    ".xls": office("an Excel workbook"),
    ".xlsx": office("an Excel workbook"),
    ".ppt": office("a PowerPoint presentation"),
    ".pptx": office("a PowerPoint presentation"),
    ".odt": office("an OpenDocument text"),
    ".ods": office("an OpenDocument table"),
    ".odp": office("an OpenDocument presentation"),
    ".rtf": text("a text with format"),
    ".mp3": media("a sound"),
    ".m4a": media("a sound"),
    ".ogg": media("a sound"),
    ".oga": media("a sound"),
    ".opus": media("a sound"),
    ".wav": media("a sound"),
    ".flac": media("a sound"),
    ".mp4": media("a film"),
    ".m4v": media("a film"),
    ".webm": media("a film"),
    ".ogv": media("a film"),
    ".mov": media("a film"),
    ".zip": office("a ZIP"),
    ".kmz": office("a map of Google Earth"),
    ".gz": media("a compressed file"),
    ".7z": media("a compressed file"),
  } satisfies Readonly<Record<string, DocumentType>>),
);

/** The type of a document by its extension; undefined if texts cannot link to such a file beside them. */
export function findDocumentType(path: string): DocumentType | undefined {
  return documentTypes.get(getLowerCaseExtension(path));
}

/** Whether a file is a document to which the texts beside it can link. */
export function isDocumentPath(path: string): boolean {
  return findDocumentType(path) !== undefined;
}

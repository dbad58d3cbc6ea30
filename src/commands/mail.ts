import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import type { NewsletterView } from "../plan/plan.ts";
import type { Language } from "../values/language.ts";

/** A newsletter mail: its headers and both bodies. The recipients are not part of it; the mailer adds them. */
export interface Mail extends Omit<NewsletterView["mail"], "from"> {
  readonly from: { readonly name: string; readonly address: string };
  readonly unsubscribe: string | undefined;
  readonly language: Language;
  /** Plain text with flowed lines (RFC 3676). */
  readonly text: string;
  readonly html: string;
}

/**
 * Builds the bytes of an .eml file (RFC 5322, RFC 2045-2047): a multipart/alternative message with a plain text and an
 * HTML body. The same input gives the same bytes: neither the clock nor random values are used.
 *
 * It has an unsubscribe address (RFC 2369), but no one-click unsubscribe (RFC 8058): that needs a URL that identifies
 * the subscriber, whom only the mailer knows.
 */
export async function buildMail({ text, html, ...headers }: Mail): Promise<Buffer> {
  const { from, subject, date, messageId: id, listId: list, unsubscribe, language } = headers;
  const mail = new MimeNode("multipart/alternative", { baseBoundary: createBoundary(text, html), newline: "win" });
  mail.setHeader("From", { name: from.name, address: from.address });
  mail.setHeader("Subject", subject);
  mail.setHeader("Date", new Date(date));
  mail.setHeader("Message-ID", `<${id}>`);
  mail.setHeader("Content-Language", language);
  mail.setHeader("List-Id", `<${list}>`);
  if (unsubscribe !== undefined) mail.setHeader("List-Unsubscribe", { prepared: true, value: `<${unsubscribe}>` });
  addPart(mail, "text/plain; charset=utf-8; format=flowed", text);
  addPart(mail, "text/html; charset=utf-8", html);
  return mail.build();
}

// The boundary must not occur in either body. A hash of both cannot be predicted by the author of the texts.
function createBoundary(text: string, html: string): string {
  return createHash("sha256").update(text).update(html).digest("hex").slice(0, 16);
}

// Without an encoding, mail servers strip the trailing spaces of flowed lines and break lines longer than 998 bytes. A
// Cyrillic letter takes six bytes in quoted-printable and fewer than three in base64; Latin text stays legible in
// quoted-printable.
function addPart(mail: MimeNode, type: string, content: string): void {
  const crlfContent = content.replaceAll("\n", "\r\n");
  const part = mail.createChild(type);
  part.setHeader("Content-Transfer-Encoding", isMostlyAscii(crlfContent) ? "quoted-printable" : "base64");
  part.setContent(crlfContent);
}

function isMostlyAscii(text: string): boolean {
  return Buffer.byteLength(text) < text.length * 1.1;
}

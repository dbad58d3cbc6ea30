import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import type { NewsletterView } from "../plan/plan.ts";
import type { Language } from "../values/language.ts";

/** A mail to many, in all that makes its bytes. Who receives it is said by whoever sends it. */
export interface Mail extends Omit<NewsletterView["mail"], "from"> {
  readonly from: { readonly name: string; readonly address: string };
  readonly unsubscribe: string | undefined;
  readonly language: Language;
  /** In lines that may be joined again (RFC 3676). */
  readonly text: string;
  readonly html: string;
}

/**
 * A mail as the text of its file (RFC 5322, RFC 2045-2047): its text in both forms, of which a program shows the one that
 * it knows best. No clock and no chance is in it.
 *
 * It says where one leaves (RFC 2369), but not that one click is enough (RFC 8058): for that the address would have to
 * name the subscriber, whom only the mailer knows.
 */
export async function mailOf({ text, html, ...head }: Mail): Promise<Buffer> {
  const { from, subject, date, id, list, unsubscribe, language } = head;
  const mail = new MimeNode("multipart/alternative", { baseBoundary: boundaryOf(text, html), newline: "win" });
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

// What parts the forms must stand in neither: a hash of both cannot be foreseen by who writes in them.
function boundaryOf(text: string, html: string): string {
  return createHash("sha256").update(text).update(html).digest("hex").slice(0, 16);
}

// The spaces at the ends of flowed lines, and lines longer than 998 bytes, outlast no mail server without an encoding. A
// Cyrillic letter takes six bytes in quoted-printable and less than three in base64; Latin text stays legible.
function addPart(mail: MimeNode, type: string, content: string): void {
  const lines = content.replaceAll("\n", "\r\n");
  const part = mail.createChild(type);
  part.setHeader("Content-Transfer-Encoding", isMostlyAscii(lines) ? "quoted-printable" : "base64");
  part.setContent(lines);
}

function isMostlyAscii(text: string): boolean {
  return Buffer.byteLength(text) < text.length * 1.1;
}

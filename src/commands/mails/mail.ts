import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import type { NewsletterView } from "../../plan/plan.ts";
import type { Language } from "../../values/language.ts";

/** A newsletter mail: its headers, both bodies and its pictures. The mailer adds the recipients. */
export interface Mail extends Omit<NewsletterView["mail"], "from"> {
  readonly from: { readonly name: string; readonly address: string };
  readonly unsubscribe: string | undefined;
  readonly language: Language;
  /** Plain text with flowed lines (RFC 3676). */
  readonly text: string;
  readonly html: string;
  /** The JPEG files that the HTML names by their Content-ID (RFC 2392), so that no mail program asks a host for them. */
  readonly pictures: readonly { readonly id: string; readonly bytes: Buffer }[];
}

/**
 * Builds the bytes of an .eml file (RFC 5322, RFC 2045-2047): a multipart/alternative message with a plain text and an
 * HTML body, which a multipart/related part (RFC 2387) joins with its pictures. The same input gives the same bytes:
 * neither the clock nor random values are used.
 *
 * It has an unsubscribe address (RFC 2369), but no one-click unsubscribe (RFC 8058): that needs a URL that identifies
 * the subscriber, whom only the mailer knows.
 */
export async function buildMail(content: Mail): Promise<Buffer> {
  const { from, subject, date, messageId, listId: list, unsubscribe, language, text, html, pictures } = content;
  const version = hashMail(content);
  const mail = new MimeNode("multipart/alternative", { baseBoundary: version, newline: "win" });
  mail.setHeader("From", { name: from.name, address: from.address });
  mail.setHeader("Subject", subject);
  mail.setHeader("Date", new Date(date));
  mail.setHeader("Message-ID", `<${messageId.name}.${version}@${messageId.host}>`);
  mail.setHeader("Content-Language", language);
  mail.setHeader("List-Id", `<${list}>`);
  if (unsubscribe !== undefined) mail.setHeader("List-Unsubscribe", { prepared: true, value: `<${unsubscribe}>` });
  addText(mail, "text/plain; charset=utf-8; format=flowed", text);
  const related = pictures.length > 0 ? mail.createChild('multipart/related; type="text/html"') : mail;
  addText(related, "text/html; charset=utf-8", html);
  for (const picture of pictures) addPicture(related, picture);
  return mail.build();
}

// For the Message-ID, of which each version of a mail needs its own; and for the boundaries, which must not occur in a
// body: no author can predict a hash of all that the mail says.
function hashMail({ pictures, ...content }: Mail): string {
  const pictureHashes = pictures.map(({ id, bytes }) => [id, createHash("sha256").update(bytes).digest("hex")]);
  return createHash("sha256")
    .update(JSON.stringify([content, pictureHashes]))
    .digest("hex")
    .slice(0, 16);
}

// Without an encoding, mail servers strip the trailing spaces of flowed lines and break lines longer than 998 bytes. A
// Cyrillic letter takes six bytes in quoted-printable and fewer than three in base64; Latin text stays legible in
// quoted-printable.
function addText(parent: MimeNode, type: string, text: string): void {
  const crlfText = text.replaceAll("\n", "\r\n");
  const part = parent.createChild(type);
  part.setHeader("Content-Transfer-Encoding", isMostlyAscii(crlfText) ? "quoted-printable" : "base64");
  part.setContent(crlfText);
}

function addPicture(parent: MimeNode, { id, bytes }: Mail["pictures"][number]): void {
  const part = parent.createChild("image/jpeg");
  part.setHeader("Content-ID", `<${id}>`);
  part.setHeader("Content-Disposition", "inline");
  part.setHeader("Content-Transfer-Encoding", "base64");
  part.setContent(bytes);
}

function isMostlyAscii(text: string): boolean {
  return Buffer.byteLength(text) < text.length * 1.1;
}

import type { Html } from "./html.ts";

/** The maximum width of a mail and its pictures, in pixels. Outlook supports only a width that an attribute states. */
export const maxMailWidth = 600;

/** Inline styles for the elements of a text: many mail programs drop style sheets. */
export interface MailStyles {
  /** Without it, a link has the mail program's colour, which may be unreadable on the background of the mail. */
  readonly link: string;
  readonly picture: string;
}

/**
 * Rewrites HTML for mail programs: inline styles, and one file for each picture. Pictures have no height attribute, so
 * that a blocked picture does not leave a gap after its alt text.
 */
export function toMailHtml(html: Html, { link, picture }: MailStyles): Html {
  return html
    .replace(/<\/?picture>|<source [^>]*>/g, "")
    .replace(/<img [^>]*>/g, (img) => toSingleImage(img, picture))
    .replaceAll("<a ", `<a style="${link}" `) as Html;
}

function toSingleImage(img: string, style: string): string {
  const simpleImg = img.replace(/ (?:srcset|sizes|height|loading|decoding)="[^"]*"/g, "");
  return simpleImg.replace(
    / width="(\d+)"/,
    (_, width) => ` width="${Math.min(width, maxMailWidth)}" style="${style}"`,
  );
}

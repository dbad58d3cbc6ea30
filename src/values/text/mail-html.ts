import type { Html } from "./html.ts";

/** How wide the text of a mail is at most, and what it shows: Outlook knows no other width than the one that is named. */
export const mailPixels = 600;

/** The styles that the elements of a text carry themselves, since many programs forget a mail's style sheet. */
export interface MailStyles {
  /** Without one, a link has the program's colour for its own ground, which need not be the mail's. */
  readonly link: string;
  readonly picture: string;
}

/**
 * A text as mail programs show it: each picture as one file, and with no height, so that one which is not shown leaves
 * no gap behind what stands for it.
 */
export function mailHtml(html: Html, { link, picture }: MailStyles): Html {
  return html
    .replace(/<\/?picture>|<source [^>]*>/g, "")
    .replace(/<img [^>]*>/g, (img) => singleFile(img, picture))
    .replaceAll("<a ", `<a style="${link}" `) as Html;
}

function singleFile(img: string, style: string): string {
  const known = img.replace(/ (?:srcset|sizes|height|loading|decoding)="[^"]*"/g, "");
  return known.replace(/ width="(\d+)"/, (_, width) => ` width="${Math.min(width, mailPixels)}" style="${style}"`);
}

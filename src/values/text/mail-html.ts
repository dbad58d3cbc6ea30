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
 * The maximum width of the file of a picture, in pixels: wide enough for the column of any feed reader or mail program,
 * at a fraction of the widest file's size.
 */
export const maxCarriedWidth = 960;

/**
 * Rewrites HTML for mail programs: inline styles, and one file for each picture. Pictures have no height attribute, so
 * that a blocked picture does not leave a gap after its alt text.
 *
 * @param html with addresses of the site as the markdown parser writes them
 */
export function toMailHtml(html: Html, { link, picture }: MailStyles): Html {
  return html
    .replace(/<\/?picture>|<source [^>]*>/g, "")
    .replace(/<img [^>]*>/g, (img) => toSingleImage(img, picture))
    .replaceAll("<a ", `<a style="${link}" `) as Html;
}

function toSingleImage(img: string, style: string): string {
  const file = findCarriedFile(img);
  const simpleImg = img
    .replace(/ (?:srcset|sizes|height|loading|decoding)="[^"]*"/g, "")
    .replace(/ src="[^"]*"/, (src) => (file === undefined ? src : ` src="${file}"`));
  return simpleImg.replace(
    / width="(\d+)"/,
    (_, width) => ` width="${Math.min(width, maxMailWidth)}" style="${style}"`,
  );
}

/** The widest file of a srcset that is not wider than the maximum; its narrowest file, if all are wider. */
function findCarriedFile(img: string): string | undefined {
  const candidates = (/ srcset="([^"]*)"/.exec(img)?.[1] ?? "").split(", ").map((candidate) => candidate.split(" "));
  const narrowEnough = candidates.filter(([, width = ""]) => Number.parseInt(width, 10) <= maxCarriedWidth);
  return (narrowEnough.at(-1) ?? candidates[0])?.[0] || undefined;
}

import { renderToString } from "preact-render-to-string";
import { Mail } from "../../layouts/mail/newsletter.tsx";
import { renderNewsletterText } from "../../layouts/mail/newsletter-text.ts";
import type { PageOf } from "../plan/plan.ts";
import type { Address } from "../values/address.ts";
import { mailPolicy, pictureMailPolicy } from "../values/content-policy.ts";
import type { BodyReader } from "../values/text/html.ts";

/** Both bodies of a mail, and the picture files that its HTML shows. */
export interface MailBodies {
  readonly html: string;
  /** Plain text with flowed lines (RFC 3676). */
  readonly text: string;
  readonly pictures: readonly Address[];
}

/**
 * Renders an edition as a mail to be sent. Without pictures its HTML has the bytes of the page on the site.
 *
 * @param toPictureUrl gives the URL of a picture inside the mail: "cid:map@dispatch.example"
 */
export function renderMail(
  html: PageOf<"newsletter">,
  text: PageOf<"newsletter-text">,
  bodies: BodyReader,
  toPictureUrl: (file: Address) => string,
): MailBodies {
  const pictures = new Set<Address>();
  const collectPicture = (file: Address) => {
    pictures.add(file);
    return toPictureUrl(file);
  };
  const render = (policy: string) =>
    `<!doctype html>\n${renderToString(Mail({ shows: html.shows, bodies, toPictureUrl: collectPicture, policy }))}\n`;
  const htmlText = render(mailPolicy);
  return {
    html: pictures.size === 0 ? htmlText : render(pictureMailPolicy),
    // A mail names its charset, so the byte order mark is not needed.
    text: renderNewsletterText(text, bodies).replace(/^\ufeff/, ""),
    pictures: [...pictures],
  };
}

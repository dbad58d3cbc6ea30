// The Content-Security-Policy of each kind of HTML file, in the file itself: it holds on every host and mirror, and from
// a stick. It lets nothing in that the site does not need, so that neither an injected script nor a picture of another
// host can tell somebody who reads what. Chromium counts a file:// page's own folder as 'self' (seen with Chromium 156).

/** Of a page: the style sheet and the pictures of the site. */
export const pagePolicy = formatPolicy("'self'");

/** Of a mail as a page: the same pictures. A mail has inline styles, for programs that know no others. */
export const mailPolicy = formatPolicy("'unsafe-inline'");

/** Of a mail with pictures inside (RFC 2392), for mail programs that hold themselves to it. */
export const pictureMailPolicy = formatPolicy("'unsafe-inline'", "cid:");

/**
 * Of a page with one style element.
 *
 * @param sha256 of the text of the element, in base64
 */
export function createStylePolicy(sha256: string): string {
  return formatPolicy(`'sha256-${sha256}'`);
}

function formatPolicy(styles: string, pictures = "'self' data:"): string {
  return `default-src 'none'; style-src ${styles}; img-src ${pictures}; base-uri 'none'; form-action 'none'`;
}

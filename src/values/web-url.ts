/**
 * Normalizes the URL of another site to the form in which it leaves this one, wherever it leaves: in links of texts,
 * sources, feeds, metadata and mails. It is a URI of RFC 3986: the host in Punycode and lower case, every other character
 * that the RFC does not allow percent-encoded. A browser asks the same server for the same page as with the URL as typed.
 *
 * @param url a URL that `URL.canParse` accepts: http, https or mailto
 */
export function normalizeWebUrl(url: string): string {
  if (normalizedUrl.test(url)) return url;
  // URL encodes what is not ASCII and the host, but leaves characters such as | and ^, and a % that encodes nothing.
  const { protocol, href } = new URL(/^mailto:/i.test(url) ? toAsciiDomains(url) : url);
  const isHierarchical = href.startsWith(`${protocol}//`);
  // An IPv6 address stands in brackets, which the RFC allows nowhere else.
  const restStart = isHierarchical ? href.indexOf("/", protocol.length + 2) : protocol.length;
  const [rest = "", ...fragment] = href.slice(restStart).split("#");
  const encodedFragment = fragment.length === 0 ? "" : `#${encodeForbidden(fragment.join("%23"))}`;
  return href.slice(0, restStart) + encodeForbidden(rest) + encodedFragment;
}

/** The URL of mail addresses with their domains in Punycode, which URL does for the hosts of other schemes. */
function toAsciiDomains(url: string): string {
  const [addresses = "", ...query] = url.split("?");
  const asciiAddresses = addresses.replace(/@([^@,]+)/g, (written, domain: string) =>
    URL.canParse(`http://${domain}`) ? `@${new URL(`http://${domain}`).host}` : written,
  );
  return [asciiAddresses, ...query].join("?");
}

// Matches nearly all URLs; these need no parsing and no encoding.
const normalizedUrl = /^https?:\/\/[a-z\d-]+(?:\.[a-z][a-z\d-]*)+(?:[/?](?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-F]{2})*)?$/;

function encodeForbidden(text: string): string {
  return text.replace(forbidden, (character) => encodeURIComponent(character));
}

const forbidden = /%(?![\dA-Fa-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/g;

/** The text of a link that has no words of its own: its URL as typed, without the parts that all have. */
export function toLinkText(url: string): string {
  return url.replace(/^https?:\/\/|\/$/gi, "");
}

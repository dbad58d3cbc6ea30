import { inPlainQuotes, inQuotes, type ProblemText } from "./problem.ts";

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

/**
 * Describes why readers cannot follow the URL of another site, or should not see it.
 *
 * @param url a URL that `URL.canParse` accepts
 * @returns undefined if nothing is wrong, as far as can be seen without asking a server
 */
export function describeUselessUrl(url: string): ProblemText | undefined {
  if (normalizedUrl.test(url) && !/\.(?:local|localhost|internal|lan)(?:[/?]|$)/.test(url)) return undefined;
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  if (username !== "" || password !== "")
    return {
      what: `${inQuotes(url)} has a user name or a password, and readers would see it.`,
      advice: "Delete all between // and @, and the @.",
    };
  if (localHost.test(hostname))
    return {
      what: `${inQuotes(url)} leads to your own computer or network.`,
      advice: "Write the address at which readers find it.",
    };
  if (/^\[|^[^.]+(?:\.[^.]+)+\.?$/.test(hostname)) return undefined;
  return {
    what: `${inQuotes(url)} has a host name that cannot be one: ${inPlainQuotes(hostname)}.`,
    advice: "Write it as a browser shows it, such as https://example.org/news/.",
  };
}

// RFC 6761 and 8375, and the addresses of RFC 1918, 3927, 4193 and 4291.
const localHost =
  /^(?:localhost|(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:::1?|f[cd].*|fe[89ab].*)\])$/;

/** The URL that an author meant who wrote spaces, brackets or the markdown of a link around it; undefined if it is unclear. */
export function suggestWebUrl(text: string): string | undefined {
  const [, linked] = /\]\(\s*<?([^\s()<>]+)>?[^()]*\)\s*$/.exec(text) ?? [];
  const words = (linked ?? text)
    .trim()
    .replace(/^[<"'«“]+|[>"'»”]+$/g, "")
    .replace(/^view-source:/i, "")
    .replace(/^(https?):?\s*[/\\]+\s*/i, "$1://")
    .replace(/ /g, "%20");
  return words !== text && /^https?:\/\/[^\s/%]+\.[^\s/%]+/i.test(words) && URL.canParse(words) ? words : undefined;
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

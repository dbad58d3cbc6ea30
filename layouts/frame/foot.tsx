import type { VNode } from "preact";
import type { Frame, SiteFrame } from "../../src/plan/plan.ts";
import { normalizeWebUrl } from "../../src/values/web-url.ts";
import { getWords } from "../../src/words/words.ts";
import { LicenceText } from "./licence.tsx";
import { SiteLinkList } from "./links.tsx";

/**
 * The foot of every page: the support note and the mirrors (both collapsed), links to the rest of the site, and the
 * licence. An article says its own licence itself.
 */
export function Foot({ frame }: { readonly frame: Frame }): VNode {
  const words = getWords(frame.language);
  const { support, mirrors, licence, footer: foot } = frame.site;
  return (
    <footer>
      {support && <Support support={support} />}
      {mirrors.length > 0 && (
        <details>
          <summary>{words.mirrors}</summary>
          <ul>
            {mirrors.map((url) => (
              <li>
                <a href={normalizeWebUrl(url)}>{url}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <nav aria-label={words.footerNavigation}>
        <SiteLinkList frame={frame} links={foot} />
      </nav>
      {licence && frame.kind !== "article" && (
        <p>
          {licence.url && `${words.licence}: `}
          <LicenceText licence={licence} />
        </p>
      )}
    </footer>
  );
}

function Support({ support }: { readonly support: NonNullable<SiteFrame["support"]> }): VNode {
  const { title, text, url, risk } = support;
  return (
    <details>
      <summary>{title}</summary>
      <p>{text}</p>
      {risk && (
        <p>
          <b>{risk.date}.</b> {risk.text}
        </p>
      )}
      {url && (
        <p>
          <a href={normalizeWebUrl(url)}>{url}</a>
        </p>
      )}
    </details>
  );
}

import { join } from "node:path";
import { buildSite, ContentProblems } from "../../../src/site/site.ts";
import type { LinkStyle } from "../../../src/values/address.ts";
import { parseInstant } from "../../../src/values/instant.ts";
import { formatProblem } from "../../../src/values/problem.ts";
import { createTemporaryFolder } from "./folders.ts";
import { openPublishedFolder, type PublishedFolder } from "./published.ts";

/** The demo's URL, as in its site.yaml. */
export const demoUrl = "https://dispatch.example/";

/** The time at which the demo is built: after its last edition. */
export const demoNow = "2024-07-17T12:00:00Z";

/** Whether a page is an edition as a mail, which has absolute links because it is read outside the site. */
export function isMail(address: string): boolean {
  return address.endsWith("/newsletter.html");
}

/** One address of each kind of page. */
export const demoPages: readonly { readonly kind: string; readonly address: string }[] = [
  { kind: "home", address: "/" },
  { kind: "edition", address: "/2024/07/11/" },
  { kind: "edition as a mail", address: "/2024/07/11/newsletter.html" },
  { kind: "article with a picture", address: "/2024/07/11/russia-rules-out-second-peace-summit/" },
  { kind: "article with corrections", address: "/2024/06/16/swiss-summit-ends-with-joint-text/" },
  { kind: "article in Russian", address: "/ru/2024/07/11/russia-rules-out-second-peace-summit/" },
  { kind: "month", address: "/2024/07/" },
  { kind: "year", address: "/2024/" },
  { kind: "archive", address: "/archive/" },
  { kind: "tags", address: "/tags/" },
  { kind: "tag", address: "/tags/russia/" },
  { kind: "storyline", address: "/storylines/second-peace-summit/" },
  { kind: "person", address: "/people/vladimir-putin/" },
  { kind: "place", address: "/places/moscow/" },
  { kind: "corrections", address: "/corrections/" },
  { kind: "feeds", address: "/feeds/" },
  { kind: "plain", address: "/about/" },
  { kind: "not found", address: "/404.html" },
];

/** Builds the demo with links of a style, once in a process, and opens the published folder. */
export function getDemo(links: LinkStyle): Promise<PublishedFolder> {
  const site = demoSites.get(links) ?? buildDemo(links);
  demoSites.set(links, site);
  return site;
}

// One cache for both link styles: the pictures are the same, and they take the longest to make.
const cache = createTemporaryFolder();
const demoSites = new Map<LinkStyle, Promise<PublishedFolder>>();

async function buildDemo(links: LinkStyle): Promise<PublishedFolder> {
  const output = join(createTemporaryFolder(), "_site");
  const now = parseInstant(demoNow);
  if (now === undefined) throw new Error("Expected an instant.");
  try {
    await buildSite({
      content: "content",
      output,
      shows: "published",
      cache,
      links,
      now,
      jobs: undefined,
      shard: undefined,
      onProgress: () => undefined,
      onNotice: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    throw new Error(["The demo has problems:", ...error.problems.map(formatProblem)].join("\n"));
  }
  return openPublishedFolder(output);
}

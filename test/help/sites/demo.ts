import { join } from "node:path";
import { build, ProblemsFound } from "../../../src/site/site.ts";
import type { LinkStyle } from "../../../src/values/address.ts";
import { instantFrom } from "../../../src/values/instant.ts";
import { problemLine } from "../../../src/values/problem.ts";
import { temporaryFolder } from "./folders.ts";
import { type PublishedFolder, publishedFolder } from "./published.ts";

/** Where the demo lives, as its site.yaml says. */
export const demoUrl = "https://dispatch.example/";

/** When the demo is built: after the last of its editions. */
export const demoNow = "2024-07-17T12:00:00Z";

/** Whether a page is an edition as a mail: read far from the site, it names the site's own address in every link. */
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

/** The demo as it is published with links of a style. Built once in a process, for all tests that look at it. */
export function demo(links: LinkStyle): Promise<PublishedFolder> {
  const begun = built.get(links) ?? buildDemo(links);
  built.set(links, begun);
  return begun;
}

// One for both: pictures are the same whatever links look like, and take the longest to make.
const cache = temporaryFolder();
const built = new Map<LinkStyle, Promise<PublishedFolder>>();

async function buildDemo(links: LinkStyle): Promise<PublishedFolder> {
  const output = join(temporaryFolder(), "_site");
  const now = instantFrom(demoNow);
  if (now === undefined) throw new Error("Expected an instant.");
  try {
    await build({
      content: "content",
      output,
      shows: "published",
      cache,
      links,
      now,
      jobs: undefined,
      shard: undefined,
      progress: () => undefined,
      notice: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    throw new Error(["The demo has problems:", ...error.problems.map(problemLine)].join("\n"));
  }
  return publishedFolder(output);
}

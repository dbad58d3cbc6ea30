// Eleventy's configuration. `dateline build` sets Eleventy up in the same way, but keeps the last site until the new one
// is whole. Who starts Eleventy's own command with this file gets the same pages.
import type { UserConfig } from "@11ty/eleventy";
import { nowFrom } from "./src/commands/now.ts";
import { configured } from "./src/render/render.ts";
import { plannedSite, renderableSite } from "./src/site/site.ts";

export default async function eleventy(config: UserConfig) {
  const now = nowFrom(process.env, new Date());
  if (!now) throw new Error("DATELINE_NOW is no ISO instant, such as 2024-07-11T06:00:00+03:00.");
  const wanted = { content: "content", cache: ".cache", links: undefined, now };
  configured(config, await renderableSite(await plannedSite(wanted), wanted));
  return { dir: { input: "layouts", output: "_site" } };
}

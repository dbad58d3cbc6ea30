// Eleventy's configuration. `dateline build` sets Eleventy up in the same way, but keeps the last site until the new one
// is whole. Who starts Eleventy's own command with this file gets the same pages.
import type { UserConfig } from "@11ty/eleventy";
import { readNow } from "./src/commands/now.ts";
import { configureEleventy } from "./src/render/render.ts";
import { createRenderable, planWholeSite } from "./src/site/site.ts";

export default async function eleventy(config: UserConfig) {
  const now = readNow(process.env, new Date());
  if (!now) throw new Error("DATELINE_NOW is no ISO instant, such as 2024-07-11T06:00:00+03:00.");
  const wanted = { content: "content", cache: ".cache", links: undefined, now };
  configureEleventy(config, await createRenderable(await planWholeSite(wanted), wanted));
  return { dir: { input: "layouts", output: "_site" } };
}

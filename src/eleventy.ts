// The entry point for Eleventy's own command: a configuration file exports `configureDateline` as its default.
import type { UserConfig } from "@11ty/eleventy";
import { readNow } from "./commands/now.ts";
import { configureEleventy } from "./render/render.ts";
import { createRenderable, planWholeSite } from "./site/site.ts";

/**
 * Configures Eleventy to write the site of the folder `content` into `_site`: the same files as `dateline build`, but
 * without its cache, and without its protection of the published site while a build fails.
 *
 * @throws ContentProblems with all problems of the content
 */
export async function configureDateline(config: UserConfig) {
  const options = { content: "content", cache: ".cache", links: undefined, now: readNow(process.env, new Date()) };
  configureEleventy(config, await createRenderable(await planWholeSite(options), options));
  // Eleventy searches its input folder for templates, but only for those of one format (render/engine.ts): it finds none,
  // except among static files, which are published as they are.
  config.ignores.add("content/static/**");
  return { dir: { input: "content", output: "_site" } };
}

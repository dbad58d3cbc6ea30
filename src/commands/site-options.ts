import type { SiteOptions } from "../site/site.ts";
import { UserError } from "../values/user-error.ts";
import type { Given } from "./command.ts";
import { readNow } from "./now.ts";

/** The options of every command that reads the content. */
export const contentOptions = {
  content: { value: "DIR", help: "the folder that authors write in", default: "content" },
  links: { value: "folder|file", help: "the form of links between pages (default: as in site.yaml)" },
} as const;

/** The option of the commands that report on the whole site: of problems and of warnings. */
export const reportOptions = { all: { help: "show all lines, however many are of a kind" } } as const;

/**
 * Reads the options that every command has, and the time.
 *
 * @throws UserError if one of them, or DATELINE_NOW, is wrong
 */
export function readSiteOptions({ content, links }: Given<typeof contentOptions>["options"]): SiteOptions {
  if (links !== undefined && links !== "folder" && links !== "file") {
    throw new UserError(`--links ${links}: links lead to a folder or to a file. Write --links folder or --links file`);
  }
  return { content, cache: ".cache", links, now: readNow(process.env, new Date()) };
}

import { writeFile } from "node:fs/promises";
import { type Day, parseIsoDay } from "../values/day.ts";
import { UserError } from "../values/user-error.ts";
import type { Command } from "./command.ts";
import { contentOptions, readSiteOptions } from "./site-options.ts";

/**
 * Writes the edition of a day as mail files, to open in a mail program or to send with a mailer: one file per language,
 * "2024-07-11.en.eml", in the working directory. The same edition gives the same bytes.
 */
export const newsletterCommand: Command<typeof contentOptions> = {
  name: "newsletter",
  summary: "Write the edition of a day as a mail, for a mailer to send",
  argument: "DAY",
  options: contentOptions,
  example: "dateline newsletter 2024-07-11",
  async run({ argument, options }, terminal) {
    const day = readDay(argument);
    const siteOptions = readSiteOptions(options);
    const { buildEditionMails } = await import("./mails/edition-mails.ts");
    for (const { language, subject, bytes } of await buildEditionMails(siteOptions, day)) {
      const file = `${day}.${language}.eml`;
      await writeFile(file, bytes);
      terminal.print(`${file}: ${subject}`);
    }
  },
};

function readDay(text = ""): Day {
  const day = parseIsoDay(text);
  if (!day) throw new UserError(`"${text}" is not a day. Write it like 2024-07-11`);
  return day;
}

import { languages } from "../values/language.ts";
import { UserError } from "../values/user-error.ts";
import type { Command } from "./command.ts";
import { readNow } from "./now.ts";

const options = {
  title: { value: "TEXT", help: "the name of the digest" },
  url: { value: "URL", help: "the address that the site will have" },
  language: { value: languages.join("|"), help: "the language of the site, and of the texts that are written for it" },
  timezone: { value: "ZONE", help: "the time zone of the editors, as in: Europe/Riga" },
  hour: { value: "HH:MM", help: "when an edition comes out, by their clock" },
  email: { value: "ADDRESS", help: "where readers can write to (default: editors@ and the host of the site)" },
} as const;

/**
 * Writes the folder of a new digest. On a terminal it asks for what no option says; in a script, all options but the mail
 * address are needed.
 */
export const initCommand: Command<typeof options> = {
  name: "init",
  summary: "Start a digest of your own in a new folder: its content, and all that publishes it",
  argument: "FOLDER",
  options,
  example:
    'dateline init my-digest --title "The Dispatch" --url https://dispatch.example/ --language en --timezone Europe/Riga --hour 20:00',
  async run({ argument: folder = "", options: given }, terminal) {
    if (folder === "") throw new UserError('"init" needs the name of a FOLDER, as in: dateline init my-digest');
    const now = readNow(process.env, new Date());
    const { assertEmpty, describeNextSteps, initDigest } = await import("../init/init.ts");
    const { collectAnswers } = await import("./init-answers.ts");
    // Before any question is asked.
    assertEmpty(folder);
    const answers = await collectAnswers(given, folder, now);
    const source = initDigest(folder, answers, now);
    for (const line of describeNextSteps(folder, answers, source)) terminal.print(line);
  },
};

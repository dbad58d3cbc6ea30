import { basename, resolve } from "node:path";
import { type Answers, findAnswerProblem, suggestEmail } from "../init/init.ts";
import type { Instant } from "../values/instant.ts";
import { isLanguage } from "../values/language.ts";
import { toSlug } from "../values/slug.ts";
import { capitalize } from "../values/text/capitalize.ts";
import { UserError } from "../values/user-error.ts";
import { canAsk, normalizeAnswer, withQuestions } from "./questions.ts";

type Typed = { readonly [K in keyof Answers]: string | undefined };

/**
 * Collects what a new digest needs to know: from options, and by questions where there is a terminal.
 *
 * @param folder gives the default of the title and of the address
 * @throws UserError if an option is wrong, or one is missing in a script
 */
export async function collectAnswers(given: Typed, folder: string, now: Instant): Promise<Answers> {
  const typed = readOptions(given, now);
  const missing = names.filter((name) => typed[name] === undefined && name !== "email");
  if (missing.length === 0) return fillIn(typed, folder);
  if (!canAsk()) throw new UserError(describeMissing(missing));
  return withQuestions(async (ask) => {
    let answers: Typed = typed;
    for (const name of names) {
      if (answers[name] !== undefined) continue;
      const answer = await ask({
        text: questions[name],
        default: fillIn(answers, folder)[name],
        findProblem: (text) => findAnswerProblem(name, text, now),
      });
      answers = { ...answers, [name]: answer };
    }
    return fillIn(answers, folder);
  });
}

const names = ["title", "url", "email", "language", "timezone", "hour"] as const;

const questions: { readonly [K in keyof Answers]: string } = {
  title: "Title of the digest",
  url: "Address of the site",
  email: "Mail address for readers",
  language: "Language: en, ru or uk",
  timezone: "Time zone",
  hour: "Hour at which an edition comes out",
};

function readOptions(given: Typed, now: Instant): Typed {
  const read = (name: keyof Answers): string | undefined => {
    const text = given[name];
    if (text === undefined) return undefined;
    const answer = normalizeAnswer(text);
    const problem = findAnswerProblem(name, answer, now);
    if (problem) throw new UserError(`--${name}: ${problem.what} ${problem.advice}`);
    return answer;
  };
  return {
    title: read("title"),
    url: read("url"),
    email: read("email"),
    language: read("language"),
    timezone: read("timezone"),
    hour: read("hour"),
  };
}

/** Fills in a default for each answer that is missing. */
function fillIn(typed: Typed, folder: string): Answers {
  const name = basename(resolve(folder));
  const url = typed.url ?? `https://${toSlug(name) ?? "digest"}.example/`;
  return {
    title: typed.title ?? (capitalize(name.replace(/[-_\s]+/g, " ").trim(), "en") || "My digest"),
    url,
    email: typed.email ?? suggestEmail(url),
    language: typed.language ?? readUserLanguage(process.env),
    // Intl keeps the name that the zone had before 2022.
    timezone: typed.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone.replace("Europe/Kiev", "Europe/Kyiv"),
    hour: typed.hour ?? "20:00",
  };
}

function readUserLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  const code = (LC_ALL || LC_MESSAGES || LANG || "").slice(0, 2);
  return isLanguage(code) ? code : "en";
}

function describeMissing(missing: readonly string[]): string {
  const list = missing.map((name) => `--${name}`).join(", ");
  return `Missing: ${list}. Without a terminal "init" cannot ask. See: dateline init --help`;
}

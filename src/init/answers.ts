import { parseSiteFile } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { inQuotes, type ProblemText } from "../values/problem.ts";
import { fillTemplate, readTemplate } from "./templates.ts";

/** What a new digest is made of: settings of site.yaml, as somebody typed them. */
export interface Answers {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly timezone: string;
  readonly hour: string;
  readonly email: string;
}

/** Valid answers, which stand in for those that are still to come. */
const exampleAnswers: Answers = {
  title: "The Dispatch",
  url: "https://dispatch.example/",
  language: "en",
  timezone: "Europe/Riga",
  hour: "20:00",
  email: "editors@dispatch.example",
};

/** The settings file that these answers give. */
export function formatSiteFile(answers: Answers, now: Instant): string {
  const { title, url, timezone, hour, email } = answers;
  return fillTemplate(readTemplate(`${answers.language}/site.yaml`), {
    TITLE: toYaml(title),
    URL: toYaml(url),
    AUTHORITY: toYaml(`${getHost(url)},${now.slice(0, 4)}`),
    TIMEZONE: toYaml(timezone),
    HOUR: toYaml(hour),
    EMAIL: toYaml(email),
  });
}

/**
 * Finds what is wrong with an answer, by the rules of site.yaml itself: the file that it would be written to is parsed.
 *
 * @returns undefined if the answer is right
 */
export function findAnswerProblem(name: keyof Answers, value: string, now: Instant): ProblemText | undefined {
  const answers = { ...exampleAnswers, [name]: value };
  // A language that is not known has no template.
  const text =
    name === "language"
      ? formatSiteFile(exampleAnswers, now).replace(/^language: .*$/m, () => `language: ${toYaml(value)}`)
      : formatSiteFile(answers, now);
  const { problems } = parseSiteFile({ file: "site.yaml", text });
  const own = problems.find(({ what }) => what.startsWith(`${keysOfAnswers[name]}: `));
  if (own) return { what: own.what.slice(keysOfAnswers[name].length + 2), advice: own.advice };
  if (name !== "url" || problems.length === 0) return undefined;
  return {
    what: `${inQuotes(value)} has no domain name, which the ids in feeds begin with.`,
    advice: "Write the address that the site will have, as in: https://dispatch.example/",
  };
}

const keysOfAnswers: { readonly [K in keyof Answers]: string } = {
  title: "title",
  url: "url",
  language: "language",
  timezone: "timezone",
  hour: "hour",
  email: "publisher.email",
};

/** The mail address that a site usually has: "editors@dispatch.example". */
export function suggestEmail(url: string): string {
  return `editors@${getHost(url).replace(/^www\./, "")}`;
}

/** The host of a web address: "dispatch.example"; empty if it is none. */
function getHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

// JSON is YAML too, whatever characters the text has.
function toYaml(text: string): string {
  return JSON.stringify(text);
}

import { addDays, type Day, toDateFolders } from "../values/day.ts";
import { type Instant, toDay, toInstant } from "../values/instant.ts";
import { type Answers, formatSiteFile } from "./answers.ts";
import { fillTemplate, readTemplate } from "./templates.ts";

/**
 * Makes the files of a new digest, by path.
 *
 * @param dependency what package.json asks npm for: a version, a file or an address
 */
export function createDigestFiles(
  answers: Answers,
  dependency: string,
  now: Instant,
): Readonly<Record<string, string>> {
  const { language, email } = answers;
  const edition = findLastEdition(answers, now);
  const folder = toDateFolders(edition).join("/");
  const values = {
    HEADING: escapeMarkdown(answers.title),
    EMAIL_TEXT: escapeMarkdown(email),
    EMAIL_URL: `mailto:${email.replace(/[()<>\\%]/g, encodeByte)}`,
    FOLDER: folder,
    MINUTE: String(getScheduledMinute(answers, edition)),
    // Within quotes, so that the template is JSON too.
    DATELINE: JSON.stringify(dependency).slice(1, -1),
  };
  const fill = (template: string) => fillTemplate(readTemplate(template), values);
  return {
    "package.json": fill("package.json"),
    // npm would leave a file with this name out of the package.
    ".gitignore": fill("gitignore"),
    "README.md": fill(`${language}/README.md`),
    ".github/workflows/publish.yml": fill("github-publish.yml"),
    ".gitlab-ci.yml": fill("gitlab-ci.yml"),
    "content/site.yaml": formatSiteFile(answers, now),
    "content/tags.yaml": fill(`${language}/tags.yaml`),
    "content/pages/about.md": fill(`${language}/about.md`),
    "content/pages/contact.md": fill(`${language}/contact.md`),
    [`content/${folder}/how-to-write.md`]: fill(`${language}/how-to-write.md`),
  };
}

/** The last day whose hour of publication has come: an article of a later day would not be seen yet. */
function findLastEdition({ timezone, hour }: Answers, now: Instant): Day {
  const today = toDay(now, timezone);
  return toInstant(today, hour, timezone) <= now ? today : addDays(today, "-1");
}

// Hosts start schedules late or not at all at full hours, when everybody's begin. Zones differ from UTC by minutes too.
function getScheduledMinute({ timezone, hour }: Answers, edition: Day): number {
  return (Number(toInstant(edition, hour, timezone).slice(14, 16)) + 3) % 60;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#&|~]/g, "\\$&");
}

// encodeURIComponent leaves parentheses, which would end the destination of a link.
function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
